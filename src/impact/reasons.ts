/** Why somebody no longer passes, in words that begin after a name and a colon. */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { Decision, GatewayRequest, Refusal } from "../engine/contract.ts";
import { isAuthPlugin } from "../model/auth.ts";
import { canonicalJson } from "../model/json.ts";
import type { Gate } from "./present.ts";
import { type HeldCredential, isSameCredential, lookupOf } from "./stand-in.ts";

export interface LossFacts {
  readonly hasConsumer: boolean;
  readonly credential: HeldCredential;
  readonly credentialsBefore: readonly HeldCredential[];
  readonly credentialsAfter: readonly HeldCredential[];
  /** What the credential gets on the other side. */
  readonly decision: Decision;
  readonly request: GatewayRequest;
  /** What has become of the route that it was on. */
  readonly routeNow: CompiledRoute | undefined;
  readonly gatesBefore: readonly Gate[];
  readonly gatesAfter: readonly Gate[];
}

export function lossReason(facts: LossFacts): string {
  const { credentialsBefore, credentialsAfter, decision, request, routeNow } = facts;
  if (!facts.hasConsumer) return "the consumer is removed";
  if (decision.kind === "forward") return passesAsAnother(decision);
  if (decision.status === 404 && decision.routeId === undefined) {
    const isOtherMethod = routeNow && routeNow.methods.length > 0 && !routeNow.methods.includes(request.method);
    return isOtherMethod ? `the route no longer takes ${request.method}` : "no route answers there any more";
  }
  if (!isAuthAnswer(decision)) return refusalReason(decision);
  const refused = refusedCredential(facts, decision);
  const now = credentialsAfter.find(({ id }) => id === refused.id);
  if (!now) {
    if (credentialsAfter.length > 0) return `its credential ${refused.name} is removed`;
    return credentialsBefore.length === 1 ? "its only credential is removed" : "all its credentials are removed";
  }
  if (!isSameCredential(refused, now)) return changeOf(refused, now);
  return gateReason(facts, decision);
}

/** Of an answer that does not depend on who calls, such as a missing upstream. */
export function refusalReason({ plugin, reason, status, routeId }: Refusal): string {
  if (status === 404 && routeId === undefined) return "no route answers there any more";
  return plugin === "" ? reason : `${plugin}: ${reason}`;
}

function isAuthAnswer({ plugin, status }: Refusal): boolean {
  return status === 401 && (isAuthPlugin(plugin) || plugin === "multi-auth");
}

/** Where several gates ask, another credential of the same request may be the one that fails. */
function refusedCredential({ credential, credentialsBefore }: LossFacts, { plugin }: Refusal): HeldCredential {
  if (plugin === credential.plugin) return credential;
  return credentialsBefore.find((other) => other.plugin === plugin) ?? credential;
}

function passesAsAnother({ consumer }: Extract<Decision, { kind: "forward" }>): string {
  return consumer === undefined
    ? "it passes as nobody in particular"
    : `with its credential a caller now passes as ${consumer}`;
}

function changeOf(before: HeldCredential, now: HeldCredential): string {
  if (before.plugin !== now.plugin) {
    return `its credential ${now.name} is replaced, ${before.plugin} by ${now.plugin}`;
  }
  if (canonicalJson(now.config["_meta"]).includes('"disable":true')) {
    return `its credential ${now.name} is switched off`;
  }
  const what = lookupOf(before) === lookupOf(now) ? "secret of its credential" : "its credential";
  return `${what} ${now.name} is rotated without overlap`;
}

function gateReason({ credential, gatesBefore, gatesAfter }: LossFacts, decision: Refusal): string {
  const asked = gatesAfter.flatMap(({ alternatives }) => alternatives.map(({ plugin }) => plugin));
  if (!asked.includes(credential.plugin)) return `the route now asks for ${asked.join(" or ") || "something else"}`;
  const settings = (gates: readonly Gate[]): string =>
    canonicalJson(
      gates.flatMap(({ alternatives }) => alternatives.filter(({ plugin }) => plugin === credential.plugin)),
    );
  if (settings(gatesBefore) !== settings(gatesAfter))
    return `the route now asks for ${credential.plugin} in another way`;
  if (gatesAfter.length > gatesBefore.length) return `the route now asks for ${asked.join(" and ")}`;
  return refusalReason(decision);
}
