/** What a case of a malformed or ambiguous request is, and the words in which the tables are written. */

export interface RequestCase {
  readonly name: string;
  /** Latin1. The marked request `next` follows them in the same write. */
  readonly bytes: string;
  readonly outcome: Outcome;
  /** The client ends its side behind the bytes. */
  readonly isEnded?: boolean;
  /** What must stand in, or not stand in, the headers of the first request that the upstream reads. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/**
 * - refused: one answer of 4xx or 5xx, nothing of it reaches the upstream, the connection is closed.
 * - cut: found out on the way; the connection is closed, and the upstream has read no whole request beyond `served`.
 * - served: the upstream reads exactly these requests (`METHOD /target` and, behind a space, the body), then `next`;
 *   with `closes`, the connection ends before it.
 * - answered: the gateway answers this status itself, and then `next` is served.
 */
export type Outcome =
  | { readonly kind: "refused"; readonly status?: number }
  | { readonly kind: "cut"; readonly served: readonly string[] }
  | { readonly kind: "served"; readonly served: readonly string[]; readonly closes: boolean }
  | { readonly kind: "answered"; readonly status: number };

export const refused: Outcome = { kind: "refused" };
export const refusedWith = (status: number): Outcome => ({ kind: "refused", status });
export const cut = (...served: string[]): Outcome => ({ kind: "cut", served });
export const served = (...requests: string[]): Outcome => ({ kind: "served", served: requests, closes: false });
export const servedAndClosed = (...requests: string[]): Outcome => ({ kind: "served", served: requests, closes: true });
export const answered = (status: number): Outcome => ({ kind: "answered", status });

/** A request that nobody sent on purpose: wherever it is served, the case has failed. */
export const smuggled = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";

/** The marked request. */
export const next = "GET /next HTTP/1.1\r\nHost: h\r\nX-Mark: next\r\n\r\n";

/** A POST to /first with these header lines, and what follows its head. */
export function post(lines: readonly string[], rest = ""): string {
  return `POST /first HTTP/1.1\r\nHost: h\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n${rest}`;
}

/** A GET of /first with these header lines. */
export function get(...lines: string[]): string {
  return `GET /first HTTP/1.1\r\nHost: h\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n`;
}

/** A text as it may stand in the name of a test. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
