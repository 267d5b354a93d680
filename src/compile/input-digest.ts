/** The digest that names the input of a compilation, whatever the order of its files and keys. */

import { deriveKeys, hex } from "../artifact/keys.ts";
import type { Crypto } from "../crypto/contract.ts";
import { type Config, type ConsumerEntry, type Entry, type Kind, kinds } from "../model/config.ts";
import { canonicalJson } from "../model/json.ts";
import { sortedById } from "./fields.ts";

const entriesPerBatch = 1024;
const encoder = new TextEncoder();

/** Keyed, because the input holds secrets: a bare digest would let them be guessed. Places and what is declared do not count. */
export function inputDigest(config: Config, crypto: Crypto, masterKey: Uint8Array): string {
  const { input: key } = deriveKeys(crypto, masterKey);
  const batches = kinds.flatMap((kind) =>
    [...batchesOf(config, kind)].map((text) => crypto.sha256(encoder.encode(text))),
  );
  return hex(crypto.hmac("sha256", key, ...batches));
}

/** In batches, because the text of all consumers can pass the longest string. */
function* batchesOf(config: Config, kind: Kind): Generator<string> {
  if (kind === "credentials") return;
  const entries: readonly (Entry<object> | ConsumerEntry)[] = sortedById<Entry<object>>(config[kind]);
  for (let start = 0; start < entries.length; start += entriesPerBatch) {
    const batch = entries.slice(start, start + entriesPerBatch);
    yield canonicalJson([kind, start, batch.map(identified)]);
  }
}

function identified(entry: Entry<object> | ConsumerEntry): unknown {
  const credentials = "credentials" in entry ? sortedById(entry.credentials).map(({ id, value }) => [id, value]) : [];
  return [entry.id, entry.value, credentials];
}
