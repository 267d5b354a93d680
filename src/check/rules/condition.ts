import type { Path } from "../../model/place.ts";
import { fieldOf } from "./plugins-of.ts";
import type { Rule, Spot } from "./rule.ts";

/** A gateway refuses a condition that it cannot read, or never matches the route (the form is that of lua-resty-expr). */
export const condition: Rule = {
  id: "plugin/condition",
  severity: "error",
  visit({ report }) {
    const check = (place: Spot["place"], path: Path, list: unknown): void => {
      if (!Array.isArray(list) || list.length === 0) return;
      for (const problem of problemsOf(list, path)) report({ place, help, ...problem });
    };
    return {
      plugin(name, plugin, { place }) {
        check(place, ["plugins", name, "_meta", "filter"], fieldOf(fieldOf(plugin, "_meta"), "filter"));
        if (name === "response-rewrite") check(place, ["plugins", name, "vars"], fieldOf(plugin, "vars"));
      },
      other(kind, { value, place }) {
        if (kind === "routes") check(place, ["vars"], fieldOf(value, "vars"));
      },
    };
  },
};

const help =
  'Write [variable, operator, value] with an operator of ==, ~=, >, >=, <, <=, ~~, ~*, in, has, ipmatch ("!" before it turns it round); lists of such, or ["OR", […], […]].';

interface Problem {
  readonly path: Path;
  readonly message: string;
}

const operators: ReadonlySet<unknown> = new Set(["==", "~=", ">", ">=", "<", "<=", "~~", "~*", "in", "has", "ipmatch"]);
const connectives: ReadonlySet<string> = new Set(["AND", "OR", "!AND", "!OR"]);

/** Of a list of conditions, or of one that a connective begins. */
function problemsOf(list: readonly unknown[], path: Path): readonly Problem[] {
  const [first] = list;
  const isConnected = typeof first === "string" && connectives.has(first.toUpperCase());
  if (!isConnected && !Array.isArray(first)) return [{ path, message: "this is no list of conditions" }];
  const parts = list.map((part, index) => ({ part, path: [...path, index] })).slice(isConnected ? 1 : 0);
  if (isConnected && parts.length < 2) return [{ path, message: `"${first}" needs two conditions or more` }];
  return parts.flatMap(({ part, path: below }) => problemsOfPart(part, below));
}

function problemsOfPart(part: unknown, path: Path): readonly Problem[] {
  if (!Array.isArray(part)) return [{ path, message: "this is no condition" }];
  const [variable, ...rest] = part as readonly unknown[];
  const isNested = Array.isArray(variable) || (typeof variable === "string" && connectives.has(variable.toUpperCase()));
  if (isNested) return problemsOf(part, path);
  const isReversed = rest[0] === "!";
  const [operator] = isReversed ? rest.slice(1) : rest;
  if (typeof variable !== "string" || rest.length !== (isReversed ? 3 : 2)) {
    return [{ path, message: "this condition has not the form [variable, operator, value]" }];
  }
  if (operators.has(operator)) return [];
  return [{ path: [...path, isReversed ? 2 : 1], message: "this condition has an operator that no gateway knows" }];
}
