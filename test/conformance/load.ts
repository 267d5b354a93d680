/** Puts the configuration of a case into the gateway, in the order of references, and waits until it is in force. */
import { setTimeout as sleep } from "node:timers/promises";
import { CommandError } from "../../src/cli/terminal.ts";
import { mapBounded } from "../../src/gateway/concurrency.ts";
import { type AdminClient, concurrency } from "./admin-client.ts";
import type { Echo } from "./echo.ts";
import type { NativeConfig } from "./rename.ts";
import { exchange, type Place, wireBytes } from "./wire.ts";

export interface LoadContext {
  readonly admin: AdminClient;
  readonly target: Place;
  readonly echo: Echo;
  readonly signal: AbortSignal;
  /** What a gateway with several workers needs after the probe has passed. */
  readonly settleMs: number;
}

/** What the gateway did not take: `routes/ID`, `consumers/NAME`, `credentials/NAME/ID`, and why. */
export type Refused = ReadonlyMap<string, string>;

/** Each can name only what comes before it. Global rules come when the probe has passed: they would stop it. */
const order = ["consumer_groups", "consumers", "upstreams", "services", "plugin_configs", "routes"] as const;
const probeTries = 100;
const probePauseMs = 100;

export async function load(config: NativeConfig, prefix: string, context: LoadContext): Promise<Refused> {
  const refused = new Map<string, string>();
  for (const kind of order) {
    await mapBounded(config[kind] ?? [], concurrency, (entry) => putEntry(kind, entry, context, refused));
  }
  await probe(config, prefix, context);
  for (const entry of config.global_rules ?? []) await putEntry("global_rules", entry, context, refused);
  await sleep(context.settleMs, undefined, { signal: context.signal });
  return refused;
}

type Entry = Readonly<Record<string, unknown>>;

async function putEntry(kind: string, entry: Entry, context: LoadContext, refused: Map<string, string>): Promise<void> {
  context.signal.throwIfAborted();
  const { admin } = context;
  const { credentials = [], id, ...value } = entry;
  const name = String(kind === "consumers" ? value.username : id);
  const why = await admin.put(`/${kind}/${name}`, value);
  if (why !== undefined) {
    refused.set(`${kind}/${name}`, why);
    return;
  }
  for (const credential of credentials as readonly Entry[]) {
    const credentialId = String(credential.id ?? credential.name);
    const reason = await admin.put(`/consumers/${name}/credentials/${credentialId}`, credential);
    if (reason !== undefined) refused.set(`credentials/${name}/${credentialId}`, reason);
  }
}

/** A consumer and a route of its own, written last: when they answer, what was written before them is in force. */
async function probe(config: NativeConfig, prefix: string, context: LoadContext): Promise<void> {
  const { admin, target, echo, signal } = context;
  const upstream = config.upstreams?.[0] ?? (config.routes?.[0]?.upstream as Entry | undefined);
  const key = `${prefix}probe-key`;
  const uri = `/${prefix}probe`;
  await admin.put(`/consumers/${prefix}probe`, { username: `${prefix}probe` });
  await admin.put(`/consumers/${prefix}probe/credentials/k`, { name: "k", plugins: { "key-auth": { key } } });
  const route = { uri, plugins: { "key-auth": {} }, upstream: { nodes: upstream?.nodes } };
  const why = await admin.put(`/routes/${prefix}probe`, route);
  if (why !== undefined) throw new CommandError(`the gateway does not take the probe's route: ${why}`);
  const bytes = wireBytes({ method: "GET", target: uri, headers: [["apikey", key]] }, "");
  let last = "";
  for (let count = 0; count < probeTries; count++) {
    try {
      const { status, body } = await exchange(target, bytes, { signal });
      if (status === 200 && echo.taken().length > 0) return;
      last = `${status} ${body.slice(0, 200)}`.trim();
    } catch (error) {
      last = (error as Error).message;
    }
    await sleep(probePauseMs, undefined, { signal });
  }
  throw new CommandError(
    `what the Admin API took is not in force after ${(probeTries * probePauseMs) / 1000} s at --target: ${last}; ` +
      "do --target and --admin belong to one gateway, and does it reach --upstream?",
  );
}
