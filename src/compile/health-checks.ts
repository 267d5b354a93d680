/** Health checks of an upstream as the proxy runs them; what is left out is filled in as APISIX does. */

import type { CompiledActiveCheck, CompiledChecks, HealthRules } from "../artifact/contract.ts";
import { type JsonObject, resourceDefaults } from "../model/generated/defaults.ts";
import { type Fields, fieldsOf, numberOf, textOf, withDefaults } from "./fields.ts";

const types: readonly CompiledActiveCheck["type"][] = ["http", "https", "tcp"];

const defaults = (fieldsOf(resourceDefaults["upstreams"]?.["checks"]) ?? {}) as Readonly<Record<string, JsonObject>>;

/** undefined without active checks: nothing would bring a node back that was taken out. */
export function compileHealthChecks(checks: unknown): CompiledChecks | undefined {
  const active = completed("active", fieldsOf(checks)?.active);
  if (active === undefined) return undefined;
  const passive = completed("passive", fieldsOf(checks)?.passive);
  return { active: compileActive(active), ...(passive && { passive: compileRules(passive) }) };
}

/** With the objects inside, which may be left out as a whole. */
function completed(name: "active" | "passive", value: unknown): Fields | undefined {
  const fields = fieldsOf(value);
  return fields && withDefaults({ healthy: {}, unhealthy: {}, ...fields }, defaults[name] ?? {});
}

function compileActive(active: Fields): CompiledActiveCheck {
  const host = textOf(active.host);
  const port = numberOf(active.port);
  return {
    ...compileRules(active),
    type: types.find((type) => type === active.type) ?? "http",
    timeout: numberOf(active.timeout) ?? 1,
    concurrency: numberOf(active.concurrency) ?? 1,
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    path: textOf(active.http_path) ?? "/",
    isVerified: active.https_verify_certificate !== false,
    headers: listOf(active.req_headers, textOf).map(headerOf),
    healthyInterval: numberOf(fieldsOf(active.healthy)?.interval) ?? 1,
    unhealthyInterval: numberOf(fieldsOf(active.unhealthy)?.interval) ?? 1,
  };
}

/** Of a check of connections alone, statuses say nothing. */
function compileRules(check: Fields): HealthRules {
  const healthy = fieldsOf(check.healthy) ?? {};
  const unhealthy = fieldsOf(check.unhealthy) ?? {};
  const isTcp = check.type === "tcp";
  return {
    healthyStatuses: isTcp ? [] : listOf(healthy.http_statuses, numberOf),
    unhealthyStatuses: isTcp ? [] : listOf(unhealthy.http_statuses, numberOf),
    successes: numberOf(healthy.successes) ?? 0,
    httpFailures: numberOf(unhealthy.http_failures) ?? 0,
    tcpFailures: numberOf(unhealthy.tcp_failures) ?? 0,
    timeouts: numberOf(unhealthy.timeouts) ?? 0,
  };
}

function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => read(item)).filter((item) => item !== undefined);
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}
