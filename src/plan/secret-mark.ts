/**
 * A label that says which secrets were written, for gateways that do not show them: a keyed digest (HMAC-SHA256,
 * RFC 2104) by which a later run knows whether they are still the declared ones.
 */
import type { Kind } from "../model/config.ts";
import { canonicalJson, isMap, type JsonMap } from "../model/json.ts";
import { type FingerprintCrypto, hex } from "./fingerprint.ts";
import { maskSecrets } from "./secrets.ts";

export const markLabel = "rollcall-secrets";

/** What a mark is bound to, so that equal secrets of two resources have different marks. */
export interface Marked {
  readonly kind: Kind;
  readonly consumer?: string;
  readonly name: string;
}

export interface Marks {
  /** Of the secrets of `resource`; undefined if it has none, or has no labels to keep it in. */
  of(marked: Marked, resource: JsonMap): string | undefined;
  /** Whether a mark was made under this key. */
  isOurs(mark: string): boolean;
}

/** A guess at a secret needs the key to be checked; that two secrets share a mark is out of the question. */
const markBytes = 16;

export function createMarks(crypto: FingerprintCrypto, key: Uint8Array): Marks {
  const encoder = new TextEncoder();
  const digest = (text: string, bytes: number): string =>
    hex(crypto.hmac("sha256", key, encoder.encode(text)).subarray(0, bytes));
  const keyId = digest("rollcall mark key", 4);
  return {
    of({ kind, consumer = null, name }, resource) {
      if (kind === "global_rules") return undefined;
      const secrets: string[] = [];
      maskSecrets(sortedKeys(withoutMark(resource)), [], (secret) => {
        secrets.push(secret);
        return "";
      });
      if (secrets.length === 0) return undefined;
      return `${keyId}.${digest(canonicalJson(["rollcall mark", kind, consumer, name, secrets]), markBytes)}`;
    },
    isOurs: (mark) => mark.startsWith(`${keyId}.`),
  };
}

export function markOf(resource: JsonMap): string | undefined {
  const mark = isMap(resource["labels"]) ? resource["labels"][markLabel] : undefined;
  return typeof mark === "string" ? mark : undefined;
}

export function withMark(resource: JsonMap, mark: string): JsonMap {
  const labels = isMap(resource["labels"]) ? resource["labels"] : {};
  return { ...resource, labels: { ...labels, [markLabel]: mark } };
}

export function withoutMark(resource: JsonMap): JsonMap {
  if (markOf(resource) === undefined) return resource;
  const { labels: marked, ...rest } = resource;
  const { [markLabel]: _mark, ...labels } = isMap(marked) ? marked : {};
  return Object.keys(labels).length === 0 ? rest : { ...rest, labels };
}

/** The order of fields in a file says nothing. */
function sortedKeys(resource: JsonMap): unknown {
  return JSON.parse(canonicalJson(resource));
}
