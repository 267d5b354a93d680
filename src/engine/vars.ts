/** Variables of a request under their nginx names, and texts in which `$name` stands for one. */
import type { RequestContext } from "./context.ts";
import { wireText } from "./encoding.ts";
import { argumentValues, cookieValues } from "./query.ts";

export type Variable = (context: RequestContext) => string | undefined;

const namedVariables: Readonly<Record<string, Variable>> = {
  args: (context) => context.query.slice(1),
  query_string: (context) => context.query.slice(1),
  is_args: (context) => (context.query === "" ? "" : "?"),
  consumer_group_id: (context) => context.consumer?.record.groupId,
  consumer_name: (context) => context.consumer?.username,
  credential_id: (context) => context.consumer?.credentialId,
  content_length: (context) => context.headers.get("content-length"),
  content_type: (context) => context.headers.get("content-type"),
  host: (context) => context.host,
  https: (context) => (context.request.scheme === "https" ? "on" : ""),
  method: (context) => context.request.method,
  remote_addr: (context) => context.request.remoteAddress,
  request_method: (context) => context.request.method,
  request_uri: (context) => context.target.raw,
  route_id: (context) => context.route?.id,
  route_name: (context) => context.route?.name,
  scheme: (context) => context.request.scheme,
  service_id: (context) => context.route?.serviceId,
  uri: (context) => context.path,
};

const variableFamilies: readonly (readonly [prefix: string, make: (name: string) => Variable])[] = [
  ["http_", (name) => headerVariable(name.replaceAll("_", "-").toLowerCase())],
  ["arg_", (name) => (context) => argumentValues(context.query, name)[0]],
  ["cookie_", cookieVariable],
];

/** The variable of this name; undefined if there is none. */
export function findVariable(name: string): Variable | undefined {
  if (Object.hasOwn(namedVariables, name)) return namedVariables[name];
  const family = variableFamilies.find(([prefix]) => name.startsWith(prefix) && name.length > prefix.length);
  return family?.[1](name.slice(family[0].length));
}

export interface Rendered {
  readonly text: string;
  /** Variables that had a value. */
  readonly resolved: number;
}

export type Template = (context: RequestContext) => Rendered;

export interface TemplateOptions {
  /** What stands for a name in place of a variable of the request. */
  find?(name: string): Variable | undefined;
  /** What is put into the text for a value. */
  escape?(value: string, name: string): string;
}

/** Compiles a text with `$name`, `${name}` and `${name ?? default}`; `\$` stands for a dollar sign. */
export function compileTemplate(source: string, { find, escape: escapeValue }: TemplateOptions = {}): Template {
  const parts: (string | { name: string; variable: Variable | undefined; whenMissing: string })[] = [];
  let end = 0;
  for (const match of source.matchAll(/\\\$|\$(?:(\w+)|\{\s*(\w+)\s*(?:\?\?([^}]*))?\})/g)) {
    parts.push(source.slice(end, match.index));
    end = match.index + match[0].length;
    const name = match[1] ?? match[2];
    if (name === undefined) parts.push("$");
    else parts.push({ name, variable: find?.(name) ?? findVariable(name), whenMissing: (match[3] ?? "").trim() });
  }
  parts.push(source.slice(end));
  return (context) => {
    let text = "";
    let resolved = 0;
    for (const part of parts) {
      if (typeof part === "string") {
        text += part;
        continue;
      }
      const value = part.variable?.(context);
      if (value !== undefined && value !== "") resolved++;
      text += value === undefined ? part.whenMissing : (escapeValue?.(value, part.name) ?? value);
    }
    return { text, resolved };
  };
}

/** nginx sees `X-Foo` and `x_foo` under one name; only the dashed form is a header that people send. */
function headerVariable(name: string): Variable {
  return (context) => {
    const values = context.headers.all(name);
    return values.length === 0 ? undefined : wireText(values.join(", "));
  };
}

function cookieVariable(name: string): Variable {
  return (context) => {
    const [value] = cookieValues(context.headers.all("cookie").join("; "), name);
    return value === undefined ? undefined : wireText(value);
  };
}
