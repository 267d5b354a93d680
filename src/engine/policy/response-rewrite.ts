/** response-rewrite: changes the answer before it goes to the caller (gateway reference, section 3.8; Apache APISIX 3.18). */
import type { EngineServices } from "../contract.ts";
import { base64Bytes, utf8Bytes, utf8Text } from "../encoding.ts";
import { compileExpression, type Expression } from "../expression.ts";
import { editHeaders, type HeaderEdits, prepareHeaderEdits } from "../header-edits.ts";
import { compileSearch, type Search } from "../pattern.ts";
import { definePlugin, type PluginConfig, Unusable } from "../plugin.ts";
import { allReplaced, compileReplacement, type Replacement, replaced } from "../replacement.ts";
import { findResponseVariable } from "../response-vars.ts";
import { flagSetting, mapListSetting, numberSetting, textSetting } from "../settings.ts";

interface ResponseRewrite {
  readonly status: number | undefined;
  readonly body: Uint8Array | undefined;
  readonly headers: HeaderEdits;
  readonly condition: Expression;
  readonly filters: readonly Filter[];
}

interface Filter {
  readonly search: Search;
  readonly replacement: Replacement;
  readonly isGlobal: boolean;
}

export const responseRewrite = definePlugin<ResponseRewrite>({
  name: "response-rewrite",
  priority: 899,
  phase: "proxy",
  prepare(config) {
    const body = bodyOf(config);
    const headers = prepareHeaderEdits(config.headers);
    const condition = compileExpression(Array.isArray(config.vars) ? config.vars : [], findResponseVariable);
    const filters = filtersOf(config);
    if (body instanceof Unusable) return body;
    if (headers instanceof Unusable) return headers;
    if (filters instanceof Unusable) return filters;
    if (!condition) return new Unusable("vars that are not understood");
    const status = numberSetting(config, "status_code", 0);
    return { status: status > 0 ? status : undefined, body, headers, condition, filters };
  },
  run({ filters }, context) {
    // What is compressed cannot be searched.
    if (filters.length > 0) context.headers.remove("accept-encoding");
    return undefined;
  },
  respond(rewrite, context, response) {
    // Where it cannot be told, the answer is rewritten: that may be what hides something.
    if (rewrite.condition(context) === false) return;
    if (rewrite.status !== undefined) response.status = rewrite.status;
    if (rewrite.body) response.replaceBody(rewrite.body);
    const { services } = context;
    if (rewrite.filters.length > 0) response.editBody((body) => filtered(rewrite.filters, body, services));
    editHeaders(rewrite.headers, response.headers, context);
  },
});

function bodyOf(config: PluginConfig): Uint8Array | undefined | Unusable {
  const text = textSetting(config, "body");
  if (text === undefined) return undefined;
  if (!flagSetting(config, "body_base64", false)) return utf8Bytes(text);
  const bytes = text === "" ? undefined : base64Bytes(text);
  return bytes ?? new Unusable("a body that is not base64");
}

function filtersOf(config: PluginConfig): readonly Filter[] | Unusable {
  const filters: Filter[] = [];
  for (const filter of mapListSetting(config, "filters") ?? []) {
    const options = textSetting(filter, "options", "jo");
    // Of PCRE's options these change nothing here, or ignore case.
    if (!/^[jou]*i?[jou]*$/.test(options)) return new Unusable("options of a regular expression that are not known");
    const search = compileSearch(textSetting(filter, "regex", ""), options.includes("i"));
    if (typeof search === "string") return new Unusable(search);
    const replacement = compileReplacement(textSetting(filter, "replace", ""));
    filters.push({ search, replacement, isGlobal: filter.scope === "global" });
  }
  return filters;
}

/** Milliseconds for one body: all other requests wait meanwhile. */
const longestFiltering = 1000;

/** Octets that are no UTF-8 are no text: they are not touched, and neither let through. Nor is what takes too long. */
function filtered(
  filters: readonly Filter[],
  body: Uint8Array,
  services: Pick<EngineServices, "now">,
): Uint8Array | undefined {
  const end = services.now() + longestFiltering;
  const isLate = (): boolean => services.now() > end;
  let text = utf8Text(body);
  for (const { search, replacement, isGlobal } of filters) {
    if (text === undefined || isLate()) return undefined;
    text = isGlobal ? allReplaced(text, search, replacement, isLate) : replaced(text, search, replacement);
  }
  return text === undefined ? undefined : utf8Bytes(text);
}
