/** Files and a gateway to a plan, for diff and sync. */
import { randomBytes } from "node:crypto";
import { nodeCrypto } from "../crypto/node.ts";
import type { Gateway } from "../gateway/contract.ts";
import { type Config, kinds, type Live } from "../model/config.ts";
import type { Fingerprint, Plan } from "../plan/contract.ts";
import { createFingerprint } from "../plan/fingerprint.ts";
import { plan } from "../plan/plan.ts";
import { type Labels, selectedPart } from "../plan/scope.ts";
import { createMarks } from "../plan/secret-mark.ts";
import { findKey, type KeyOptions } from "./key.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface PlanInputOptions extends KeyOptions {
  /** commander's `--no-delete`: false when given. */
  readonly delete: boolean;
  readonly select?: Labels;
  readonly own?: boolean;
  readonly forceSecrets?: boolean;
}

/** @throws GatewayError if the gateway cannot be read */
export async function planAgainst(
  gateway: Gateway,
  config: Config,
  options: PlanInputOptions,
  terminal: Terminal,
): Promise<Plan> {
  const { select = {}, own = false } = options;
  noteOutside(config, select, terminal);
  const key = await findKey(options, terminal);
  const live = await gateway.read(config.declared);
  const made = plan(known(config, live), live, {
    fingerprint: fingerprintUnder(key, terminal),
    crypto: nodeCrypto,
    noDelete: !options.delete,
    scope: { select, own },
    // A mark under a key for this run would tell nothing to the next.
    ...(key && { marks: createMarks(nodeCrypto, key) }),
    forceSecrets: options.forceSecrets ?? false,
  });
  noteIncomparable(made, key !== undefined, terminal);
  return made;
}

/** Not a difference, and not in silence. */
function noteIncomparable({ incomparable }: Plan, hasKey: boolean, terminal: Terminal): void {
  const count = incomparable.length;
  if (count === 0) return;
  const what = count === 1 ? "1 resource holds secrets" : `${count} resources hold secrets`;
  const it = count === 1 ? "it is" : "they are";
  const key = hasKey ? "" : "; under a key (--key-file) rollcall marks what it writes, and can compare from then on";
  terminal.note(`${what} that the gateway does not show: ${it} written only with --force-secrets${key}`);
}

/** Left alone, but not in silence: a label may have been forgotten. */
function noteOutside(config: Config, select: Labels, terminal: Terminal): void {
  const inside = selectedPart(config, select);
  const count = kinds.reduce((sum, kind) => {
    return kind === "credentials" ? sum : sum + config[kind].length - inside[kind].length;
  }, 0);
  if (count > 0) terminal.note(`${count} declared resources are outside --select and are left alone`);
}

/**
 * A kind that the gateway does not know holds nothing, as an empty section wants it.
 * @throws CommandError if the files declare resources of such a kind
 */
function known(config: Config, live: Live): Config {
  const missing = kinds.filter(
    (kind) => kind !== "credentials" && config.declared.has(kind) && !live.declared.has(kind),
  );
  const wanted = missing.find((kind) => kind !== "credentials" && config[kind].length > 0);
  if (wanted) throw new CommandError(`the gateway has no ${wanted}, which the files declare. Nothing was changed.`);
  return { ...config, declared: new Set([...config.declared].filter((kind) => !missing.includes(kind))) };
}

const keysOfRuns = new WeakMap<Terminal, Uint8Array>();

/** Under the user's key fingerprints are the same from run to run; without one they only compare within this run. */
export async function fingerprintFor(options: KeyOptions, terminal: Terminal): Promise<Fingerprint> {
  return fingerprintUnder(await findKey(options, terminal), terminal);
}

function fingerprintUnder(key: Uint8Array | undefined, terminal: Terminal): Fingerprint {
  return createFingerprint(nodeCrypto, key ?? keyOfRun(terminal));
}

function keyOfRun(terminal: Terminal): Uint8Array {
  const key = keysOfRuns.get(terminal) ?? new Uint8Array(randomBytes(32));
  keysOfRuns.set(terminal, key);
  return key;
}
