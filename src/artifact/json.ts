/** JSON parts of an artifact, read with suspicion: what has not the expected shape refuses the whole artifact. */
import { refuse } from "./container.ts";

export type Check = (value: unknown) => boolean;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function parseJson(bytes: Uint8Array, what: string): unknown {
  try {
    // A copy, because browsers do not decode from shared memory.
    return JSON.parse(decoder.decode(bytes.slice()));
  } catch {
    refuse(`its ${what} are not JSON`);
  }
}

export const isText: Check = (value) => typeof value === "string";
export const isFlag: Check = (value) => typeof value === "boolean";
export const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
export const isList: Check = (value) => Array.isArray(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && values.includes(value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const indexBelow =
  (count: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;

/** An object with these fields, each as its check asks, and maybe others. */
export const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(fields).every(([name, check]) =>
      check(Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined),
    );
