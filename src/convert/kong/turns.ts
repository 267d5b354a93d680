/** Which plugins of Kong are turned and how, and which may be left out; a new one is a line here. */
import { turnAcl, turnBotDetection, turnIpRestriction, turnRequestTermination } from "./access-plugins.ts";
import { turnBasicAuth, turnHmacAuth, turnJwt, turnKeyAuth } from "./auth-plugins.ts";
import { turnCorrelationId, turnCors, turnRequestTransformer, turnResponseTransformer } from "./header-plugins.ts";
import { turnRateLimiting } from "./rate-limiting.ts";
import type { Turn } from "./turn.ts";

export const turns: Readonly<Record<string, Turn>> = {
  "key-auth": turnKeyAuth,
  "basic-auth": turnBasicAuth,
  "hmac-auth": turnHmacAuth,
  jwt: turnJwt,
  acl: turnAcl,
  "ip-restriction": turnIpRestriction,
  "bot-detection": turnBotDetection,
  "request-termination": turnRequestTermination,
  "rate-limiting": turnRateLimiting,
  cors: turnCors,
  "request-transformer": turnRequestTransformer,
  "response-transformer": turnResponseTransformer,
  "correlation-id": turnCorrelationId,
  prometheus: () => ({ plugin: "prometheus", config: {} }),
};

/** Without them nobody passes who was kept out before. Any other plugin that is left out may have kept callers out. */
export const harmless: ReadonlySet<string> = new Set([
  ...["acme", "aws-lambda", "azure-functions", "bot-detection", "canary", "correlation-id", "cors", "datadog"],
  ...["exit-transformer", "file-log", "forward-proxy", "graphql-proxy-cache-advanced", "grpc-gateway", "grpc-web"],
  ...["http-log", "jq", "kafka-log", "loggly", "mocking", "opentelemetry", "prometheus", "proxy-cache"],
  ...["proxy-cache-advanced", "rate-limiting", "rate-limiting-advanced", "request-size-limiting"],
  ...["request-transformer", "request-transformer-advanced", "response-ratelimiting", "response-transformer"],
  ...["response-transformer-advanced", "route-by-header", "route-transformer-advanced", "session", "standard-webhooks"],
  ...["service-protection", "statsd", "statsd-advanced", "syslog", "tcp-log", "udp-log", "upstream-timeout", "zipkin"],
]);

/** Settings of other plugins that may be left out: without them no more callers pass. */
export const harmlessSettings: ReadonlySet<string> = new Set([
  ...["key_in_header", "key_in_query", "key_in_body", "run_on_preflight", "realm", "identity_realms", "anonymous"],
  ...["status", "content_type"],
]);

const advices: Readonly<Record<string, string>> = {
  oauth2: "Use openid-connect of the gateway with an identity provider, or give callers another kind of credential.",
  "openid-connect": "Configure openid-connect of the gateway by hand.",
  "ldap-auth": "Configure ldap-auth of the gateway by hand.",
  "mtls-auth": "Configure client certificates (`ssls`) in the gateway by hand.",
  opa: "Configure opa of the gateway by hand.",
  "pre-function": "Rewrite the code for serverless-pre-function.",
  "post-function": "Rewrite the code for serverless-post-function.",
  "rate-limiting-advanced": "Add limit-count with the same windows.",
  "response-ratelimiting": "Add limit-count to the routes.",
  "request-size-limiting": "Add client-control with `max_body_size`.",
  "proxy-cache": "Add proxy-cache of the gateway by hand.",
};

/** What to do without it. */
export function adviceFor(name: string): string {
  if (Object.hasOwn(turns, name))
    return "Write it by hand, without what has no equivalent, if you can do without that.";
  return advices[name] ?? `See whether the gateway has a plugin that does what ${name} does, and add it by hand.`;
}
