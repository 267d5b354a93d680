/** The resources of the Admin API as data: methods, references (gateway reference, section 4; texts as in APISIX). */
import { type Kind, kinds } from "../model/config.ts";

/** A field of resources of one kind that names a resource of another. */
export interface Reference {
  readonly from: Kind;
  readonly field: string;
  readonly to: Kind;
}

export const references: readonly Reference[] = [
  { from: "consumers", field: "group_id", to: "consumer_groups" },
  { from: "routes", field: "upstream_id", to: "upstreams" },
  { from: "services", field: "upstream_id", to: "upstreams" },
  { from: "routes", field: "service_id", to: "services" },
  { from: "routes", field: "plugin_config_id", to: "plugin_configs" },
];

const usual: ReadonlySet<string> = new Set(["GET", "HEAD", "PUT", "DELETE"]);
const more: ReadonlySet<string> = new Set([...usual, "POST", "PATCH"]);

export function methodsOf(kind: Kind): ReadonlySet<string> {
  return kind === "routes" || kind === "services" || kind === "upstreams" ? more : usual;
}

export function isKind(name: string): name is Kind {
  return (kinds as readonly string[]).includes(name);
}
