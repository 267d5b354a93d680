/** CSV for bulk import: a header row, then one credential a row; rows of one username are one consumer. */
import { type AuthPlugin, authPlugins } from "../model/auth.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import { withoutMark } from "../source/parse-quickly.ts";
import type { Converter } from "./contract.ts";
import { headerProblems, noHeader } from "./csv-header.ts";
import { type Cell, readCsv } from "./csv-records.ts";
import type { Draft, DraftConsumer } from "./draft.ts";
import { isLabelValue, type Labels, setLabel } from "./labels.ts";

/** Fields of the credential by the columns that fill them; `!` marks what it cannot do without. */
const credentialColumns: Readonly<Record<AuthPlugin, Readonly<Record<string, string>>>> = {
  "key-auth": { key: "key!" },
  "basic-auth": { login: "username", password: "password!" },
  "hmac-auth": { key: "key_id!", secret: "secret_key!" },
  "jwt-auth": { key: "key!", secret: "secret", algorithm: "algorithm", public_key: "public_key" },
};

const consumerColumns = ["desc", "group_id"] as const;

const knownColumns: ReadonlySet<string> = new Set([
  "username",
  "type",
  "name",
  "custom_id",
  ...consumerColumns,
  ...Object.values(credentialColumns).flatMap(Object.keys),
]);

type Row = ReadonlyMap<string, Cell>;

export const convertCsv: Converter = (given, draft) => {
  const source = withoutMark(given);
  const { records, diagnostics } = readCsv(source);
  const [header, ...rows] = records;
  if (diagnostics.length > 0) return diagnostics;
  const problems = header ? headerProblems(header) : [noHeader(source)];
  if (!header || problems.length > 0) return problems;
  draft.declare("consumers");
  for (const { text, span } of header) {
    if (knownColumns.has(text) || /^label:./.test(text)) continue;
    draft.lose({
      span,
      found: `the column "${text}"`,
      outcome: "dropped",
      became: "all its cells are left out",
      instead: "Name it `label:NAME` to keep it as a label.",
    });
  }
  const consumers = new Map<string, DraftConsumer>();
  for (const record of rows) {
    const first = record[0];
    if (record.length !== header.length && first) problems.push(wrongLength(record, header));
    else {
      const cells = header.flatMap(({ text }, index) => {
        const cell = record[index];
        return cell && cell.text !== "" ? [[text, cell] as const] : [];
      });
      addRow(new Map(cells), record, consumers, draft, problems);
    }
  }
  return problems;
};

