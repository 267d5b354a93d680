/** Gives each diagnostic an identity that survives lines being added above it, so that a service can tell new from known ones. */
import type { Diagnostic } from "../model/diagnostic.ts";

export interface Identified {
  readonly diagnostic: Diagnostic;
  /** 16 hex digits, unique in one report. Of rule, file, message and, among equals, the order. Not for security. */
  readonly fingerprint: string;
}

export function identify(diagnostics: readonly Diagnostic[]): readonly Identified[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { rule, message, span } = diagnostic;
    const identity = JSON.stringify([rule, span?.file ?? "", message]);
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return { diagnostic, fingerprint: fnv1a64(`${identity} ${count}`) };
  });
}

/** FNV-1a over UTF-16 code units, 64 bits (Fowler, Noll, Vo; RFC 9923). */
function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
