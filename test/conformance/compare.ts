/** What a row of the table says against what came over the sockets. */
import { isDeepStrictEqual } from "node:util";
import type { Row } from "../engine/case-file.ts";
import type { Difference, SeenRequest, WireAnswer } from "./contract.ts";

export interface Wire {
  readonly answer: WireAnswer;
  /** What reached the upstream because of this request. */
  readonly seen: readonly SeenRequest[];
}

export interface Expectations {
  /** Stands before usernames. */
  readonly prefix: string;
  /** The Host that tells the route; undefined where routes are not marked. */
  readonly mark?: string | undefined;
}

/** A real clock runs on while requests are sent: seconds that a quota's reset may be below the table's. */
const resetTolerance = 10;
const consumerHeader = "X-Consumer-Username";

export function compareRow(row: Row, { answer, seen }: Wire, expectations: Expectations): readonly Difference[] {
  const reached = seen.at(-1);
  const found = reached ? `${answer.status} from the upstream` : `${answer.status} ${answer.body}`.trim().slice(0, 200);
  const answered = row.status ?? 200;
  if (answer.status !== answered || (row.status === undefined) !== (reached !== undefined)) {
    const expected = row.status === undefined ? "200 from the upstream" : `${row.status} from the gateway`;
    return [{ what: "status", expected, found }];
  }
  const differences = [...headerDifferences("response", row.response ?? {}, answer.headers), ...bodyOf(row, answer)];
  return reached ? [...differences, ...upstreamOf(row, reached, expectations)] : differences;
}

function bodyOf(row: Row, { headers, body }: WireAnswer): readonly Difference[] {
  if (row.status === undefined || row.answer === undefined) return [];
  if (typeof row.answer === "string") return differing("body", row.answer, body);
  if (!isDeepStrictEqual(parsed(body), row.answer)) return differing("body", JSON.stringify(row.answer), body);
  const type = (valuesOf(headers, "content-type")[0] ?? "absent").split(";")[0] ?? "";
  return differing("response Content-Type", "application/json", type.trim());
}

function upstreamOf(row: Row, seen: SeenRequest, { prefix, mark }: Expectations): readonly Difference[] {
  const { method, target, route, consumer, credential, headers = {} } = row.upstream ?? {};
  const isMarked = route !== undefined && mark !== undefined;
  return [
    ...(method === undefined ? [] : differing("upstream method", method, seen.method)),
    ...(target === undefined ? [] : differing("upstream target", target, seen.target)),
    ...(isMarked ? headerDifferences("upstream (the route's mark)", { Host: mark }, seen.headers) : []),
    ...(consumer === undefined ? [] : identity(consumerHeader, consumer && prefix + consumer, seen)),
    ...(credential === undefined ? [] : identity("X-Credential-Identifier", credential, seen)),
    ...headerDifferences(
      "upstream",
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => {
          return [name, name === consumerHeader && value !== null ? prefix + value : value];
        }),
      ),
      seen.headers,
    ),
  ];
}

function identity(name: string, value: string | null, seen: SeenRequest): readonly Difference[] {
  return headerDifferences("upstream", { [name]: value }, seen.headers);
}

function headerDifferences(
  where: string,
  expected: Readonly<Record<string, string | readonly string[] | null>>,
  headers: WireAnswer["headers"],
): readonly Difference[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const wanted = value === null ? [] : [value].flat();
    const found = valuesOf(headers, name);
    const isSame = wanted.length === found.length && wanted.every((each, at) => isEqual(name, each, found[at] ?? ""));
    return isSame ? [] : differing(`${where} ${name}`, shown(wanted), shown(found));
  });
}

/** `~…` in a table is a regular expression. */
function isEqual(name: string, wanted: string, found: string): boolean {
  if (/-reset$/i.test(name) && !wanted.startsWith("~")) {
    return Number(found) <= Number(wanted) && Number(found) > Number(wanted) - resetTolerance;
  }
  return wanted.startsWith("~") ? new RegExp(wanted.slice(1)).test(found) : wanted === found;
}

function valuesOf(headers: WireAnswer["headers"], name: string): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

function differing(what: string, expected: string, found: string): readonly Difference[] {
  return expected === found ? [] : [{ what, expected, found: found.slice(0, 200) }];
}

function shown(values: readonly string[]): string {
  return values.length === 0 ? "absent" : values.join(" | ");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
