/** Checks resources with the generated validators, and words what they find as APISIX does. */

import type { SchemaError, Validator } from "../check/generated/validators.js";
import * as validators from "../check/generated/validators.js";
import type { Kind } from "../model/config.ts";
import type { Problem, Validate } from "./contract.ts";

export const validateResource: Validate = (kind, value) => {
  const validator = validatorOf[kind];
  if (validator(value)) return [];
  return (validator.errors ?? []).filter(({ keyword }) => keyword !== "if").map(problemOf);
};

/** `property "plugins" validation failed: property "key-auth" validation failed: property "key" is required`. */
export function problemText({ path, message }: Problem): string {
  const steps = path.split("/").slice(1);
  const prefix = steps.map((step) => {
    if (/^\d+$/.test(step)) return `failed to validate item ${Number(step) + 1}: `;
    return `property "${step.replaceAll("~1", "/").replaceAll("~0", "~")}" validation failed: `;
  });
  return prefix.join("") + message;
}

const validatorOf: Readonly<Record<Kind, Validator>> = {
  consumer_groups: validators.consumer_group,
  consumers: validators.consumer,
  credentials: validators.credential,
  upstreams: validators.upstream,
  services: validators.service,
  plugin_configs: validators.plugin_config,
  routes: validators.route,
  global_rules: validators.global_rule,
};

function problemOf(error: SchemaError): Problem {
  const written = error.parentSchema?.["x-message"];
  const fallback = typeof written === "string" ? written : (error.message ?? "is not valid");
  return { path: error.instancePath, message: words[error.keyword]?.(error.params) ?? fallback };
}

/** Values are never quoted: any of them may be a secret. */
const words: Readonly<Record<string, (params: SchemaError["params"]) => string>> = {
  required: (params) => `property "${params["missingProperty"]}" is required`,
  additionalProperties: (params) => `additional properties forbidden, found ${params["additionalProperty"]}`,
  type: (params) => `wrong type: expected ${[params["type"]].flat().join(" or ")}`,
  pattern: (params) => `failed to match pattern "${params["pattern"]}"`,
  enum: () => "matches none of the enum values",
  minLength: (params) => `string too short, expected at least ${params["limit"]}`,
  maxLength: (params) => `string too long, expected at most ${params["limit"]}`,
  minimum: (params) => `expected a number of at least ${params["limit"]}`,
  maximum: (params) => `expected a number of at most ${params["limit"]}`,
  exclusiveMinimum: (params) => `expected a number greater than ${params["limit"]}`,
  minItems: (params) => `expect array to have at least ${params["limit"]} items`,
  maxItems: (params) => `expect array to have at most ${params["limit"]} items`,
  uniqueItems: () => "expected unique items",
  minProperties: (params) => `expect object to have at least ${params["limit"]} properties`,
  maxProperties: (params) => `expect object to have at most ${params["limit"]} properties`,
};
