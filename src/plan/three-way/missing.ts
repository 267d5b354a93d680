/** Stands in a base for the value of a variable that nobody gave: a text that no gateway holds. */
import { isMap } from "../../model/json.ts";
import type { MissingVariables } from "./contract.ts";

export interface Markers extends MissingVariables {
  /** A value for each name. */
  readonly values: Readonly<Record<string, string>>;
}

/** Long enough for a secret of HMAC-SHA-512, and valid as base64, so that the schemas have nothing against it. */
const markerLength = 88;
const indexDigits = 8;

/** @param nonce 32 random hex digits: nobody can write a marker into a file to pass a value off as missing */
export function createMarkers(names: readonly string[], nonce: string): Markers {
  const markers = names.map((name, index) => [name, markerOf(nonce, index)] as const);
  const pattern = new RegExp(`${nonce}(\\d{${indexDigits}})`, "g");
  const found = (value: unknown): readonly string[] => {
    if (typeof value === "string") return [...value.matchAll(pattern)].map(([, index]) => names[Number(index)] ?? "");
    if (Array.isArray(value)) return value.flatMap(found);
    return isMap(value) ? Object.values(value).flatMap(found) : [];
  };
  return { values: Object.fromEntries(markers), in: (value) => [...new Set(found(value))] };
}

function markerOf(nonce: string, index: number): string {
  return `${nonce}${String(index).padStart(indexDigits, "0")}`.padEnd(markerLength, "0");
}
