/**
 * Random consumers, edits of them, and what a gateway must say: a model that knows nothing of artifacts, indexes or overlays.
 * Everything follows from the random numbers that it is given.
 */
import type { GatewayRequest } from "../../src/engine/contract.ts";
import type { PlainConfig } from "./configuration.ts";

export type Random = (below: number) => number;

/** mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface ModelCredential {
  name: string;
  plugin: "key-auth" | "basic-auth";
  /** The look-up value; a number `n` as reference stands for `$env://V<n>`. */
  value: string;
  reference?: number;
  password: string;
  isDisabled: boolean;
}

interface ModelConsumer {
  username: string;
  tier: string;
  group: string | undefined;
  /** Its own plugin lets this address alone pass. */
  address: string | undefined;
  credentials: ModelCredential[];
}

export interface Model {
  consumers: Map<string, ModelConsumer>;
  /** What the groups let pass; a group that is not in it does not exist. */
  groups: Map<string, string>;
  /** The tier that the route /key lets in. */
  allowedTier: string;
}

export const environment: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`V${index}`, `value-${index % 30}`]),
);

const addresses = ["192.0.2.1", "192.0.2.2", "192.0.2.3"];
const tiers = ["gold", "silver"];
const pick = <T>(random: Random, from: readonly T[]): T => from[random(from.length)] as T;

export function emptyModel(): Model {
  return { consumers: new Map(), groups: new Map([["g0", "192.0.2.1"]]), allowedTier: "gold" };
}

/** Values come from few: some are shared, by accident as in life. */
function randomValue(random: Random, model: Model): string {
  return `value-${random(Math.max(30, model.consumers.size * 8))}`;
}

function randomCredential(random: Random, model: Model, name: string): ModelCredential {
  const isReference = random(12) === 0;
  return {
    name,
    plugin: random(3) === 0 ? "basic-auth" : "key-auth",
    value: randomValue(random, model),
    ...(isReference && { reference: random(44) }),
    password: `password-${random(5)}`,
    isDisabled: random(15) === 0,
  };
}

function randomConsumer(random: Random, model: Model, username: string): ModelConsumer {
  return {
    username,
    tier: pick(random, tiers),
    group: random(4) === 0 ? `g${random(3)}` : undefined,
    address: random(6) === 0 ? pick(random, addresses) : undefined,
    credentials: Array.from({ length: random(4) }, (_, index) => randomCredential(random, model, `c${index}`)),
  };
}

export function addConsumers(model: Model, count: number, random: Random): void {
  for (let added = 0; added < count; added++) {
    const username = `u${random(1_000_000)}`;
    model.consumers.set(username, randomConsumer(random, model, username));
  }
}

type Edit = (model: Model, random: Random) => void;

const someone = (model: Model, random: Random): ModelConsumer | undefined =>
  pick(random, [...model.consumers.values()]);

const edits: readonly Edit[] = [
  (model, random) => addConsumers(model, 1 + random(3), random),
  (model, random) => model.consumers.delete(someone(model, random)?.username ?? ""),
  (model, random) => {
    const consumer = someone(model, random);
    if (consumer) model.consumers.set(consumer.username, randomConsumer(random, model, consumer.username));
  },
  (model, random) => {
    const consumer = someone(model, random);
    const credential = consumer?.credentials[0];
    if (credential) credential.value = randomValue(random, model);
  },
  // The value of somebody else: from now on neither is let in.
  (model, random) => {
    const [from, to] = [someone(model, random)?.credentials[0], someone(model, random)?.credentials[0]];
    if (from && to) to.value = from.value;
  },
  (model, random) => {
    const credential = someone(model, random)?.credentials[0];
    if (credential) credential.password = `password-${random(5)}`;
  },
  (model, random) => {
    const consumer = someone(model, random);
    if (consumer) consumer.tier = pick(random, tiers);
  },
  (model, random) => {
    const name = `g${random(3)}`;
    if (random(2) === 0) model.groups.delete(name);
    else model.groups.set(name, pick(random, addresses));
  },
  (model, random) => {
    model.allowedTier = pick(random, tiers);
  },
];

