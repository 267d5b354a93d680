/** Items of lists of consumers, as people write them: of few shapes, with values that are mostly right. Then what may happen to one of them. */
import { mutate } from "../../source/fast/mutate.ts";
import { pick, type Random } from "../../source/fast/random.ts";

/** How all items of one file are laid out. */
export interface Layout {
  /** Of the dashes. */
  readonly column: number;
  /** Of the dashes of credentials, counted from their key. */
  readonly inner: number;
  readonly quote: "" | '"' | "'";
  readonly isFlow: boolean;
}

export function pickLayout(random: Random): Layout {
  return {
    column: pick(random, [0, 2, 2, 2, 4]),
    inner: pick(random, [0, 2, 2]),
    quote: pick(random, ["", "", "", '"', "'"]),
    isFlow: random() < 0.15,
  };
}

/** An item with all that stands before the next one. */
export function generateItem(random: Random, layout: Layout): string {
  const { column, quote, isFlow } = layout;
  const value = (text: string | number): string => (random() < 0.006 ? oddValue(random) : `${quote}${text}${quote}`);
  const chance = (probability: number): boolean => random() < probability;
  const name = `${pick(random, teams)}-${Math.floor(random() * 1e12)}`;
  const lines = [`- username: ${chance(0.006) ? oddValue(random) : name}`];
  if (chance(0.4)) lines.push(`  desc: ${value(`Calls from ${pick(random, teams)}`)}`);
  if (chance(0.1)) lines.push(`  group_id: ${pick(random, ["gold", "silver", "7"])}`);
  if (chance(0.7)) lines.push(...labels(random, value, isFlow));
  if (chance(0.3)) lines.push("  plugins:", ...plugins(random));
  const count = pick(random, [0, 1, 1, 1, 1, 2, 3]);
  if (count > 0) lines.push("  credentials:");
  for (let index = 0; index < count; index += 1) {
    const credentialLines = credential(random, name, credentialNames[index] ?? "last", value);
    lines.push(...credentialLines.map((line) => `  ${" ".repeat(layout.inner)}${line}`));
  }
  if (chance(0.05)) lines.push(...pick(random, [[""], ["", "  # a comment"], ["# a comment"], ["    # a comment"]]));
  return `${lines.map((line) => (line === "" ? "" : " ".repeat(column) + line)).join("\n")}\n`;
}

const teams = ["payments", "search", "web", "team", "next", "fraud", "null", "e2e"] as const;
const credentialNames = ["main", "next", "other"] as const;

/** Values that are something else than they seem, or that a rule has a word about. */
const oddValues = [
  ..."true false True null ~ 1e3 0x1f 0o17 12 007 1.5 .5 -1 +3 .inf .nan 2024-01-01 12:30 1_000 3e5f 5e- 1.2.3".split(
    " ",
  ),
  ..."yes no a#b a:b [a] {a: b} a,b &a *a !t @a %a `a |a >a - -- --- ... ? $env://KEY $secret://a/b/c".split(" "),
  ..."password changeme secret123456789 aaaaaaaaaaaaaaaaaaaa abcdefghijklmnopqrst 12345678901234567890".split(" "),
  ...[
    "",
    '""',
    "''",
    '"a\\nb"',
    "'it''s'",
    '"é"',
    "é",
    "日本",
    "a\u00a0b",
    "a b",
    "a  b",
    "two words # said",
    "x #",
    "a: b",
  ],
  ...["${SET}", "'${UNSET}'", "\\${SET}", "$", '"a', "'a", "a\tb", "\ta", "a ", "a\u0001b", "a\u0000b", "$env:/x"],
  ...["x".repeat(249), "x".repeat(250), "x".repeat(251), "x".repeat(257), `"${"y ".repeat(130)}"`, "A".repeat(600)],
  ...[
    "9".repeat(9),
    "9".repeat(10),
    "9".repeat(16),
    "1000000000",
    "0",
    "00",
    "[a, b]",
    "{}",
    "[]",
    "|\n      text",
    "# c",
  ],
] as const;

function oddValue(random: Random): string {
  return pick(random, oddValues);
}

function labels(random: Random, value: (text: string) => string, isFlow: boolean): readonly string[] {
  const entries = [`team: ${value(pick(random, teams))}`];
  if (random() < 0.7) entries.push(`env: ${value(pick(random, ["production", "staging", "dev"]))}`);
  if (random() < 0.3) entries.push(`region: ${value("eu-west-1")}`);
  if (isFlow) return [`  labels: { ${entries.join(", ")} }`];
  return ["  labels:", ...entries.map((entry) => `    ${entry}${random() < 0.1 ? " # a comment" : ""}`)];
}

