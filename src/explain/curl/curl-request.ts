/** A curl command line as the request that curl would send. */
import type { GatewayRequest } from "../../engine/contract.ts";
import { utf8Bytes, wireValue } from "../../engine/encoding.ts";
import { RequestError } from "../contract.ts";
import { splitUrl } from "../request-line.ts";
import type { CurlEffect } from "./curl-options.ts";
import { type CurlCall, readOptions } from "./read-options.ts";
import { shellWords } from "./shell-words.ts";

export interface CurlRequest {
  readonly request: Omit<GatewayRequest, "remoteAddress" | "readBody">;
  readonly body: Uint8Array;
  /** What was left out of account. */
  readonly notes: readonly string[];
}

/** @throws RequestError if it is no curl command, or makes a request that cannot be told from it */
export function curlRequest(command: string): CurlRequest {
  const { words, rest } = shellWords(command.trim().replace(/^\$\s+/, ""));
  if (!/^(?:.*\/)?curl(?:\.exe)?$/.test(words[0] ?? "")) {
    throw new RequestError("this is no curl command: it should begin with `curl`.");
  }
  const call = readOptions(words.slice(1));
  const url = onlyUrl(call);
  const valuesOf = (...effects: readonly CurlEffect[]): readonly string[] =>
    call.options.filter(({ effect }) => effects.includes(effect)).map(({ value }) => value);
  const isSet = (effect: CurlEffect): boolean => valuesOf(effect).length > 0;
  const data = call.options.flatMap(({ name, effect, value }) => dataOf(name, effect, value));
  // Pieces of --json are joined as they are, the others by `&`.
  const body = data.join(isSet("json") ? "" : "&");
  const { scheme, authority, userInfo, target } = splitUrl(url, { scheme: "http", isAsIs: isSet("as-is") });
  const isGet = isSet("get");
  const query = isGet && data.length > 0 ? `${target.includes("?") ? "&" : "?"}${body}` : "";
  const hasBody = data.length > 0 && !isGet;
  const method = valuesOf("request").at(-1) ?? (isSet("head") ? "HEAD" : hasBody ? "POST" : "GET");
  const own: [string, string][] = [["Host", authority]];
  const user = valuesOf("user").at(-1) ?? userInfo;
  if (user !== undefined) own.push(["Authorization", `Basic ${basic(user)}`]);
  for (const token of valuesOf("bearer")) own.push(["Authorization", `Bearer ${token}`]);
  own.push(
    ["User-Agent", valuesOf("agent").at(-1) ?? "curl/8"],
    ["Accept", isSet("json") ? "application/json" : "*/*"],
  );
  for (const referer of valuesOf("referer").slice(-1)) own.push(["Referer", referer.replace(/;auto$/, "")]);
  const cookies = valuesOf("cookie");
  if (cookies.some((cookie) => !cookie.includes("="))) {
    throw new RequestError("curl's --cookie names a file, which is not read here. Write the cookies as NAME=VALUE.");
  }
  if (cookies.length > 0) own.push(["Cookie", cookies.join("; ")]);
  if (isSet("compressed")) own.push(["Accept-Encoding", "deflate, gzip"]);
  const bytes = hasBody ? utf8Bytes(body) : new Uint8Array(0);
  if (hasBody) {
    own.push(["Content-Type", isSet("json") ? "application/json" : "application/x-www-form-urlencoded"]);
    own.push(["Content-Length", String(bytes.length)]);
  }
  return {
    request: { method, target: `${target}${query}`, headers: withGiven(own, valuesOf("header")).map(onWire), scheme },
    body: bytes,
    notes: [
      ...call.unknown.map((option) => `curl's ${option} is not known here and was left out of account`),
      ...(rest === "" ? [] : ["what follows the curl command was not looked at"]),
    ],
  };
}

function onlyUrl({ urls, unknown }: CurlCall): string {
  const [url, second] = urls;
  if (url === undefined) throw new RequestError("the curl command has no URL.");
  if (second === undefined) return url;
  const perhaps = unknown.length > 0 ? ` (one may be the value of ${unknown.join(", ")}, which is not known here)` : "";
  throw new RequestError(`the curl command has ${urls.length} URLs${perhaps}; one can be explained.`);
}

function dataOf(name: string, effect: CurlEffect, value: string): readonly string[] {
  if (effect === "data-raw") return [value];
  if (effect === "data-urlencode") return [urlEncoded(value)];
  if (effect !== "data" && effect !== "json") return [];
  if (value.startsWith("@")) {
    throw new RequestError(
      `curl's ${name} names a file, which is not read here. Leave it out, write -X POST, and give the file with --body.`,
    );
  }
  return [value];
}

/** `content`, `=content` and `name=content`; files are not read. */
function urlEncoded(value: string): string {
  const equals = value.indexOf("=");
  if (/^[^=]*@/.test(value)) throw new RequestError("curl's --data-urlencode names a file, which is not read here.");
  if (equals < 0) return encoded(value);
  return `${equals === 0 ? "" : `${value.slice(0, equals)}=`}${encoded(value.slice(equals + 1))}`;
}

/** All but the unreserved characters of RFC 3986, a space as `+`. */
function encoded(text: string): string {
  const rest = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, rest)
    .replaceAll("%20", "+");
}

/** A given header takes the place of curl's own; `Name:` removes it, `Name;` is one without a value. */
function withGiven(own: readonly [string, string][], given: readonly string[]): [string, string][] {
  const parsed = given.map((header): [string, string | undefined] => {
    if (header.startsWith("@")) throw new RequestError("curl's --header names a file, which is not read here.");
    const colon = header.indexOf(":");
    if (colon < 0) {
      if (header.endsWith(";")) return [header.slice(0, -1), ""];
      throw new RequestError("curl's --header has no colon: it should be `Name: value`.");
    }
    const value = header.slice(colon + 1).trim();
    return [header.slice(0, colon).trim(), value === "" ? undefined : value];
  });
  const replaced = new Set(parsed.map(([name]) => name.toLowerCase()));
  return [
    ...own.filter(([name]) => !replaced.has(name.toLowerCase())),
    ...parsed.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
  ];
}

/** As its bytes go over the wire. */
function onWire([name, value]: [string, string]): [string, string] {
  return [name, wireValue(value) ?? value];
}

function basic(user: string): string {
  const pair = user.includes(":") ? user : `${user}:`;
  return btoa(String.fromCharCode(...utf8Bytes(pair)));
}
