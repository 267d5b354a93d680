/** Makes the configuration of a draft: names that are allowed and unique, look-up keys that belong to one consumer, and what does not fit reported. */
import { isAuthPlugin, isSecretReference, lookupField } from "../model/auth.ts";
import type { Config, ConsumerEntry, Entry, Kind } from "../model/config.ts";
import { kinds } from "../model/config.ts";
import { compareText, deriveId, type Sha1Hex } from "../model/identity.ts";
import { isMap } from "../model/json.ts";
import type { Span } from "../model/place.ts";
import { lackOf } from "./complete.ts";
import type { Converted, Loss } from "./contract.ts";
import { ConsumerReference, type Draft, type DraftConsumer, type DraftCredential } from "./draft.ts";
import { chooseNames } from "./names.ts";

type Names = ReadonlyMap<string, string>;

const longestDesc = 256;

export function finish(draft: Draft, sha1Hex: Sha1Hex): Converted {
  const names = chooseNames(draft.consumers.keys(), sha1Hex);
  reportNames(draft, names);
  const owners = new Map<string, Span>();
  const consumers = [...draft.consumers.values()]
    .map((consumer) => consumerEntry(consumer, names, owners, draft, sha1Hex))
    .sort((left, right) => compareText(left.id, right.id));
  const config: Record<string, unknown> = { consumers, declared: draft.declared };
  for (const kind of kinds) {
    if (kind === "consumers" || kind === "credentials") continue;
    config[kind] = [...(draft.others.get(kind)?.values() ?? [])]
      .map(({ id, span, fields }) => ({ id, hasOwnId: true, value: fitted(fields, span, names, draft) }))
      .sort((left, right) => compareText(left.id, right.id));
  }
  return {
    config: config as unknown as Config,
    losses: [...draft.losses].sort(byPlace),
    diagnostics: draft.diagnostics,
  };
}

/** Whether the kind stands in the inputs: an empty section would tell sync to delete what the gateway has of it. */
export function declaredSections(
  document: Readonly<Record<string, unknown>>,
  declared: ReadonlySet<Kind>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).filter(([section]) => (declared as ReadonlySet<string>).has(section)),
  );
}

function reportNames(draft: Draft, names: Names): void {
  for (const { original, span } of draft.consumers.values()) {
    const name = names.get(original);
    if (name === original) continue;
    draft.lose({
      span,
      found: `the username "${original}"`,
      outcome: "renamed",
      became: `"${name}": a username holds only letters, digits, '-' and '_'`,
      instead: "Services behind the gateway that read X-Consumer-Username see the new name.",
    });
  }
}

function consumerEntry(
  consumer: DraftConsumer,
  names: Names,
  owners: Map<string, Span>,
  draft: Draft,
  sha1Hex: Sha1Hex,
): ConsumerEntry {
  const username = names.get(consumer.original) ?? consumer.original;
  const taken = new Set<string>();
  const credentials: Entry<unknown>[] = [];
  for (const credential of consumer.credentials) {
    if (!isComplete(credential, consumer, draft)) continue;
    if (!isOnlyOwner(credential, consumer, owners, draft)) continue;
    const name = freeName(credential.name, taken);
    const fields = fitted(credential.fields, credential.span, names, draft);
    credentials.push({
      id: credential.id ?? deriveId(name, username, sha1Hex),
      hasOwnId: credential.id !== undefined,
      value: { ...fields, name },
    });
  }
  return {
    id: username,
    hasOwnId: true,
    value: { ...fitted(consumer.fields, consumer.span, names, draft), username } as unknown as ConsumerEntry["value"],
    credentials: credentials as unknown as ConsumerEntry["credentials"],
  };
}

function freeName(name: string, taken: Set<string>): string {
  const base = name === "" ? "credential" : name.slice(0, 240);
  let free = base;
  for (let number = 2; taken.has(free); number += 1) free = `${base}-${number}`;
  taken.add(free);
  return free;
}

function isComplete({ fields, span }: DraftCredential, { original }: DraftConsumer, draft: Draft): boolean {
  const [plugin = "", settings] = Object.entries(isMap(fields["plugins"]) ? fields["plugins"] : {})[0] ?? [];
  const lack = lackOf(plugin, settings);
  if (lack === undefined) return true;
  draft.lose({
    span,
    found: `a ${plugin} credential of "${original}"`,
    outcome: "dropped",
    became: `it is left out: ${lack}`,
    instead: `Give "${original}" a new credential.`,
  });
  return false;
}

/** A request is told by its look-up key: the second credential with it is left out. */
function isOnlyOwner(
  { fields, span }: DraftCredential,
  { original }: DraftConsumer,
  owners: Map<string, Span>,
  draft: Draft,
): boolean {
  for (const [plugin, settings] of Object.entries(isMap(fields["plugins"]) ? fields["plugins"] : {})) {
    const key = isAuthPlugin(plugin) && isMap(settings) ? settings[lookupField[plugin]] : undefined;
    if (typeof key !== "string" || isSecretReference(key)) continue;
    const owner = owners.get(`${plugin}\n${key}`);
    if (owner) {
      const { file, start } = owner;
      draft.lose({
        span,
        found: `a ${plugin} credential of "${original}" by which requests are told from others`,
        outcome: "dropped",
        became: `the one at ${file}:${start.line}:${start.column} has the same ${lookupField[plugin as "key-auth"]}, and a request could be taken for either`,
        instead: `Give "${original}" a ${lookupField[plugin as "key-auth"]} of its own.`,
      });
      return false;
    }
    owners.set(`${plugin}\n${key}`, span);
  }
  return true;
}

/** With the final names of consumers, and a description that is not too long. */
function fitted(fields: Record<string, unknown>, span: Span, names: Names, draft: Draft): Record<string, unknown> {
  const named = withNames(fields, names) as Record<string, unknown>;
  const { desc } = named;
  if (typeof desc !== "string" || desc.length <= longestDesc) return named;
  draft.lose({
    span,
    found: `a description of ${desc.length} characters`,
    outcome: "approximated",
    became: `it is cut to the ${longestDesc} characters that a gateway takes`,
    instead: "Shorten it, or keep the rest as a comment.",
  });
  return { ...named, desc: desc.slice(0, longestDesc) };
}

function withNames(value: unknown, names: Names): unknown {
  if (value instanceof ConsumerReference) return names.get(value.original) ?? value.original;
  if (Array.isArray(value)) return value.map((item) => withNames(item, names));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withNames(part, names)]));
}

function byPlace(left: Loss, right: Loss): number {
  return compareText(left.span.file, right.span.file) || left.span.start.offset - right.span.start.offset;
}
