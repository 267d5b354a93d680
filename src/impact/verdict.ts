/** What becomes of one consumer's calls of one class of requests: asked with its real credentials on both sides. */
import type { CompiledPlugin } from "../artifact/contract.ts";
import type { Decision, GatewayRequest } from "../engine/contract.ts";
import { isMap } from "../model/json.ts";
import { type Gate, type PresentServices, present } from "./present.ts";
import type { ProbeClass } from "./probes.ts";
import { lossReason } from "./reasons.ts";
import { addressOf, probeAddress } from "./requests.ts";
import type { Side } from "./side.ts";
import { type HeldCredential, isSameCredential } from "./stand-in.ts";

export interface Loss {
  readonly credential: HeldCredential;
  readonly reason: string;
}

export interface Verdict {
  /** Credentials that passed before and no longer do. */
  readonly losses: readonly Loss[];
  /** Credentials that passed before and still do. */
  readonly kept: readonly HeldCredential[];
  /** Whether a credential passes after the change. */
  readonly passesAfter: boolean;
  /** Credentials of which it cannot be told whether they are still the same. */
  readonly uncertain: readonly HeldCredential[];
  /** A plugin that refused on both sides, whoever calls, for what the request is. */
  readonly refusedBy?: string;
}

export interface Question {
  readonly username: string;
  readonly probeClass: ProbeClass;
  readonly before: Side;
  readonly after: Side;
  readonly services: PresentServices;
}

/** Requests from one address, with what both sides ask for. */
interface Setting extends Question {
  readonly request: GatewayRequest;
  readonly gates: { readonly before: readonly Gate[]; readonly after: readonly Gate[] };
  readonly held: { readonly before: readonly HeldCredential[]; readonly after: readonly HeldCredential[] };
}

/** Undefined if nothing passes on either side. */
export async function verdictOn(question: Question): Promise<Verdict | undefined> {
  const { username, probeClass, before, after } = question;
  const { probe } = probeClass;
  const setting = {
    ...question,
    gates: { before: before.gatesAt(probe.before.route), after: after.gatesAt(probe.after.route) },
    held: { before: before.credentialsOf(username), after: after.credentialsOf(username) },
  };
  const addresses = addressesFor(question);
  const verdicts: Verdict[] = [];
  for (const remoteAddress of addresses) {
    verdicts.push(await verdictFrom({ ...setting, request: { ...probe.request, remoteAddress } }));
  }
  return joined(verdicts, addresses);
}

async function verdictFrom(setting: Setting): Promise<Verdict> {
  const { held, username, after } = setting;
  const losses: Loss[] = [];
  const kept: HeldCredential[] = [];
  const uncertain: HeldCredential[] = [];
  let refusedBy: string | undefined;
  for (const credential of held.before) {
    const asked = await ask(setting, credential, "before");
    if (!asked || !passes(asked.before, username)) {
      if (asked) refusedBy ??= requestRefusal(asked.before);
      continue;
    }
    if (passes(asked.after, username)) kept.push(credential);
    else if (isUncertain(credential, held.after)) uncertain.push(credential);
    else {
      const reason = lossReason({
        hasConsumer: after.hasConsumer(username),
        credential,
        credentialsBefore: held.before,
        credentialsAfter: held.after,
        decision: asked.after,
        request: setting.request,
        routeNow: after.routes.get(setting.probeClass.probe.before.route?.id ?? ""),
        gatesBefore: setting.gates.before,
        gatesAfter: setting.gates.after,
      });
      losses.push({ credential, reason });
    }
  }
  let passesAfter = kept.length > 0;
  for (const credential of held.after) {
    if (passesAfter) break;
    const asked = await ask(setting, credential, "after");
    passesAfter = asked !== undefined && passes(asked.after, username);
    if (asked && !passesAfter) refusedBy ??= requestRefusal(asked.after);
  }
  return { losses, kept, uncertain, passesAfter, ...(refusedBy !== undefined && { refusedBy }) };
}

/** The same request on both sides, made as one of them asks for it. */
async function ask(
  setting: Setting,
  credential: HeldCredential,
  as: "before" | "after",
): Promise<{ readonly before: Decision; readonly after: Decision } | undefined> {
  const { request, gates, held, services, before, after } = setting;
  const made = present(request, gates[as], credential, held[as], services);
  return made && { before: await before.decide(made), after: await after.decide(made) };
}

/** Let in as the consumer that it is. */
function passes(decision: Decision, username: string): boolean {
  return decision.kind === "forward" && decision.consumer === username;
}

function isUncertain(credential: HeldCredential, after: readonly HeldCredential[]): boolean {
  const now = after.find(({ id }) => id === credential.id);
  return now !== undefined && (credential.isReference || now.isReference) && !isSameCredential(credential, now);
}

/** Plugins that look at the request, not at the caller. */
const requestPlugins: ReadonlySet<string> = new Set(["ip-restriction", "ua-restriction", "referer-restriction"]);

function requestRefusal(decision: Decision): string | undefined {
  return decision.kind === "respond" && requestPlugins.has(decision.plugin) ? decision.plugin : undefined;
}

/** From anywhere, and from an address of each list that admits only its own. */
function addressesFor({ username, probeClass, before, after }: Question): readonly string[] {
  const { probe } = probeClass;
  if (probe.request.remoteAddress !== probeAddress) return [probe.request.remoteAddress];
  const lists = [
    ...before.pluginsFor(username, probe.before.route?.id ?? ""),
    ...after.pluginsFor(username, probe.after.route?.id ?? ""),
  ].filter(({ name }) => name === "ip-restriction");
  const listed = lists.flatMap(({ config }) => firstAddress(config));
  return [...new Set([probeAddress, ...listed])];
}

function firstAddress(config: CompiledPlugin["config"]): readonly string[] {
  const list: unknown = isMap(config) ? config["whitelist"] : undefined;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === "string" ? [addressOf(first)] : [];
}

/** A credential that is lost from one address only is lost from there. */
function joined(verdicts: readonly Verdict[], addresses: readonly string[]): Verdict | undefined {
  const kept = new Set(verdicts.flatMap((verdict) => verdict.kept));
  const losses = new Map<HeldCredential, Loss>();
  for (const [index, verdict] of verdicts.entries()) {
    for (const loss of verdict.losses) {
      if (losses.has(loss.credential)) continue;
      const from = kept.has(loss.credential) ? ` (from ${addresses[index]})` : "";
      losses.set(loss.credential, { ...loss, reason: `${loss.reason}${from}` });
    }
  }
  const passesAfter = verdicts.some((verdict) => verdict.passesAfter);
  const uncertain = [...new Set(verdicts.flatMap((verdict) => verdict.uncertain))];
  const refusedBy = verdicts.find((verdict) => verdict.refusedBy !== undefined)?.refusedBy;
  const isSilent = losses.size + kept.size + uncertain.length === 0 && !passesAfter;
  if (isSilent && refusedBy === undefined) return undefined;
  return {
    losses: [...losses.values()],
    kept: [...kept].filter((credential) => !losses.has(credential)),
    passesAfter,
    uncertain,
    ...(isSilent && refusedBy !== undefined && { refusedBy }),
  };
}