export function edit(model: Model, count: number, random: Random): void {
  for (let done = 0; done < count; done++) pick(random, edits)(model, random);
}

export function configOf(model: Model): PlainConfig {
  const only = (address: string) => ({ "ip-restriction": { whitelist: [address] } });
  return {
    consumer_groups: [...model.groups].map(([id, address]) => ({ id, plugins: only(address) })),
    consumers: [...model.consumers.values()].map(({ username, tier, group, address, credentials }) => ({
      username,
      labels: { tier },
      ...(group && { group_id: group }),
      ...(address && { plugins: only(address) }),
      credentials: credentials.map(({ name, plugin, value, reference, password, isDisabled }) => {
        const lookup = reference === undefined ? value : `$env://V${reference}`;
        const own = plugin === "key-auth" ? { key: lookup } : { username: lookup, password };
        return { name, plugins: { [plugin]: { ...own, ...(isDisabled && { _meta: { disable: true } }) } } };
      }),
    })),
    routes: [
      route("key", { "key-auth": {}, acl: { allow_labels: { tier: [model.allowedTier] } } }),
      route("basic", { "basic-auth": {} }),
    ],
  };
}

const route = (id: string, plugins: object) => ({
  id,
  uri: `/${id}`,
  upstream: { nodes: { "127.0.0.1:9": 1 } },
  plugins,
});

export interface Asked {
  readonly plugin: "key-auth" | "basic-auth";
  readonly value: string;
  readonly password: string;
  readonly address: string;
}

/** Mostly what somebody has, sometimes what nobody has. */
export function randomAsked(model: Model, random: Random): Asked {
  const credential = pick(random, someone(model, random)?.credentials ?? []) as ModelCredential | undefined;
  const isOther = random(4) === 0;
  return {
    plugin: credential?.plugin ?? "key-auth",
    value: isOther || !credential ? randomValue(random, model) : lookupOf(credential),
    password: isOther || !credential ? `password-${random(5)}` : credential.password,
    address: pick(random, addresses),
  };
}

function lookupOf({ value, reference }: ModelCredential): string {
  return reference === undefined ? value : (environment[`V${reference}`] ?? "");
}

export function requestOf({ plugin, value, password, address }: Asked): GatewayRequest {
  const isKey = plugin === "key-auth";
  const basic = `Basic ${Buffer.from(`${value}:${password}`).toString("base64")}`;
  return {
    method: "GET",
    target: isKey ? "/key" : "/basic",
    headers: [["Host", "a.example"], isKey ? ["apikey", value] : ["Authorization", basic]],
    remoteAddress: address,
    scheme: "http",
  };
}

/** The status, and for who is let in the consumer and the credential. */
export function expected(model: Model, { plugin, value, password, address }: Asked): string {
  // A reference that leads nowhere is no key that is empty.
  if (value === "") return "401";
  const claimants = [...model.consumers.values()].flatMap((consumer) =>
    consumer.credentials
      .filter((each) => each.plugin === plugin && !each.isDisabled && lookupOf(each) === value)
      .map((credential) => ({ consumer, credential })),
  );
  const [first, ...others] = claimants;
  if (!first || others.length > 0) return "401";
  if (plugin === "basic-auth" && first.credential.password !== password) return "401";
  const { consumer, credential } = first;
  const group = consumer.group === undefined ? undefined : model.groups.get(consumer.group);
  if (consumer.group !== undefined && group === undefined) return "503";
  const only = consumer.address ?? group;
  if (only !== undefined && only !== address) return "403";
  if (plugin === "key-auth" && consumer.tier !== model.allowedTier) return "403";
  return `${consumer.username} ${credential.name}`;
}
