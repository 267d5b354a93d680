/** Holds what came of a request against what a test expects of it. */
import type { HeaderList } from "../engine/contract.ts";
import type { Shown } from "../explain/shown.ts";
import { upstreamHostOf } from "../explain/upstream-host.ts";
import type { PolicyTestExpectation, Values } from "../model/generated/policy-test.ts";
import { canonicalJson } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import type { Observed } from "./observed.ts";

/** An expectation that was not met. */
export interface Mismatch {
  /** From the expectation down to the part that failed. */
  readonly path: Path;
  /** Of the rule id: `status`, `consumer`, `headers` … */
  readonly topic: string;
  /** Without secrets. */
  readonly message: string;
}

/** Behind every route stands an upstream that answers so. */
const upstreamStatus = 200;

export function compare(expected: PolicyTestExpectation, observed: Observed, shown: Shown): readonly Mismatch[] {
  const { decision, route, consumer, credentialId } = observed;
  const isForwarded = decision.kind === "forward";
  const got = {
    status: isForwarded ? upstreamStatus : decision.status,
    forwarded: isForwarded,
    consumer: consumer ?? null,
    credential: credentialId ?? null,
    plugin: isForwarded || decision.plugin === "" ? null : decision.plugin,
  };
  const plain = (["status", "forwarded", "consumer", "credential", "plugin"] as const).flatMap((field) => {
    const wanted = expected[field];
    return wanted === undefined || wanted === got[field] ? [] : [differs(field, wanted, got[field])];
  });
  const routes = [route?.id ?? null, route?.name].filter((name) => name !== undefined);
  const { route: wantedRoute, reason, headers, body, upstream } = expected;
  return [
    ...plain,
    ...(wantedRoute === undefined || routes.includes(wantedRoute)
      ? []
      : [differs("route", wantedRoute, route?.name ?? route?.id ?? null)]),
    ...(reason === undefined ? [] : compareReason(reason, isForwarded ? undefined : decision.reason, shown)),
    ...compareHeaders(headers, isForwarded ? decision.responseHeaders : decision.headers, ["headers"], shown),
    ...(body === undefined ? [] : compareBody(body, isForwarded ? undefined : decision.body, shown)),
    ...(upstream === undefined ? [] : compareUpstream(upstream, observed, shown)),
  ];
}

/** The outcome in a few words, to go with what failed. */
export function summary({ decision, consumer, route }: Observed, shown: Shown): string {
  const who = consumer === undefined ? "" : ` as ${consumer}`;
  const where = route ? ` on route ${route.name ?? route.id}` : "";
  if (decision.kind === "forward") return `it was forwarded${who}${where}`;
  const by = decision.plugin === "" ? "" : ` by ${decision.plugin}`;
  return shown.text(`it was answered ${decision.status}${by}${who}${where}: ${decision.reason}`);
}

function differs(topic: string, wanted: unknown, got: unknown, path: Path = [topic]): Mismatch {
  return { topic, path, message: `expected ${topic} ${tell(wanted)}, got ${tell(got)}` };
}

function tell(value: unknown): string {
  return value === null || value === undefined ? "none" : typeof value === "string" ? `"${value}"` : String(value);
}

function compareReason(wanted: string, got: string | undefined, shown: Shown): readonly Mismatch[] {
  if (got?.includes(wanted)) return [];
  return [differs("reason", wanted, got === undefined ? undefined : shown.text(got))];
}

function compareHeaders(wanted: Values | undefined, got: HeaderList, path: Path, shown: Shown): readonly Mismatch[] {
  return Object.entries(wanted ?? {}).flatMap(([name, value]) => {
    const values = got.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, each]) => each);
    const found = values.length === 0 ? null : values.join(", ");
    if (found === (value === null ? null : String(value))) return [];
    const told = found === null ? "none" : `"${shown.header(name, found)}"`;
    const asked = value === null ? "none" : `"${shown.text(String(value))}"`;
    return [{ topic: "headers", path: [...path, name], message: `expected header ${name} ${asked}, got ${told}` }];
  });
}

function compareBody(
  wanted: NonNullable<PolicyTestExpectation["body"]>,
  got: string | undefined,
  shown: Shown,
): readonly Mismatch[] {
  const isSame = typeof wanted === "string" ? wanted === got : got !== undefined && sameJson(wanted, got);
  if (isSame) return [];
  const asked = typeof wanted === "string" ? `"${wanted}"` : canonicalJson(wanted);
  const told = got === undefined ? "none, as the request is forwarded" : `"${shown.text(got)}"`;
  return [{ topic: "body", path: ["body"], message: `expected body ${shown.text(asked)}, got ${told}` }];
}

function sameJson(wanted: unknown, text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(wanted);
  } catch {
    return false;
  }
}

function compareUpstream(
  { method, host, path, headers }: NonNullable<PolicyTestExpectation["upstream"]>,
  { decision }: Observed,
  shown: Shown,
): readonly Mismatch[] {
  if (decision.kind !== "forward") {
    return [{ topic: "upstream", path: ["upstream"], message: "expected the request to go upstream, but it does not" }];
  }
  const wanted = { method, host, path };
  const got = {
    method: decision.method,
    host: upstreamHostOf(decision.upstream, decision.headers),
    path: decision.target,
  };
  const plain = (["method", "host", "path"] as const).flatMap((field) => {
    if (wanted[field] === undefined || wanted[field] === got[field]) return [];
    const told = field === "path" ? shown.target(got.path) : got[field];
    const asked = field === "path" ? shown.target(wanted[field]) : wanted[field];
    return [
      {
        topic: "upstream",
        path: ["upstream", field],
        message: `expected upstream ${field} ${tell(asked)}, got ${tell(told)}`,
      },
    ];
  });
  return [...plain, ...compareHeaders(headers, decision.headers, ["upstream", "headers"], shown)];
}
