/** mocking: answers with an example in place of the upstream (gateway reference, section 3.8; Apache APISIX 3.18). */
import type { RequestContext } from "../context.ts";
import type { HeaderList } from "../contract.ts";
import { wireValue } from "../encoding.ts";
import { isFramingName, isHeaderName } from "../headers.ts";
import { type Example, exampleOf, isExampleSchema, xmlOf } from "../made-up.ts";
import { definePlugin, type MaybePromise, type Outcome, type PluginConfig, Unusable } from "../plugin.ts";
import { flagSetting, mapSetting, numberSetting, textSetting } from "../settings.ts";
import { compileTemplate } from "../vars.ts";
import { wait } from "../wait.ts";

interface Mock {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: (context: RequestContext) => string;
  /** Milliseconds. */
  readonly delay: number;
}

export const mocking = definePlugin<Mock>({
  name: "mocking",
  priority: 10900,
  phase: "access",
  prepare(config) {
    const contentType = textSetting(config, "content_type", "application/json;charset=utf8");
    const body = bodyOf(config, contentType.split(";")[0]?.trim().toLowerCase() ?? "");
    const headers = headersOf(config, contentType);
    const status = numberSetting(config, "response_status", 200);
    if (body instanceof Unusable) return body;
    if (headers instanceof Unusable) return headers;
    if (status < 200) return new Unusable("a response_status that ends no request");
    return { status, headers, body, delay: numberSetting(config, "delay", 0) * 1000 };
  },
  run({ status, headers, body, delay }, context): MaybePromise<Outcome> {
    const answer = { status, headers, body: body(context), reason: "the answer is made up" };
    return delay > 0 ? wait(context.services, delay).then(() => answer) : answer;
  },
});

function headersOf(config: PluginConfig, contentType: string): HeaderList | Unusable {
  const own = Object.entries(mapSetting(config, "response_headers") ?? {});
  const mark: HeaderList = flagSetting(config, "with_mock_header", true) ? [["x-mock-by", "rollcall"]] : [];
  const list: [string, string][] = [];
  for (const [name, value] of [["Content-Type", contentType], ...mark, ...own] as const) {
    const text = wireValue(String(value));
    if (text === undefined || !isHeaderName(name) || isFramingName(name)) {
      return new Unusable(`a header ${JSON.stringify(name)} that cannot be sent`);
    }
    list.push([name, text]);
  }
  return list;
}

/** By content type: how something made up is written. */
const writers: Readonly<Record<string, (example: Example) => string>> = {
  "application/json": (example) => JSON.stringify(example),
  "text/plain": (example) => JSON.stringify(example),
  "application/xml": (example) => xmlOf("data", example),
  "text/xml": (example) => xmlOf("data", example),
};

function bodyOf(config: PluginConfig, type: string): Mock["body"] | Unusable {
  const text = textSetting(config, "response_example");
  if (text !== undefined) {
    const template = compileTemplate(text);
    return (context) => template(context).text;
  }
  const schema = mapSetting(config, "response_schema");
  const write = Object.hasOwn(writers, type) ? writers[type] : undefined;
  if (!schema || !isExampleSchema(schema)) return new Unusable("a response_schema that is not understood");
  if (!write) return new Unusable(`a content_type ${JSON.stringify(type)} in which nothing can be made up`);
  return ({ services }) => write(exampleOf(schema, services.random ?? Math.random));
}
