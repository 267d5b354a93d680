import type { Path } from "../../model/place.ts";
import { formats } from "../formats.ts";
import { fieldOf } from "./plugins-of.ts";
import type { Rule, Spot } from "./rule.ts";

/** A gateway finds out that a regular expression is broken when a request comes, and then lets it pass unchanged or answers 500. Those that the schemas know are schema/format. */
export const regularExpressions: Rule = {
  id: "plugin/regex",
  severity: "error",
  visit({ report }) {
    const test = (place: Spot["place"], path: Path, text: unknown): void => {
      if (typeof text !== "string" || formats.regex(text)) return;
      report({
        place,
        path,
        message: "this regular expression does not compile",
        help: "Look for a bracket or a parenthesis that is not closed, or a * or + behind nothing.",
      });
    };
    return {
      plugin(name, plugin, { place }) {
        const expressions = [...(expressionsByPlugin.get(name)?.(plugin) ?? []), ...expressionsInConditions(plugin)];
        for (const [below, text] of expressions) test(place, ["plugins", name, ...below], text);
        const alone = name === "proxy-rewrite" ? withoutReplacement(plugin) : undefined;
        if (alone === undefined) return;
        report({
          place,
          path: ["plugins", name, "regex_uri", alone],
          message: "this regular expression has no replacement behind it",
          help: "Write regex_uri as pairs: an expression, then what takes the place of what it matches.",
        });
      },
      other(kind, { value, place }) {
        if (kind !== "routes") return;
        for (const [path, text] of expressionsInVars(value)) test(place, path, text);
      },
    };
  },
};

/** The last of an odd number: gateways refuse the list, or every request. A list of one is the schema's to find. */
function withoutReplacement(plugin: unknown): number | undefined {
  const { length } = items(plugin, "regex_uri");
  return length > 1 && length % 2 === 1 ? length - 1 : undefined;
}

type Located = readonly [path: Path, text: unknown];

/** Every regular expression of a plugin's configuration, those that the schemas mark too. */
export function expressionsOf(name: string, plugin: unknown): readonly Located[] {
  const marked = Object.hasOwn(markedFields, name) ? (markedFields[name] ?? []) : [];
  return [
    ...marked.flatMap((field) => items(plugin, field)),
    ...(expressionsByPlugin.get(name)?.(plugin) ?? []),
    ...expressionsInConditions(plugin),
  ];
}

/** Those in the `vars` of a route or plugin. */
export function expressionsInVars(holder: unknown): readonly Located[] {
  return matches(fieldOf(holder, "vars"), ["vars"]);
}

function expressionsInConditions(plugin: unknown): readonly Located[] {
  const filter = matches(fieldOf(fieldOf(plugin, "_meta"), "filter"), ["_meta", "filter"]);
  return [...filter, ...expressionsInVars(plugin)];
}

/** Fields with the format `regex`. */
const markedFields: Readonly<Record<string, readonly string[]>> = {
  "ua-restriction": ["allowlist", "denylist"],
  cors: ["allow_origins_by_regex", "timing_allow_origins_by_regex"],
};

/** Fields that hold expressions and that the schemas do not mark. */
const expressionsByPlugin: ReadonlyMap<string, (plugin: unknown) => readonly Located[]> = new Map(
  Object.entries({
    // Pairs: expression, replacement.
    "proxy-rewrite": (plugin: unknown) => items(plugin, "regex_uri").filter((_, index) => index % 2 === 0),
    redirect: (plugin: unknown) => items(plugin, "regex_uri").slice(0, 1),
    "response-rewrite": (plugin: unknown) =>
      items(plugin, "filters").map(([path, item]) => [[...path, "regex"], fieldOf(item, "regex")]),
    "uri-blocker": (plugin: unknown) => items(plugin, "block_rules"),
  }),
);

function items(plugin: unknown, field: string): readonly Located[] {
  const list = fieldOf(plugin, field);
  return Array.isArray(list) ? list.map((item: unknown, index) => [[field, index], item]) : [];
}

/** Right sides of `~~` and `~*` in expressions such as ["http_x", "~~", "^a"], however nested. */
function matches(expression: unknown, path: Path): readonly Located[] {
  if (!Array.isArray(expression)) return [];
  const operator = expression.at(-2);
  const last: unknown = expression.at(-1);
  if ((operator === "~~" || operator === "~*") && typeof last === "string") {
    return [[[...path, expression.length - 1], last]];
  }
  return expression.flatMap((item: unknown, index) => matches(item, [...path, index]));
}
