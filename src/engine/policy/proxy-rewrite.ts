/** proxy-rewrite: changes the request before it goes upstream (gateway reference, section 3.8; Apache APISIX 3.18). */
import { errorAnswer } from "../answer.ts";
import type { RequestContext } from "../context.ts";
import { editHeaders, type HeaderEdits, prepareHeaderEdits } from "../header-edits.ts";
import { isIdentityName } from "../headers.ts";
import { compileSearch, longestPatternInput, type Search } from "../pattern.ts";
import { type Answer, definePlugin, type PluginConfig, Unusable } from "../plugin.ts";
import { compileReplacement, type Replacement, replaced } from "../replacement.ts";
import { flagSetting, textListSetting, textSetting } from "../settings.ts";
import { BadTarget, isAuthority } from "../target.ts";
import { compilePath, decodedPath, encodedPath, upstreamTarget } from "../upstream-path.ts";
import { compileTemplate, type Template } from "../vars.ts";

interface Rewrite {
  readonly uri: Template | undefined;
  readonly pairs: readonly Pair[];
  readonly method: string | undefined;
  readonly host: Template | undefined;
  readonly scheme: "http" | "https" | undefined;
  readonly headers: HeaderEdits;
}

interface Pair {
  readonly search: Search;
  readonly replacement: Replacement;
}

export const proxyRewrite = definePlugin<Rewrite>({
  name: "proxy-rewrite",
  priority: 1008,
  phase: "rewrite",
  prepare(config) {
    if (flagSetting(config, "use_real_request_uri_unsafe", false)) {
      return new Unusable("use_real_request_uri_unsafe, which sends what nobody has looked at");
    }
    const pairs = pairsOf(config);
    const headers = prepareHeaderEdits(config.headers, headerFault);
    if (pairs instanceof Unusable) return pairs;
    if (headers instanceof Unusable) return headers;
    const uri = textSetting(config, "uri");
    const host = textSetting(config, "host");
    const { scheme } = config;
    return {
      uri: uri === undefined ? undefined : compilePath(uri),
      pairs,
      method: textSetting(config, "method"),
      host: host === undefined ? undefined : compileTemplate(host),
      scheme: scheme === "http" || scheme === "https" ? scheme : undefined,
      headers,
    };
  },
  run(rewrite, context) {
    // The path first: headers may be made of what its expression matched.
    const answer = rewritePath(rewrite, context) ?? rewriteHost(rewrite, context);
    if (answer) return answer;
    editHeaders(rewrite.headers, context.headers, context);
    if (rewrite.scheme) context.upstreamScheme = rewrite.scheme;
    if (rewrite.method) context.method = rewrite.method;
    return undefined;
  },
});

/** Written by the proxy for each request, whatever stands there. */
const ownHeaders: ReadonlySet<string> = new Set([
  "forwarded",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
]);

function headerFault(name: string): string | undefined {
  if (name.toLowerCase() === "host") return "for which there is the field host";
  if (isIdentityName(name)) return "which tells the upstream who calls and is set by authentication only";
  return ownHeaders.has(name.toLowerCase()) ? "which the proxy sets itself" : undefined;
}

function pairsOf(config: PluginConfig): readonly Pair[] | Unusable {
  const list = textListSetting(config, "regex_uri") ?? [];
  if (list.length % 2 !== 0) return new Unusable("a regex_uri that is no list of pairs");
  const pairs: Pair[] = [];
  for (let index = 0; index < list.length; index += 2) {
    const search = compileSearch(list[index] ?? "");
    if (typeof search === "string") return new Unusable(search);
    pairs.push({ search, replacement: compileReplacement(list[index + 1] ?? "") });
  }
  return pairs;
}

function rewritePath({ uri, pairs }: Rewrite, context: RequestContext): Answer | undefined {
  const text = uri ? uri(context).text : replacedPath(pairs, context);
  if (text === undefined) return undefined;
  if (text instanceof BadTarget) return badRequest(text.reason);
  const target = upstreamTarget(text, context);
  if (target instanceof BadTarget) return badRequest(target.reason);
  context.path = target.path;
  context.query = target.query;
  return undefined;
}

/** By the first pair whose expression matches the decoded path; undefined if none does. */
function replacedPath(pairs: readonly Pair[], context: RequestContext): string | BadTarget | undefined {
  if (pairs.length === 0) return undefined;
  const path = decodedPath(context);
  if (path === undefined) return new BadTarget("a path that is no UTF-8");
  if (path.length > longestPatternInput) return new BadTarget("a path that is too long to be matched");
  for (const { search, replacement } of pairs) {
    const found = search(path, 0);
    if (!found) continue;
    context.captures = found.groups;
    const result = replaced(path, search, replacement);
    // A question mark of the caller's is a part of the path; only one of the replacement begins a query.
    const mark = path.includes("?") ? -1 : result.indexOf("?");
    return mark < 0 ? encodedPath(result) : encodedPath(result.slice(0, mark)) + result.slice(mark);
  }
  return undefined;
}

function rewriteHost({ host }: Rewrite, context: RequestContext): Answer | undefined {
  if (!host) return undefined;
  const { text } = host(context);
  if (!isAuthority(text)) return badRequest("a rewritten host that is none");
  context.upstreamHost = text;
  return undefined;
}

function badRequest(reason: string): Answer {
  return errorAnswer(400, `400 Bad Request: ${reason}`, reason);
}