function addRow(
  row: Row,
  record: readonly Cell[],
  consumers: Map<string, DraftConsumer>,
  draft: Draft,
  problems: Diagnostic[],
): void {
  const username = row.get("username");
  if (!username) {
    const span = record[0]?.span;
    problems.push({
      rule: "convert/csv-row",
      severity: "error",
      message: "this row has no username",
      ...(span && { span }),
      help: "Every row names its consumer.",
    });
    return;
  }
  const consumer = consumers.get(username.text) ?? draft.addConsumer(username.text, username.span, {});
  consumers.set(username.text, consumer);
  takeConsumerCells(row, consumer, draft);
  const type = typeOf(row, username, draft);
  const columns = type ? credentialColumns[type] : {};
  const settings: Record<string, string> = type === "basic-auth" ? { username: username.text } : {};
  const missing: string[] = [];
  for (const [column, target] of Object.entries(columns)) {
    const cell = row.get(column);
    if (cell) settings[target.replace("!", "")] = cell.text;
    else if (target.endsWith("!")) missing.push(column);
  }
  reportUnused(row, columns, type, missing, draft);
  if (!type) return;
  if (missing.length > 0) {
    const found = `a ${type} credential of "${username.text}" without ${missing.join(" and ")}`;
    draft.lose({
      span: rowSpan(record, username),
      found,
      outcome: "dropped",
      became: "the credential is left out; nothing is invented for it",
      instead: `Fill ${missing.map((name) => `\`${name}\``).join(" and ")}.`,
    });
    return;
  }
  const name = row.get("name")?.text ?? type;
  consumer.credentials.push({ name, span: rowSpan(record, username), fields: { plugins: { [type]: settings } } });
}

function rowSpan(record: readonly Cell[], { span }: Cell): Span {
  return { file: span.file, start: record[0]?.span.start ?? span.start, end: record.at(-1)?.span.end ?? span.end };
}

/** The type of the row's credential; undefined if it has none, or none that can be told, which is reported. */
function typeOf(row: Row, username: Cell, draft: Draft): AuthPlugin | undefined {
  const given = row.get("type");
  if (given) {
    const type = authPlugins.find((plugin) => [plugin, plugin.replace("-auth", "")].includes(given.text));
    if (!type)
      draft.lose({
        span: given.span,
        found: `a credential type of "${username.text}" that is not known`,
        outcome: "dropped",
        became: "the row's credential is left out",
        instead: `Known types: ${authPlugins.join(", ")}.`,
      });
    return type;
  }
  if (row.has("password")) return "basic-auth";
  if (row.has("key") && !row.has("secret") && !row.has("public_key")) return "key-auth";
  const isEmpty = !["key", "secret", "public_key", "login"].some((column) => row.has(column));
  if (!isEmpty)
    draft.lose({
      span: username.span,
      found: `a credential of "${username.text}" without type`,
      outcome: "dropped",
      became: "it is left out: its cells fit more than one type",
      instead: "Fill the column `type`.",
    });
  return undefined;
}

function takeConsumerCells(row: Row, { fields, original }: DraftConsumer, draft: Draft): void {
  const labels = (fields["labels"] ?? {}) as Labels;
  const set = (target: Record<string, unknown>, name: string, cell: Cell): void => {
    const former = Object.hasOwn(target, name) ? target[name] : undefined;
    if (former === undefined) setLabel(target as Labels, name, cell.text);
    else if (former !== cell.text) {
      draft.lose({
        span: cell.span,
        found: `another value of "${name}" for "${original}"`,
        outcome: "dropped",
        became: "the one of the first row stays",
        instead: "Write the same in all rows of a consumer, or leave it empty in all but one.",
      });
    }
  };
  for (const [column, cell] of row) {
    const label = column === "custom_id" ? column : /^label:(.+)$/.exec(column)?.[1];
    if (consumerColumns.some((name) => name === column)) set(fields, column, cell);
    else if (label === undefined) continue;
    else if (isLabelValue(cell.text)) set(labels, label, cell);
    else
      draft.lose({
        span: cell.span,
        found: `the value of the label "${label}" for "${original}"`,
        outcome: "dropped",
        became: "the label is left out: a value has 1 to 256 characters and no white space",
        instead: "Choose a value of that form.",
      });
  }
  if (Object.keys(labels).length > 0) fields["labels"] = labels;
}

/** Cells of the row that its credential has no use for. */
function reportUnused(
  row: Row,
  columns: Readonly<Record<string, string>>,
  type: AuthPlugin | undefined,
  missing: readonly string[],
  draft: Draft,
): void {
  for (const column of new Set([...Object.values(credentialColumns).flatMap(Object.keys), "name"])) {
    const cell = row.get(column);
    const isUsed = type && missing.length === 0 && (column in columns || column === "name");
    if (!cell || isUsed) continue;
    const became = type
      ? `a ${type} credential ${missing.length > 0 ? "that lacks something is not written" : "has no use for it"}`
      : "the row has no credential that could hold it";
    draft.lose({
      span: cell.span,
      found: `a cell of the column "${column}"`,
      outcome: "dropped",
      became,
      instead: "Leave it empty, or set `type` to the one that needs it.",
    });
  }
}

function wrongLength(record: readonly Cell[], header: readonly Cell[]): Diagnostic {
  const cell = record[header.length] ?? record.at(-1);
  return {
    rule: "convert/csv-row",
    severity: "error",
    message: `this row has ${record.length} cells, the header ${header.length}`,
    ...(cell && { span: cell.span }),
    help: "Put cells that hold a comma in quotes, and write a cell for each column.",
  };
}
