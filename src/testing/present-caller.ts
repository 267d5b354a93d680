/** `as:` puts a declared credential into a request in the way its route asks for it, signed where that is so. */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { Crypto } from "../crypto/contract.ts";
import type { GatewayRequest } from "../engine/contract.ts";
import { gatesOf, present } from "../impact/present.ts";
import type { PolicyTestCaller } from "../model/generated/policy-test.ts";
import type { WrittenRequest } from "./gateway-request.ts";
import type { Subject } from "./subject.ts";

/** The request as it is sent, or why it cannot be. */
export type Presented = { readonly request: GatewayRequest } | { readonly fault: string };

export interface PresentServices {
  readonly crypto: Crypto;
  now(): number;
}

export function presentCaller(
  { request, body }: WrittenRequest,
  caller: PolicyTestCaller,
  route: CompiledRoute | undefined,
  subject: Subject,
  services: PresentServices,
): Presented {
  const held = subject.credentialsOf(caller.consumer);
  if (!held) return { fault: `there is no consumer "${caller.consumer}"` };
  const named = caller.credential;
  const chosen =
    named === undefined ? held : held.filter(({ credential: { id, name } }) => id === named || name === named);
  if (chosen.length === 0) {
    return {
      fault:
        named === undefined
          ? `${caller.consumer} has no credential`
          : `${caller.consumer} has no credential "${named}"`,
    };
  }
  const gates = gatesOf([...subject.artifact.globalRules, ...(route?.plugins ?? [])]);
  if (!route) return { fault: "no route matches this request, so nothing asks for a credential" };
  if (gates.length === 0) return { fault: `the route ${route.id} asks for no credential` };
  const withDigest: GatewayRequest = asksForDigest(gates) ? digested(request, body, services.crypto) : request;
  const others = held.map(({ credential }) => credential);
  for (const { credential } of chosen) {
    const presented = present(withDigest, gates, credential, others, services);
    if (presented) return { request: presented };
  }
  const plugins = gates.flatMap(({ alternatives }) => alternatives.map(({ plugin }) => plugin));
  const has = chosen.map(({ credential }) => credential.plugin);
  return {
    fault: `the route ${route.id} asks for ${plugins.join(" or ")}, and ${caller.consumer} would present ${has.join(", ")}`,
  };
}

function asksForDigest(gates: ReturnType<typeof gatesOf>): boolean {
  return gates.some(({ alternatives }) => alternatives.some(({ config }) => config["validate_request_body"] === true));
}

function digested(request: GatewayRequest, body: Uint8Array, crypto: Crypto): GatewayRequest {
  if (request.headers.some(([name]) => name.toLowerCase() === "digest")) return request;
  const digest = btoa(String.fromCharCode(...crypto.sha256(body)));
  return { ...request, headers: [...request.headers, ["Digest", `SHA-256=${digest}`]] };
}
