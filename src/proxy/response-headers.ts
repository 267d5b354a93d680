/** The header lines that go back to the client: the upstream's without those of its hop, and the gateway's own. */
import type { HeaderList } from "../engine/contract.ts";
import { fieldName } from "./field-names.ts";
import { isFraming, namedInConnection } from "./hop-by-hop.ts";

/**
 * Undefined if the body is coded other than in chunks: undici undoes that, so a coding before it would be lost.
 *
 * @param raw names and values in turn, as undici hands them out, or as text; latin1, as Node writes them
 */
export function responseHeaders(
  raw: readonly (Buffer | string)[],
  status: number,
  added: HeaderList,
): string[] | undefined {
  const own = added.length === 0 ? undefined : added.map(([name]) => fieldName(name).lower);
  const flat: string[] = [];
  let taken: Set<string> | undefined;
  let isChunked = false;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const { name, lower, isHopByHop } = fieldName(textOf(raw[index]));
    if (lower === "connection") {
      const named = namedInConnection(textOf(raw[index + 1]));
      if (named.size > 0) taken = new Set([...(taken ?? []), ...named]);
    } else if (lower === "transfer-encoding") {
      const coding = textOf(raw[index + 1])
        .trim()
        .toLowerCase();
      if (isChunked || coding !== "chunked") return undefined;
      isChunked = true;
    }
    if (isHopByHop || own?.includes(lower) === true) continue;
    if (status === 204 && lower === "content-length") continue;
    flat.push(name, textOf(raw[index + 1]));
  }
  if (taken !== undefined) dropNamed(flat, taken);
  for (const [name, value] of added) flat.push(name, value);
  return flat;
}

/**
 * What may come behind a body (RFC 9110 section 6.5.1): nothing that frames the message, routes it, or had to be known before.
 *
 * @param raw names and values in turn, as HTTP/2 has them; others are none
 */
export function responseTrailers(raw: readonly unknown[]): readonly string[] {
  const flat: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name, value] = [raw[index], raw[index + 1]];
    if (typeof name !== "string" || typeof value !== "string") continue;
    const lower = name.toLowerCase();
    if (!lower.startsWith(":") && !isFraming(lower) && !notInTrailers.test(lower)) flat.push(name, value);
  }
  return flat;
}

const notInTrailers =
  /^(?:host|set-cookie|www-authenticate|authorization|content-(?:type|encoding|range)|cache-control|expires|age|date|vary|location|retry-after|warning|access-control-.*)$/;

/** NaN if there is none. */
export function contentLengthOf(headers: readonly string[]): number {
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index];
    // Kept in lower case: with capitals in it, it would be made anew each time.
    if (name?.length === 14 && fieldName(name).lower === "content-length") return Number(headers[index + 1]);
  }
  return Number.NaN;
}

/** The sender frames a body by Transfer-Encoding. */
export function isCoded(raw: readonly (Buffer | string)[]): boolean {
  for (let index = 0; index + 1 < raw.length; index += 2) {
    if (fieldName(textOf(raw[index])).lower === "transfer-encoding") return true;
  }
  return false;
}

function textOf(part: Buffer | string | undefined): string {
  return typeof part === "string" ? part : (part?.toString("latin1") ?? "");
}

function dropNamed(flat: string[], names: ReadonlySet<string>): void {
  for (let index = flat.length - 2; index >= 0; index -= 2) {
    if (names.has(flat[index]?.toLowerCase() ?? "")) flat.splice(index, 2);
  }
}
