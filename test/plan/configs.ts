/** Builds configurations for tests the short way: native values in, identity decided as the check stage does. */
import { createHash } from "node:crypto";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { type Config, type ConsumerEntry, type Entry, type Kind, kinds } from "../../src/model/config.ts";
import { compareText, deriveId } from "../../src/model/identity.ts";
import { createFingerprint } from "../../src/plan/fingerprint.ts";

type Value = Record<string, unknown>;

export type Sections = { readonly [K in Exclude<Kind, "credentials">]?: readonly Value[] };

export const sha1Hex = (text: string): string => createHash("sha1").update(text).digest("hex");

export const options = { fingerprint: createFingerprint(nodeCrypto, new Uint8Array(32).fill(7)), crypto: nodeCrypto };

/** What files declare: the sections that are given, be they empty. */
export function declared(sections: Sections): Config {
  return build(sections, new Set(Object.keys(sections) as Kind[]));
}

/** What a gateway holds: every kind was read. */
export function live(sections: Sections): Config {
  return build(sections, new Set(kinds));
}

function build(sections: Sections, declaredKinds: ReadonlySet<Kind>): Config {
  const entries = (kind: Exclude<Kind, "credentials" | "consumers">): Entry<never>[] =>
    (sections[kind] ?? []).map((value) => entry(value)).sort((left, right) => compareText(left.id, right.id));
  return {
    consumer_groups: entries("consumer_groups"),
    consumers: (sections.consumers ?? []).map(consumer).sort((left, right) => compareText(left.id, right.id)),
    upstreams: entries("upstreams"),
    services: entries("services"),
    plugin_configs: entries("plugin_configs"),
    routes: entries("routes"),
    global_rules: entries("global_rules"),
    declared: declaredKinds,
  };
}

function consumer({ credentials, ...fields }: Value): ConsumerEntry {
  const username = String(fields["username"]);
  return {
    id: username,
    hasOwnId: true,
    value: fields as never,
    credentials: ((credentials ?? []) as Value[]).map((credential) => entry(credential, username)),
  };
}

function entry(value: Value, scope?: string): Entry<never> {
  const hasOwnId = value["id"] !== undefined;
  const id = hasOwnId ? String(value["id"]) : deriveId(String(value["name"]), scope, sha1Hex);
  return { id, hasOwnId, value: value as never };
}
