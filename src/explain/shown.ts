/** What of a request may be shown: values that are known to be no secret; everything else is hidden, wherever it turns up again. */
import type { Artifact, CompiledPlugin } from "../artifact/contract.ts";
import type { GatewayRequest, HeaderList } from "../engine/contract.ts";
import { isMap } from "../model/json.ts";

/** Stands for a hidden value; of fixed length, so that not even the length of a secret is told. */
const hidden = "••••••";

/** Headers whose values are no secret by their definition. */
const plainHeaders: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "digest",
  "host",
  "origin",
  "user-agent",
  "x-consumer-custom-id",
  "x-consumer-username",
  "x-credential-identifier",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-ratelimit-limit",
  "x-ratelimit-remaining",
  "x-ratelimit-reset",
  "x-real-ip",
  "x-request-id",
  "www-authenticate",
]);

const secretArgument = /key|token|secret|pass|pwd|sig|auth|jwt|code|session|credential/i;

export interface Shown {
  /** The value of a header as it may be printed. */
  header(name: string, value: string): string;
  /** Path and query. */
  target(target: string): string;
  /** Any text, in which a hidden value might stand. */
  text(text: string): string;
}

/** @param artifact its auth plugins say under which names credentials come */
export function shownOf(request: GatewayRequest, artifact: Artifact): Shown {
  const names = credentialNames(artifact);
  const isPlainHeader = (name: string): boolean =>
    plainHeaders.has(name.toLowerCase()) && !names.headers.has(name.toLowerCase());
  const isSecretArgument = (name: string): boolean => names.queries.has(name) || secretArgument.test(name);
  const secrets = new Set<string>();
  for (const [name, value] of request.headers) if (!isPlainHeader(name)) remember(secrets, value);
  for (const [name, value] of argumentsOf(request.target)) if (isSecretArgument(name)) remember(secrets, value);
  // Longer ones first: one may be part of another.
  const inOrder = [...secrets].sort((left, right) => right.length - left.length);
  const text = (shown: string): string => inOrder.reduce((rest, secret) => rest.replaceAll(secret, hidden), shown);
  return {
    header: (name, value) => (isPlainHeader(name) ? text(value) : hidden),
    target(target) {
      const mark = target.indexOf("?");
      if (mark < 0) return text(target);
      const parts = target.slice(mark + 1).split("&");
      const shown = parts.map((part) => {
        const equals = part.indexOf("=");
        return equals >= 0 && isSecretArgument(decoded(part.slice(0, equals)))
          ? `${part.slice(0, equals)}=${hidden}`
          : part;
      });
      return text(`${target.slice(0, mark)}?${shown.join("&")}`);
    },
    text,
  };
}

export function shownHeaders(headers: HeaderList, shown: Shown): HeaderList {
  return headers.map(([name, value]) => [name, shown.header(name, value)] as const);
}

/** A value of a few characters would blot out what it has nothing to do with. */
const shortestHidden = 4;

function remember(secrets: Set<string>, value: string): void {
  for (const form of [value, decoded(value), value.replace(/^(?:bearer|basic)\s+/i, "")]) {
    if (form.length >= shortestHidden) secrets.add(form);
  }
  const pair = /^basic\s+(\S+)$/i.exec(value)?.[1];
  if (pair === undefined) return;
  try {
    const text = atob(pair);
    const password = text.slice(text.indexOf(":") + 1);
    if (password.length >= shortestHidden) secrets.add(password);
  } catch {
    // It is not base64: there is nothing more to find in it.
  }
}

function argumentsOf(target: string): readonly (readonly [name: string, value: string])[] {
  const mark = target.indexOf("?");
  if (mark < 0) return [];
  return target
    .slice(mark + 1)
    .split("&")
    .map((part) => {
      const equals = part.indexOf("=");
      return equals < 0 ? [decoded(part), ""] : [decoded(part.slice(0, equals)), part.slice(equals + 1)];
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

interface CredentialNames {
  /** Lower case. */
  readonly headers: ReadonlySet<string>;
  readonly queries: ReadonlySet<string>;
}

function credentialNames({ routes, globalRules }: Artifact): CredentialNames {
  const headers = new Set(["authorization", "proxy-authorization", "cookie", "apikey"]);
  const queries = new Set(["apikey", "jwt"]);
  const read = (config: Readonly<Record<string, unknown>>): void => {
    if (typeof config["header"] === "string") headers.add(config["header"].toLowerCase());
    if (typeof config["query"] === "string") queries.add(config["query"]);
  };
  for (const { name, config } of [...globalRules, ...routes.flatMap((route) => route.plugins)])
    readAuth(name, config, read);
  return { headers, queries };
}

function readAuth(
  name: string,
  config: CompiledPlugin["config"],
  read: (config: CompiledPlugin["config"]) => void,
): void {
  if (name === "key-auth" || name === "jwt-auth") read(config);
  const inner: unknown = name === "multi-auth" ? config["auth_plugins"] : undefined;
  if (!Array.isArray(inner)) return;
  for (const entry of inner) {
    for (const [plugin, settings] of Object.entries(isMap(entry) ? entry : {})) {
      if (isMap(settings)) readAuth(plugin, settings, read);
    }
  }
}