function plugins(random: Random): readonly string[] {
  const count = random() < 0.02 ? oddValue(random) : String(100 * Math.floor(random() * 5));
  const all = [
    ["    limit-count:", `      count: ${count}`, "      time_window: 60", "      rejected_code: 429"],
    ["    ip-restriction:", `      whitelist: [10.${Math.floor(random() * 4)}.0.0/16, 192.168.0.0/16]`],
    [
      "    ip-restriction:",
      "      whitelist:",
      "        - 10.0.0.0/8",
      `        - 10.0.0.${Math.floor(random() * 300)}`,
    ],
    ["    limit-count: { count: 5, time_window: 60 }"],
    ["    consumer-restriction:", "      whitelist:", `        - ${pick(random, teams)}-1`],
    ["    key-auth:", "      key: an-old-key-of-this-consumer-1"],
    ["    request-id:", "      include_in_response: true # a comment", "      # another"],
    ["    unknown-plugin:", "      a: b"],
    ["    proxy-rewrite:", "      headers:", "        set:", `          x-team: ${pick(random, teams)}`],
    ["    mocking:", "      response_example: |", "        a text", ""],
  ] as const;
  const index = Math.floor(random() ** 2 * all.length);
  const first = all[index] ?? all[0];
  return random() < 0.3 && index < all.length - 1 ? [...first, ...(all[index + 1] ?? [])] : first;
}

function credential(
  random: Random,
  owner: string,
  usualName: string,
  value: (text: string | number) => string,
): readonly string[] {
  const name = random() < 0.1 ? pick(random, ["main", "a name", `${owner}-key`, "12", "zz", "..", owner]) : usualName;
  const kind = pick(random, ["key-auth", "basic-auth", "hmac-auth", "jwt-auth"] as const);
  const id = `${owner}.${Math.floor(random() * 50)}`;
  // Who takes a name for a secret keeps nothing secret.
  const secret = value(random() < 0.02 ? pick(random, [owner, id, name, id.toUpperCase()]) : secretOf(random));
  const fields = {
    "key-auth": [`key: ${secret}`],
    "basic-auth": [`username: ${value(id)}`, `password: ${secret}`],
    "hmac-auth": [`key_id: ${value(id)}`, `secret_key: ${secret}`],
    "jwt-auth": [
      `key: ${value(id)}`,
      `secret: ${secret}`,
      ...(random() < 0.7 ? [`algorithm: ${pick(random, ["HS256", "HS256", "HS512", "RS256", "XX"])}`] : []),
      ...(random() < 0.5 ? [`exp: ${random() < 0.03 ? oddValue(random) : 3600 * Math.floor(random() * 9)}`] : []),
      ...(random() < 0.1 ? ["base64_secret: true"] : []),
    ],
  }[kind];
  const extra = [
    ...(random() < 0.05 ? [`  id: ${pick(random, ["main", "9", "x"])}`] : []),
    ...(random() < 0.1 ? ["  labels:", `    team: ${value("web")}`] : []),
    ...(random() < 0.05 ? ["  desc: for tests"] : []),
  ];
  const meta = random() < 0.05 ? ["      _meta:", `        disable: ${pick(random, ["true", "false"])}`] : [];
  return [
    `- name: ${name}`,
    ...extra,
    "  plugins:",
    `    ${kind}:`,
    ...fields.map((field) => `      ${field}`),
    ...meta,
  ];
}

function secretOf(random: Random): string {
  if (random() < 0.05)
    return pick(random, ["short", "my-secret-password", "abababababababababab", "0".repeat(40), "payments-1"]);
  const digits = Array.from({ length: pick(random, [24, 40, 64]) }, () => Math.floor(random() * 16).toString(16));
  return `${random() < 0.2 ? "pw-" : ""}${digits.join("")}`;
}

/** The items with an accident in one of them, as an editor or a merge may leave it. */
export function damage(items: readonly string[], random: Random): readonly string[] {
  const damaged = Math.floor(random() * items.length);
  return items.map((item, index) => (index === damaged ? pick(random, accidents)(item, random) : item));
}

type Accident = (item: string, random: Random) => string;

const accidents: readonly Accident[] = [
  mutate,
  (item, random) => changeLine(item, random, (line) => line.replace(/: .*$/, () => `: ${oddValue(random)}`)),
  (item, random) =>
    changeLine(item, random, (line) => `${line}${pick(random, [" ", "\t", " # c", "#", "\r", " &a", ":", ": x"])}`),
  (item, random) => changeLine(item, random, (line) => `${line}\n${line}`),
  (item, random) => changeLine(item, random, (line) => ` ${line}`),
  (item, random) => changeLine(item, random, (line) => line.replace(/^ /, "")),
  (item, random) => changeLine(item, random, (line) => line.replace(/: (?=.)/, ": &a ")),
  (item, random) => changeLine(item, random, (line) => `${line}\n      more: lines`),
  (item, random) =>
    changeLine(
      item,
      random,
      (line) => `${line}\n${pick(random, ["", "# c", "          # c", "   ", "\t", "---", "..."])}`,
    ),
  (item, random) => changeLine(item, random, () => ""),
  (item) => item.replaceAll("\n", "\r\n"),
  (item) => `  # rollcall-disable-next-line credential/weak-secret -- known\n${item}`,
  (item, random) =>
    changeLine(item, random, (line) => `${line}\n      # rollcall-disable-next-line schema/type -- known`),
];

function changeLine(item: string, random: Random, change: (line: string) => string): string {
  const lines = item.split("\n");
  const at = Math.floor(random() * (lines.length - 1));
  return lines.map((line, index) => (index === at ? change(line) : line)).join("\n");
}
