/** POST /configs/validate: checks a whole standalone document without storing it (gateway reference, sections 4 and 4.2). */

import { kinds } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Answer } from "./commit-queue.ts";
import { duplicateText, lookupKeysOf } from "./lookup-keys.ts";
import { checkValue, type RuleContext } from "./resource-rules.ts";
import type { Address } from "./state.ts";

interface Finding {
  readonly resource_type: string;
  readonly index?: number;
  readonly error: string;
}

export function validateDocument(body: unknown, context: RuleContext): Answer {
  if (!isMap(body)) return { status: 400, body: { error_msg: "invalid request body: expected an object" } };
  const errors: Finding[] = [];
  const holders = new Map<string, Address>();
  for (const kind of kinds) {
    const version = body[`${kind}_conf_version`];
    if (version !== undefined && typeof version !== "number") {
      errors.push({ resource_type: kind, error: `${kind}_conf_version must be a number, got ${typeof version}` });
    }
    const items = body[kind];
    if (items === undefined) continue;
    if (!Array.isArray(items)) {
      errors.push({ resource_type: kind, error: `${kind} must be an array` });
      continue;
    }
    const identities = new Set<string>();
    for (const [index, item] of items.entries()) {
      for (const error of checkItem(kind, index, item, identities, holders, context))
        errors.push({ resource_type: kind, index, error });
    }
  }
  if (errors.length === 0) return { status: 200 };
  return { status: 400, body: { error_msg: "Configuration validation failed", errors } };
}

function checkItem(
  kind: (typeof kinds)[number],
  index: number,
  item: unknown,
  identities: Set<string>,
  holders: Map<string, Address>,
  context: RuleContext,
): string[] {
  const prefix = `invalid ${kind} at index ${index}, err: `;
  if (!isMap(item)) return [`${prefix}expected an object`];
  const found: string[] = [];
  const credential = kind === "consumers" ? /^([^/]+)\/credentials\/([^/]+)$/.exec(String(item["id"] ?? "")) : null;
  const value = credential === null ? item : { ...item, id: credential[2] };
  const fault = checkValue(credential === null ? kind : "credentials", value, context);
  if (fault !== undefined) found.push(prefix + fault);
  const field = kind === "consumers" && item["id"] === undefined ? "username" : "id";
  const identity = item[field];
  if (identity !== undefined) {
    const name = String(identity);
    if (identities.has(name)) found.push(`found duplicate ${field} ${name} in ${kind}`);
    identities.add(name);
  }
  if (kind !== "consumers") return found;
  const address: Address =
    credential === null
      ? { kind, id: String(item["username"]) }
      : { kind: "credentials", consumer: credential[1] ?? "", id: credential[2] ?? "" };
  for (const { plugin, key } of lookupKeysOf(item)) {
    const holder = holders.get(`${plugin} ${key}`);
    if (holder === undefined) holders.set(`${plugin} ${key}`, address);
    else found.push(prefix + duplicateText(plugin, holder));
  }
  return found;
}
