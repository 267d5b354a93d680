/** All resources of a run together, as the comparing rules see them: consumers as columns of numbers, the other kinds in full. */
import type { Config } from "../../model/config.ts";
import { FactsGatherer, type FileFacts } from "./file-facts.ts";
import { NumberColumn } from "./number-column.ts";

/** Everything but the consumers. */
export type Others = Omit<Config, "consumers">;

export interface Survey {
  readonly others: Others;
  /** Rows over all files, in the order of the files. */
  readonly consumers: Readonly<FileFacts>;
}

/** Joins the facts of files; the row of a file's consumer is its row there plus the rows of the files before. */
export function joinFacts(files: readonly FileFacts[]): Readonly<FileFacts> {
  const [only] = files;
  if (only && files.length === 1) return only;
  const { facts } = new FactsGatherer();
  for (const column of ["usernames", "plugins", "auths", "owners", "lookups", "secrets"] as const) {
    facts[column].reserve(files.reduce((sum, file) => sum + file[column].length, 0));
  }
  for (const file of files) append(facts, file);
  return facts;
}

function append(all: FileFacts, file: FileFacts): void {
  const rowsBefore = all.rows;
  const addRows = (row: number): number => row + rowsBefore;
  all.usernames.append(file.usernames);
  const listIndexes = file.pluginLists.map((list) => indexOfList(all.pluginLists, list));
  all.plugins.append(file.plugins, (index) => listIndexes[index] ?? 0);
  all.auths.append(file.auths, (bits) => bits);
  all.owners.append(file.owners, addRows);
  all.lookups.append(file.lookups);
  all.secrets.append(file.secrets);
  for (const [key, use] of file.labels) {
    const known = all.labels.get(key);
    if (known) known.count += use.count;
    else all.labels.set(key, { count: use.count, firstRow: use.firstRow + rowsBefore });
  }
  for (const group of file.groups) all.groups.add(group);
  for (const [key, rows] of file.references) {
    const known = all.references.get(key) ?? new NumberColumn();
    known.append(rows, addRows);
    all.references.set(key, known);
  }
  all.rows += file.rows;
}

function indexOfList(lists: (readonly string[])[], list: readonly string[]): number {
  const found = lists.findIndex(
    (known) => known.length === list.length && known.every((name, at) => name === list[at]),
  );
  return found >= 0 ? found : lists.push(list) - 1;
}

/** The rows of the consumers that own these credentials, each once. */
export function ownersOf({ owners }: Survey["consumers"], credentials: readonly number[]): readonly number[] {
  return [...new Set(credentials.map((credential) => owners.at(credential)))];
}

/** The rows for which `isWanted` holds. */
export function rowsWhere({ rows }: Survey["consumers"], isWanted: (row: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) if (isWanted(row)) found.push(row);
  return found;
}
