/** Runs the full validators over a resource that is not right, and says in words and at the right place what is wrong. */
import { kindNouns } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Path, Place } from "../model/place.ts";
import type { RawKind, RawResource } from "../source/raw.ts";
import * as validators from "./generated/validators.js";
import { type Explanation, explain, type SchemaError } from "./schema-messages.ts";
import { schemaRuleNameOf } from "./schema-rule-names.ts";

/** A validator as ajv generates it: its findings stand in `errors` until the next call. */
interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

const validatorByKind: Readonly<Record<RawKind, Validator>> = {
  consumers: validators.consumer,
  consumer_groups: validators.consumer_group,
  routes: validators.route,
  services: validators.service,
  upstreams: validators.upstream,
  global_rules: validators.global_rule,
  plugin_configs: validators.plugin_config,
};

/** One wrong spot of a value, before it has a place. */
export interface SchemaProblem extends Explanation {
  readonly path: Path;
  readonly keyword: string;
}

/** The schema's findings on one resource, one for each wrong spot. */
export function explainSchema({ kind, value, place }: RawResource): readonly Diagnostic[] {
  return validateAt(validatorByKind[kind], value, place, `this ${kindNouns[kind]}`);
}

/** The findings of any generated validator; `subject` says what the value is, such as `this consumer`. */
export function validateAt(validate: Validator, value: unknown, place: Place, subject: string): readonly Diagnostic[] {
  return validateValue(validate, value, subject).map(({ path, part, keyword, message, help, replacement }) => ({
    rule: `schema/${schemaRuleNameOf(keyword)}`,
    severity: "error",
    message,
    span: place.span(path, part),
    ...(help && { help }),
    ...(replacement && { replacement }),
  }));
}

/** Validates a value without a place, such as the body of an Admin API call. */
function validateValue(validate: Validator, value: unknown, subject: string): readonly SchemaProblem[] {
  if (validate(value)) return [];
  return withoutEchoes(validate.errors ?? []).map((error) => {
    const path = pathOf(error.instancePath, value);
    return { keyword: error.keyword, path, ...explain(error, path, subject) };
  });
}

/** Keywords that only repeat that something below them failed. */
const echoes: ReadonlySet<string> = new Set(["if", "$ref", "allOf"]);

/** One finding a spot: a wrong type or length hides what follows from it, and alternatives hide the errors of their branches. */
function withoutEchoes(errors: readonly SchemaError[]): readonly SchemaError[] {
  const alternatives = errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  const kept = errors.filter((error) => {
    if (echoes.has(error.keyword)) return false;
    const isBranch = alternatives.some(
      (outer) => outer !== error && error.schemaPath.startsWith(`${outer.schemaPath}/`),
    );
    return !isBranch;
  });
  const pathsOf = (keywords: readonly string[]): ReadonlySet<string> =>
    new Set(kept.filter(({ keyword }) => keywords.includes(keyword)).map(({ instancePath }) => instancePath));
  const wrongTypes = pathsOf(["type"]);
  const wrongLengths = pathsOf(["minLength", "maxLength"]);
  const seen = new Set<string>();
  return kept.filter((error) => {
    if (error.keyword !== "type" && wrongTypes.has(error.instancePath)) return false;
    if (error.keyword === "pattern" && wrongLengths.has(error.instancePath)) return false;
    const subject = `${error.instancePath} ${error.keyword} ${detailOf(error)}`;
    if (seen.has(subject)) return false;
    seen.add(subject);
    return true;
  });
}

/** What tells two findings of one keyword at one spot apart; a condition with a message of its own is one finding, whatever it lacks. */
function detailOf({ params, parentSchema }: SchemaError): unknown {
  const written = (parentSchema as { "x-message"?: unknown } | undefined)?.["x-message"];
  return written ?? params["additionalProperty"] ?? params["missingProperty"] ?? "";
}

/** A JSON pointer (RFC 6901) as a path; what indexes a list becomes a number. */
function pathOf(pointer: string, root: unknown): Path {
  if (pointer === "") return [];
  let container = root;
  return pointer
    .slice(1)
    .split("/")
    .map((segment) => {
      const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
      const isIndex = Array.isArray(container);
      container = (container as Record<string, unknown> | undefined)?.[key];
      return isIndex ? Number(key) : key;
    });
}
