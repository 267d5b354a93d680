/** What is known and decided about one request on its way through the plugins. */
import type { Artifact, CompiledRoute } from "../artifact/contract.ts";
import type { AttachedConsumer, Callers } from "./callers.ts";
import type { EngineServices, GatewayRequest, HeaderList } from "./contract.ts";
import type { CounterKeys } from "./counter-keys.ts";
import { wireValue } from "./encoding.ts";
import { headerName, type IdentityHeader, identityHeaders } from "./header-names.ts";
import { HeaderFields, readRequestHeaders, several } from "./headers.ts";
import type { EngineLimits } from "./limits.ts";
import { RecentTexts } from "./recent-texts.ts";
import type { ResponseDraft } from "./response-draft.ts";
import { BadTarget, isAuthority, parseTarget, type Target } from "./target.ts";

/** What all requests of an engine share. */
export interface EngineScope {
  readonly artifact: Artifact;
  readonly services: EngineServices;
  readonly limits: EngineLimits;
  readonly callers: Callers;
  readonly counterKeys: CounterKeys;
}

/** One for all contexts that have nothing. */
const none: readonly never[] = [];

export class RequestContext {
  readonly request: GatewayRequest;
  readonly artifact: Artifact;
  readonly services: EngineServices;
  readonly target: Target;
  readonly limits: EngineLimits;
  readonly counterKeys: CounterKeys;
  /** Lower case, without port or trailing dot; empty if the client named none. */
  readonly host: string;
  /** As they will go upstream. */
  readonly headers: HeaderFields;
  /** As they will go upstream: canonical path, and query with its `?`. */
  path: string;
  query: string;
  method: string;
  route: CompiledRoute | undefined;
  consumer: AttachedConsumer | undefined;
  /** Of the request to the upstream, where a plugin changes them. */
  upstreamHost: string | undefined;
  upstreamScheme: "http" | "https" | undefined;
  /** Of the expression of proxy-rewrite that the path matched: the whole, then its groups. */
  captures: readonly (string | undefined)[] = none;
  /** While plugins change it. */
  response: ResponseDraft | undefined;
  readonly #callers: Callers;
  #responseHeaders: HeaderFields | undefined;
  #releases: (() => void)[] | undefined;

  constructor(request: GatewayRequest, scope: EngineScope, target: Target, headers: HeaderFields, host: string) {
    this.request = request;
    this.artifact = scope.artifact;
    this.services = scope.services;
    this.limits = scope.limits;
    this.counterKeys = scope.counterKeys;
    this.#callers = scope.callers;
    this.target = target;
    this.headers = headers;
    this.host = host;
    this.path = target.path;
    this.query = target.query;
    this.method = request.method;
  }

  get responseHeaders(): HeaderList {
    return this.#responseHeaders ? this.#responseHeaders.list() : none;
  }

  /** Replaces a header of the answer to the client, be it the upstream's or a refusal. */
  setResponseHeader(name: string, value: string): void {
    this.setResponseField(headerName(name).lower, [name, value]);
  }

  /** The same for who knows the name in lower case. */
  setResponseField(lower: string, field: HeaderList[number]): void {
    this.#responseHeaders ??= new HeaderFields(none);
    this.#responseHeaders.replace(lower, field);
  }

  /** Several at once, with their names in lower case at the places of the fields. */
  setResponseFields(lowers: readonly string[], fields: HeaderList): void {
    if (this.#responseHeaders === undefined) {
      this.#responseHeaders = HeaderFields.of(lowers, fields);
      return;
    }
    for (const [index, field] of fields.entries()) this.setResponseField(lowers[index] ?? "", field);
  }

  /** Has `free` called once when the answer has ended, whatever becomes of the request. */
  holdUntilEnd(free: () => void): void {
    this.#releases ??= [];
    this.#releases.push(free);
  }

  get holdsAnything(): boolean {
    return this.#releases !== undefined;
  }

  /** Frees what is held; a second call does nothing. */
  release(): void {
    const held = this.#releases;
    this.#releases = undefined;
    if (held) for (const free of held) free();
  }

  /** The request passes as this consumer; one attached before is forgotten. */
  attachConsumer(index: number, credentialId?: string): void {
    this.#attach(this.#callers.ofConsumer(index, credentialId));
  }

  /** The request passes as the consumer that has this credential. @param credential its number */
  attachCredential(credential: number): void {
    this.#attach(this.#callers.ofCredential(credential));
  }

  #attach(consumer: AttachedConsumer): void {
    const { customId } = consumer;
    this.consumer = consumer;
    // Those of the client were left out when its headers were read; there are some only if a plugin has set them.
    const isFirst = !this.headers.hasIdentity();
    this.#setIdentity(identityHeaders.username, consumer.username, isFirst);
    this.#setIdentity(identityHeaders.credential, consumer.credentialId, isFirst);
    this.#setIdentity(identityHeaders.customId, customId === undefined ? undefined : wireValue(customId), isFirst);
  }

  #setIdentity({ name, lower }: IdentityHeader, value: string | undefined, isFirst: boolean): void {
    const field = value === undefined ? undefined : ([name, value] as const);
    if (!isFirst) this.headers.replace(lower, field);
    else if (field !== undefined) this.headers.append(lower, field);
  }
}

/** The context of a request, or why the request cannot be read in one way only. */
export function openContext(request: GatewayRequest, scope: EngineScope): RequestContext | BadTarget {
  const { limits } = scope;
  const target = parseTarget(request.target, limits.target);
  if (target instanceof BadTarget) return target;
  const headers = readRequestHeaders(request.headers, limits.headerValue);
  if (headers instanceof BadTarget) return headers;
  if (target.authority !== undefined) headers.set("Host", target.authority);
  const named = headers.sole("host");
  if (named === several) return new BadTarget("more than one Host header");
  const host = readHost(named ?? "");
  if (!host.isAuthority) return new BadTarget("a malformed Host header");
  return new RequestContext(request, scope, target, headers, host.name);
}

interface Host {
  readonly name: string;
  /** Or nothing: the client need not name a host. */
  readonly isAuthority: boolean;
}

const hosts = new RecentTexts<Host>(256, 256);

/** Judged once for the few hosts that a gateway serves. @param host as in the Host header */
function readHost(host: string): Host {
  const found = hosts.get(host);
  if (found) return found;
  const read = { name: hostName(host), isAuthority: host === "" || isAuthority(host) };
  hosts.set(host, read);
  return read;
}

function hostName(host: string): string {
  const end = host.startsWith("[") ? host.indexOf("]") + 1 : host.indexOf(":");
  const name = end > 0 ? host.slice(0, end) : host;
  return (name.endsWith(".") ? name.slice(0, -1) : name).toLowerCase();
}
