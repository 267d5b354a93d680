/** Moves the dates of a case to today: a real gateway has a real clock. */
import type { Case, Row } from "../engine/case-file.ts";

const tableStart = Date.parse("2026-08-01T00:00:00Z");

/** @param now milliseconds since the epoch */
export function movedTo(now: number, each: Case, row: Row): { readonly case: Case; readonly row: Row } {
  const shift = now - (each.start === undefined ? tableStart : Date.parse(each.start));
  return { case: { ...each, tokens: movedTokens(each.tokens, shift) }, row: movedRow(row, shift) };
}

function movedTokens(tokens: Case["tokens"], shift: number): NonNullable<Case["tokens"]> {
  const seconds = Math.round(shift / 1000);
  const entries = Object.entries(tokens ?? {}).map(([name, spec]) => {
    if (typeof spec.claims !== "object" || spec.claims === null || Array.isArray(spec.claims)) return [name, spec];
    const claims = Object.entries(spec.claims).map(([claim, value]) => {
      const isTime = (claim === "exp" || claim === "nbf") && typeof value === "number";
      return [claim, isTime ? value + seconds : value];
    });
    return [name, { ...spec, claims: Object.fromEntries(claims) }];
  });
  return Object.fromEntries(entries) as NonNullable<Case["tokens"]>;
}

function movedRow(row: Row, shift: number): Row {
  const headers = Object.entries(row.headers ?? {}).map(([name, value]) => {
    if (name.toLowerCase() !== "date") return [name, value];
    return [name, typeof value === "string" ? movedDate(value, shift) : value.map((each) => movedDate(each, shift))];
  });
  return { ...row, ...(row.headers && { headers: Object.fromEntries(headers) as NonNullable<Row["headers"]> }) };
}

/** What is no date in the form of HTTP stays what it is. */
function movedDate(text: string, shift: number): string {
  const time = Date.parse(text);
  return new Date(time).toString() !== "Invalid Date" && new Date(time).toUTCString() === text
    ? new Date(time + shift).toUTCString()
    : text;
}
