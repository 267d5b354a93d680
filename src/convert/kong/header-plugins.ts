/** Kong's plugins that change headers: transformers, cors, correlation-id. */
import type { Foreign } from "../foreign.ts";
import { settings, type Turn, type TurnContext } from "./turn.ts";

/** A header as Kong writes it, `name:value`; undefined for what the other side would read as more than text. */
function headerOf(item: Foreign): readonly [name: string, value: string] | undefined {
  const [, name, value] = /^([^:\s]+):\s*(.*)$/s.exec(String(item.value)) ?? [];
  if (name === undefined || value === undefined || value.includes("$")) return undefined;
  item.take();
  return [name, value];
}

function headersOf(config: Foreign, action: string): readonly (readonly [name: string, value: string])[] {
  return (config.field(action)?.list("headers") ?? []).flatMap((item) => {
    const header = headerOf(item);
    return header ? [header] : [];
  });
}

/** Kong adds a header only if there is none, and replaces it only if there is one; the other side does not ask. */
function setHeaders(config: Foreign, { shown }: TurnContext, verb: string): Record<string, string> {
  const added = headersOf(config, "add");
  const replaced = headersOf(config, "replace");
  for (const [action, headers, condition] of [
    ["add", added, "there is none"],
    ["replace", replaced, "there is one"],
  ] as const) {
    if (headers.length === 0) continue;
    config
      .field(action)
      ?.field("headers")
      ?.lose(
        "approximated",
        `\`${action}.headers\` of ${shown}`,
        `each header is ${verb} in any case, not only if ${condition}`,
        "Nothing, unless senders set these headers themselves.",
        "key",
      );
  }
  return Object.fromEntries([...replaced, ...added]);
}

export const turnRequestTransformer: Turn = (config, context) => {
  const set = setHeaders(config, context, "set");
  const add = Object.fromEntries(headersOf(config, "append"));
  const remove = config.field("remove")?.texts("headers") ?? [];
  const method = config.text("http_method");
  const headers = settings({
    set: Object.keys(set).length > 0 ? set : undefined,
    add: Object.keys(add).length > 0 ? add : undefined,
    remove: [...remove],
  });
  const hasHeaders = Object.keys(headers).length > 0;
  if (!hasHeaders && method === undefined) return undefined;
  return { plugin: "proxy-rewrite", config: settings({ method, headers: hasHeaders ? headers : undefined }) };
};

export const turnResponseTransformer: Turn = (config, context) => {
  const set = setHeaders(config, context, "set");
  const add = headersOf(config, "append").map(([name, value]) => `${name}: ${value}`);
  const remove = config.field("remove")?.texts("headers") ?? [];
  const headers = settings({ set: Object.keys(set).length > 0 ? set : undefined, add, remove: [...remove] });
  return Object.keys(headers).length === 0 ? undefined : { plugin: "response-rewrite", config: { headers } };
};

export const turnCorrelationId: Turn = (config, { shown }) => {
  const generator = config.text("generator") ?? "uuid#counter";
  if (generator !== "uuid") {
    const place = config.field("generator") ?? config;
    place.lose(
      "approximated",
      `the generator ${generator} of ${shown}`,
      "every request gets a UUID",
      "Nothing, unless something reads the counter.",
      "key",
    );
  }
  const header = config.text("header_name") ?? "Kong-Request-ID";
  return {
    plugin: "request-id",
    config: { header_name: header, include_in_response: config.flag("echo_downstream") ?? false },
  };
};

/** What Kong allows if `methods` is not given. */
const corsMethods = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

export const turnCors: Turn = (config) => {
  config.ignoreIf("preflight_continue", false);
  config.ignoreIf("private_network", false);
  config.ignoreIf("allow_origin_absent", true);
  const origins = config.texts("origins");
  const withCredentials = config.flag("credentials") ?? false;
  // `**` answers with the origin of the request, which is what browsers want to see beside credentials.
  const any = withCredentials ? "**" : "*";
  const patterns = origins.filter((origin) => origin !== "*" && /[\\^$*+?()[\]{}|]/.test(origin));
  const plain = origins.filter((origin) => origin !== "*" && !patterns.includes(origin));
  const isAny = origins.length === 0 || origins.includes("*");
  const headers = config.texts("headers");
  const exposed = config.texts("exposed_headers");
  const methods = config.texts("methods");
  const fields = {
    allow_origins: isAny ? any : plain.length > 0 ? plain.join(",") : undefined,
    allow_origins_by_regex: isAny ? [] : patterns.map((pattern) => `^(?:${pattern})$`),
    allow_methods: (methods.length > 0 ? methods : corsMethods).join(","),
    allow_headers: headers.length > 0 ? headers.join(",") : any,
    expose_headers: exposed.length > 0 ? exposed.join(",") : undefined,
    max_age: config.number("max_age"),
    allow_credential: withCredentials || undefined,
  };
  return { plugin: "cors", config: settings(fields) };
};
