/** Reads the tables of cases: native configuration, requests in order, and what the gateway must do with each. */
import { createHash, createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import type { CounterStore, EngineServices, GatewayRequest, HeaderList } from "../../src/engine/contract.ts";
import { createCounters } from "../../src/engine/counters.ts";
import { createEngine, type Engine } from "../../src/engine/decide.ts";
import type { EngineLimits } from "../../src/engine/limits.ts";
import type { Config, Entry, Kind } from "../../src/model/config.ts";

type HeaderMap = Readonly<Record<string, string | readonly string[]>>;

/** One request and what must come of it. */
export interface Row {
  readonly name?: string;
  /** `METHOD target`. */
  readonly send: string;
  readonly headers?: HeaderMap;
  /** Client address; 127.0.0.1 if left out. */
  readonly from?: string;
  readonly scheme?: "http" | "https";
  /** Seconds after the start of the case; as before if left out. */
  readonly at?: number;
  readonly body?: string;
  /** Drawn for this request, from 0 to 1; 0.5 if left out. */
  readonly random?: number;
  /** Ends the requests of these names, which were kept, before this one is sent. */
  readonly ends?: readonly string[];
  /** Keeps the request under way, under this name. */
  readonly keep?: string;
  /** Milliseconds for which the request must be held back; 0 if left out and `status` or `upstream` are told. */
  readonly delay?: number;
  /** What the upstream answers, if it is asked: 200 and no body if left out. */
  readonly answers?: { readonly status?: number; readonly headers?: HeaderMap; readonly body?: string };
  /** What the client gets of that. */
  readonly gets?: { readonly status?: number; readonly body?: string };
  /** Makes an Authorization header of hmac-auth over this request. */
  readonly signature?: {
    readonly keyId: string;
    readonly secret: string;
    readonly algorithm?: string;
    readonly headers?: readonly string[];
  };
  /** Makes a Digest header of this text. */
  readonly digestOf?: string;
  /** Status of the gateway's own answer; left out when the request goes upstream. */
  readonly status?: number;
  /** Of the answer; null: must be absent. */
  readonly response?: Readonly<Record<string, string | readonly string[] | null>>;
  /** Body of the gateway's own answer: a text, or a value as JSON. */
  readonly answer?: unknown;
  readonly plugin?: string;
  readonly reason?: string;
  /** What `serve` answers by rules of its listener, which come before the engine's (docs/strict-parsing.md). */
  readonly serve?: { readonly status: number };
  /** rollcall refuses or mends what the reference's gateway lets through ([stricter] in the reference). */
  readonly stricter?: boolean;
  readonly upstream?: {
    readonly method?: string;
    readonly target?: string;
    readonly host?: string;
    readonly scheme?: string;
    readonly route?: string;
    readonly consumer?: string | null;
    readonly credential?: string | null;
    /** null: must be absent. */
    readonly headers?: Readonly<Record<string, string | null>>;
  };
}

export interface Case {
  readonly name: string;
  readonly config?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** Named texts for `{jwt:NAME}` in headers and targets. */
  readonly tokens?: Readonly<Record<string, TokenSpec>>;
  readonly start?: string;
  readonly limits?: Partial<EngineLimits>;
  /** Of all its requests. */
  readonly stricter?: boolean;
  readonly store?: "failing" | "failing-later" | "later" | "lacking";
  readonly requests: readonly Row[];
}

interface TokenSpec {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: unknown;
  readonly secret?: string;
}

export interface CaseFile {
  readonly topic: string;
  readonly cases: readonly Case[];
}

const folder = fileURLToPath(new URL("cases/", import.meta.url));
const caseStart = Date.parse("2026-08-01T00:00:00Z");
export const caseKey = new Uint8Array(32).fill(7);

export function readCaseFiles(directory = folder): readonly CaseFile[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const file = parse(readFileSync(directory + name, "utf8"), { merge: true }) as CaseFile &
        Pick<Case, "config" | "tokens">;
      const shared = { ...(file.config && { config: file.config }), ...(file.tokens && { tokens: file.tokens }) };
      return { topic: name.replace(".yaml", ""), cases: file.cases.map((each) => ({ ...shared, ...each })) };
    });
}

export function compileCase(each: Case): Uint8Array {
  return compile(toConfig(each.config ?? {}), { crypto: nodeCrypto, key: caseKey, tool: "test" });
}

/** What the engine of a case sees of time and chance. No time passes while it waits. */
export interface Surroundings {
  now: number;
  /** Milliseconds for which requests were held back. */
  slept: number;
  random: number;
}

