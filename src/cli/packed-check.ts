/** What was found in a unit, in a form that can go from one thread to another: without resources, whose places cannot. */
import type { FileCheck } from "../check/check-file.ts";
import type { FileFacts } from "../check/survey/file-facts.ts";
import { HashColumn } from "../check/survey/hash-column.ts";
import { NumberColumn } from "../check/survey/number-column.ts";

export interface PackedCheck extends Omit<FileCheck, "facts" | "others" | "consumers" | "unexplained"> {
  /** The columns have lost their methods on the way. */
  readonly facts: FileFacts;
  /** Whether there are resources that are not consumers: they must be read again. */
  readonly hasOthers: boolean;
}

export function packCheck({ others, consumers: _, unexplained: __, ...check }: FileCheck): PackedCheck {
  return { ...check, hasOthers: others.length > 0 };
}

export function unpackCheck({ hasOthers: _, ...check }: PackedCheck): FileCheck {
  const { facts } = check;
  const hashes = ({ halves, length }: HashColumn): HashColumn => new HashColumn(halves, length);
  const numbers = ({ values, length }: NumberColumn): NumberColumn => new NumberColumn(values, length);
  return {
    ...check,
    others: [],
    consumers: [],
    unexplained: [],
    facts: {
      ...facts,
      usernames: hashes(facts.usernames),
      lookups: hashes(facts.lookups),
      secrets: hashes(facts.secrets),
      plugins: numbers(facts.plugins),
      auths: numbers(facts.auths),
      owners: numbers(facts.owners),
      references: new Map([...facts.references].map(([key, rows]) => [key, numbers(rows)])),
    },
  };
}
