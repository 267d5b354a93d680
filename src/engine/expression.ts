/** Conditions in the form of lua-resty-expr: `[variable, operator, value]` in lists and under AND, OR, !AND, !OR. */
import type { RequestContext } from "./context.ts";
import { addressMatcher } from "./ip.ts";
import { compilePattern, patternFault } from "./pattern.ts";
import { findVariable, type Variable } from "./vars.ts";

/** Whether the condition holds; undefined if that cannot be told (a text too long for its pattern). */
export type Expression = (context: RequestContext) => boolean | undefined;

type Test = (left: string | undefined) => boolean | undefined;
/** Makes the test of an operator for its right side; undefined if the right side does not fit. */
type Operator = (right: unknown) => Test | undefined;

const operators: Readonly<Record<string, Operator>> = {
  "==": (right) => equals(right),
  "~=": (right) => inverted(equals(right)),
  ">": (right) => compares(right, (left, limit) => left > limit),
  ">=": (right) => compares(right, (left, limit) => left >= limit),
  "<": (right) => compares(right, (left, limit) => left < limit),
  "<=": (right) => compares(right, (left, limit) => left <= limit),
  "~~": (right) => matches(right, false),
  "~*": (right) => matches(right, true),
  in: (right) => (Array.isArray(right) ? (left) => left !== undefined && right.includes(left) : undefined),
  // No variable of ours holds a list.
  has: () => () => false,
  ipmatch: (right) => isIn(right),
};

const connectives: Readonly<Record<string, (parts: readonly Expression[]) => Expression>> = {
  AND: (parts) => every(parts),
  OR: (parts) => some(parts),
  "!AND": (parts) => not(every(parts)),
  "!OR": (parts) => not(some(parts)),
};

/** The condition, or undefined if it is none that we can evaluate. No condition at all holds. */
export function compileExpression(
  rules: readonly unknown[],
  find: VariableFinder = findVariable,
): Expression | undefined {
  if (rules.length === 0) return () => true;
  return Array.isArray(rules[0]) || isConnective(rules[0]) ? compileList(rules, find) : undefined;
}

/** Why there is no condition: the regular expression that is to blame, or that the whole is not understood. */
export function expressionFault(rules: readonly unknown[]): string | undefined {
  if (compileExpression(rules)) return undefined;
  return firstPatternFault(rules) ?? "not understood";
}

function firstPatternFault(rules: readonly unknown[]): string | undefined {
  const operator = rules.at(-2);
  const right = rules.at(-1);
  if ((operator === "~~" || operator === "~*") && typeof right === "string") return patternFault(right);
  for (const rule of rules) {
    const fault = Array.isArray(rule) ? firstPatternFault(rule) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

type VariableFinder = (name: string) => Variable | undefined;

function compileList(rules: readonly unknown[], find: VariableFinder): Expression | undefined {
  const [first, ...rest] = rules;
  const connective = isConnective(first) ? connectives[first.toUpperCase()] : undefined;
  if (!connective && !Array.isArray(first)) return compileComparison(rules, find);
  if (connective && rest.length < 2) return undefined;
  const parts: Expression[] = [];
  for (const rule of connective ? rest : rules) {
    const part = Array.isArray(rule) && rule.length > 0 ? compileList(rule, find) : undefined;
    if (!part) return undefined;
    parts.push(part);
  }
  return connective ? connective(parts) : every(parts);
}

function compileComparison(rule: readonly unknown[], find: VariableFinder): Expression | undefined {
  const isReversed = rule[1] === "!" && rule.length === 4;
  const [operatorName, right] = isReversed ? [rule[2], rule[3]] : comparisonParts(rule);
  if (typeof rule[0] !== "string" || typeof operatorName !== "string" || rule.length > 4) return undefined;
  const variable = find(rule[0]);
  const name = operatorName.toLowerCase();
  const test = Object.hasOwn(operators, name) ? operators[name]?.(right) : undefined;
  if (!variable || !test || (rule.length === 4 && !isReversed)) return undefined;
  const holds: Expression = (context) => test(variable(context));
  return isReversed ? not(holds) : holds;
}

/** `[variable, value]` means equality. */
function comparisonParts(rule: readonly unknown[]): readonly [unknown, unknown] {
  return rule.length === 2 ? ["==", rule[1]] : [rule[1], rule[2]];
}

function isConnective(value: unknown): value is string {
  return typeof value === "string" && Object.hasOwn(connectives, value.toUpperCase());
}

function every(parts: readonly Expression[]): Expression {
  return (context) => {
    let isKnown = true;
    for (const part of parts) {
      const holds = part(context);
      if (holds === false) return false;
      if (holds === undefined) isKnown = false;
    }
    return isKnown ? true : undefined;
  };
}

function some(parts: readonly Expression[]): Expression {
  return not(every(parts.map(not)));
}

function not(part: Expression): Expression {
  return (context) => {
    const holds = part(context);
    return holds === undefined ? undefined : !holds;
  };
}

function equals(right: unknown): Test | undefined {
  if (right === null || right === undefined) return (left) => left === undefined;
  if (typeof right === "number") return (left) => toNumber(left) === right;
  return typeof right === "string" ? (left) => left === right : undefined;
}

function inverted(test: Test | undefined): Test | undefined {
  return test && ((left) => !test(left));
}

function compares(right: unknown, holds: (left: number, limit: number) => boolean): Test | undefined {
  const limit = typeof right === "number" || typeof right === "string" ? toNumber(String(right)) : undefined;
  if (limit === undefined) return undefined;
  return (left) => {
    const number = toNumber(left);
    return number !== undefined && holds(number, limit);
  };
}

function matches(right: unknown, ignoresCase: boolean): Test | undefined {
  const pattern = typeof right === "string" ? compilePattern(right, ignoresCase) : undefined;
  return pattern && ((left) => left !== undefined && pattern(left));
}

function isIn(right: unknown): Test | undefined {
  const list = typeof right === "string" ? [right] : right;
  const isTextList = Array.isArray(list) && list.every((item) => typeof item === "string");
  const matcher = isTextList ? addressMatcher(list) : undefined;
  return matcher && ((left) => left !== undefined && (matcher(left) ?? false));
}

function toNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text)
    ? Number(text)
    : undefined;
}