/** An engine for the case with a clock that the caller sets. */
export function openCase(
  each: Case,
  more: Partial<EngineServices> = {},
): { readonly engine: Engine; readonly clock: Surroundings } {
  const bytes = compileCase(each);
  const clock = { now: each.start === undefined ? caseStart : Date.parse(each.start), slept: 0, random: 0.5 };
  const services = {
    crypto: nodeCrypto,
    now: () => clock.now,
    counters: storeOf(each),
    sleep: async (milliseconds: number) => {
      clock.slept += milliseconds;
    },
    random: () => clock.random,
    ...more,
  };
  const options = each.limits ? { limits: each.limits } : {};
  return { engine: createEngine(openArtifact(bytes, { crypto: nodeCrypto, key: caseKey }), services, options), clock };
}

export function toRequest(row: Row, each: Case): GatewayRequest {
  const [method = "", ...rest] = row.send.split(" ");
  const target = withTokens(rest.join(" "), each);
  const headers = Object.entries(row.headers ?? {}).flatMap(([name, value]) =>
    [value].flat().map((item) => [name, byteString(withTokens(String(item), each))] as const),
  );
  const body = Buffer.from(row.body ?? "");
  if (row.digestOf !== undefined) {
    headers.push(["Digest", `SHA-256=${createHash("sha256").update(row.digestOf).digest("base64")}`]);
  }
  if (row.signature) headers.push(["Authorization", signed(row.signature, method, target, headers)]);
  return {
    method,
    target,
    headers,
    remoteAddress: row.from ?? "127.0.0.1",
    scheme: row.scheme ?? "http",
    readBody: async (limit) => (body.length > limit ? undefined : body),
  };
}

/** Kinds as files have them; identities as they are written. */
export function toConfig(native: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>): Config {
  const kinds: readonly Kind[] = [
    "consumer_groups",
    "upstreams",
    "services",
    "plugin_configs",
    "routes",
    "global_rules",
  ];
  const plain = kinds.map((kind) => [
    kind,
    (native[kind] ?? []).map((value): Entry<unknown> => ({ id: String(value.id), value })),
  ]);
  const consumers = (native.consumers ?? []).map(({ credentials, ...value }) => ({
    id: String(value.username),
    value,
    credentials: ((credentials ?? []) as Record<string, unknown>[]).map((credential) => ({
      id: String(credential.id ?? credential.name),
      value: credential,
    })),
  }));
  return { ...Object.fromEntries(plain), consumers, declared: new Set(kinds) } as unknown as Config;
}

function token({ header = { alg: "HS256", typ: "JWT" }, claims = {}, secret = "" }: TokenSpec): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${encode(header)}.${encode(claims)}`;
  const hash = `sha${String(header.alg).slice(2)}`;
  const isHmac = String(header.alg).startsWith("HS");
  return `${text}.${isHmac ? createHmac(hash, secret).update(text).digest("base64url") : ""}`;
}

function storeOf({ store }: Case): CounterStore {
  const counters = createCounters();
  if (store === "failing") {
    return {
      hit: () => {
        throw new Error("down");
      },
      drip: () => {
        throw new Error("down");
      },
      enter: () => {
        throw new Error("down");
      },
      leave: () => undefined,
    };
  }
  if (store === "failing-later") {
    const down = (): Promise<never> => Promise.reject(new Error("down"));
    return { hit: down, drip: down, enter: down, leave: down };
  }
  if (store === "lacking") return { hit: counters.hit };
  if (store === "later") {
    return {
      hit: async (...hit) => counters.hit(...hit),
      drip: async (...drip) => counters.drip?.(...drip) ?? Promise.reject(new Error("no buckets")),
      enter: async (...enter) => counters.enter?.(...enter) ?? Promise.reject(new Error("no places")),
      leave: async (...leave) => counters.leave?.(...leave),
    };
  }
  return counters;
}

function signed(spec: NonNullable<Row["signature"]>, method: string, target: string, headers: HeaderList): string {
  const { keyId, secret, algorithm = "hmac-sha256", headers: names = ["@request-target", "date"] } = spec;
  const lines = names.flatMap((name) => {
    if (name === "@request-target") return [`${method} ${target}`];
    const field = headers.find(([each]) => each.toLowerCase() === name.toLowerCase());
    return field ? [`${name}: ${field[1]}`] : [];
  });
  const text = `${[keyId, ...lines].join("\n")}\n`;
  const signature = createHmac(algorithm.replace("hmac-", ""), secret).update(text).digest("base64");
  return `Signature keyId="${keyId}",algorithm="${algorithm}",headers="${names.join(" ")}",signature="${signature}"`;
}

function withTokens(text: string, { tokens = {} }: Case): string {
  return text
    .replace(/\{jwt:(\w+)\}/g, (_, name: string) => token(tokens[name] ?? {}))
    .replace(/\{base64:([^}]*)\}/g, (_, plain: string) => Buffer.from(plain).toString("base64"))
    .replace(/\{repeat:(\d+)\}/g, (_, count: string) => "x".repeat(Number(count)));
}

/** As the octets of a header arrive: one character each. */
function byteString(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
