/** Which requests cannot be asked of a gateway from outside, and why. */
import type { Case, Row } from "../engine/case-file.ts";
import type { GatewayName, PlacedCase } from "./contract.ts";

export interface Circumstances {
  readonly gateway: GatewayName;
  /** Whether the gateway sees this machine as 127.0.0.1. */
  readonly isLocal: boolean;
}

/** How a request is sent from where the table wants it; undefined: from wherever. */
export interface Sender {
  readonly localAddress?: string;
}

/** The reason why the whole case is left out. */
export function caseSkipped({ topic, case: each }: PlacedCase, { gateway }: Circumstances): string | undefined {
  if (each.store === "failing" || each.store === "failing-later") return "a store that fails on purpose";
  if (each.limits) return "limits of the engine's caller";
  const isStricter = topic === "strict" || /^stricter\b/.test(each.name) || each.stricter === true;
  if (isStricter && gateway === "apisix") return "rollcall is stricter than APISIX here";
  return undefined;
}

/** The reason for each request of a case that is run. What follows one in a case that counts cannot be told either. */
export function rowsSkipped(each: Case, circumstances: Circumstances): readonly (string | undefined)[] {
  const counts = mentions(each, '"limit-');
  let at = 0;
  let lost: string | undefined;
  return each.requests.map((row) => {
    at = row.at ?? at;
    const reason = lost ?? rowSkipped(row, each, at, circumstances);
    if (counts && reason !== undefined) lost = reason;
    return reason;
  });
}

function rowSkipped(row: Row, each: Case, at: number, circumstances: Circumstances): string | undefined {
  if (at !== 0) return "a simulated clock";
  if (circumstances.gateway === "apisix" && row.stricter) return "rollcall is stricter than APISIX here";
  if (row.scheme === "https") return "needs TLS";
  if (isSignedForThen(row)) return "a signature of another day";
  if (/\$env:/.test(JSON.stringify(row)) && circumstances.gateway === "apisix") return "the gateway's environment";
  return senderOf(row, each, circumstances) === undefined ? "another client address" : undefined;
}

/** A literal signature over a date: it cannot be moved to today. */
function isSignedForThen({ headers = {}, status }: Row): boolean {
  return status === undefined && headers.Date !== undefined && /^Signature/.test(String(headers.Authorization ?? ""));
}

/** Undefined if the request cannot come from there. Addresses that only need to differ are played by those of loopback. */
export function senderOf(row: Row, each: Case, { isLocal }: Circumstances): Sender | undefined {
  const isAddressRead = /"ip-restriction"|"remote_addrs?"|"ipmatch"/.test(JSON.stringify(each.config ?? {}));
  if (row.from === undefined) return isLocal || !isAddressRead ? {} : undefined;
  const parts = /^\d+\.\d+\.\d+\.(\d{1,3})$/.exec(row.from);
  if (!isLocal || isAddressRead || !parts) return undefined;
  return { localAddress: `127.0.1.${parts[1]}` };
}

export function mentions(each: Case, text: string): boolean {
  return JSON.stringify(each.config ?? {}).includes(text);
}
