/** Which fields of a resource name another one (gateway reference, section 1.4). */
import type { Kind } from "../model/config.ts";
import type { JsonMap } from "./json.ts";

export interface ReferenceField {
  readonly field: string;
  readonly target: Kind;
}

export interface Reference extends ReferenceField {
  readonly id: string;
}

export const referenceFields: Partial<Record<Kind, readonly ReferenceField[]>> = {
  consumers: [{ field: "group_id", target: "consumer_groups" }],
  services: [{ field: "upstream_id", target: "upstreams" }],
  routes: [
    { field: "service_id", target: "services" },
    { field: "upstream_id", target: "upstreams" },
    { field: "plugin_config_id", target: "plugin_configs" },
  ],
};

export function referencesOf(kind: Kind, value: JsonMap | undefined): readonly Reference[] {
  return (referenceFields[kind] ?? []).flatMap((reference) => {
    const id = value?.[reference.field];
    return typeof id === "string" || typeof id === "number" ? [{ ...reference, id: String(id) }] : [];
  });
}
