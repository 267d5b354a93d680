/** Whether a resource is right by its schema, and nothing more: what is not is explained by schema.ts, which is loaded only then. */
import type { RawKind } from "../source/raw.ts";
import * as validators from "./generated/quick.js";

const validatorByKind: Readonly<Record<RawKind, (value: unknown) => boolean>> = {
  consumers: validators.consumer,
  consumer_groups: validators.consumer_group,
  routes: validators.route,
  services: validators.service,
  upstreams: validators.upstream,
  global_rules: validators.global_rule,
  plugin_configs: validators.plugin_config,
};

export function isRightBySchema(kind: RawKind, value: unknown): boolean {
  return validatorByKind[kind](value);
}
