/** `GET /orders?x=1` or `GET https://host/orders` with headers as `Name: value`, as the engine takes a request. */
import type { GatewayRequest } from "../engine/contract.ts";
import { wireValue } from "../engine/encoding.ts";
import { RequestError } from "./contract.ts";

/** @throws RequestError */
export function requestOfLine(
  line: string,
  headers: readonly string[],
): Omit<GatewayRequest, "remoteAddress" | "readBody"> {
  const [, given, target] = /^\s*(?:([A-Za-z]+)\s+)?(\S+)(?:\s+HTTP\/[\d.]+)?\s*$/.exec(line) ?? [];
  if (target === undefined) throw new RequestError("a request is METHOD PATH, such as `GET /orders?page=2`.");
  const method = (given ?? "GET").toUpperCase();
  const fields = headers.map(headerOf);
  if (target.startsWith("/")) return { method, target, headers: fields, scheme: "http" };
  const { scheme, authority, target: path } = splitUrl(target, { isAsIs: true });
  const hasHost = fields.some(([name]) => name.toLowerCase() === "host");
  return { method, target: path, headers: [...(hasHost ? [] : [["Host", authority] as const]), ...fields], scheme };
}

interface SplitOptions {
  /** Of a URL that names none; without it, one must be named. */
  readonly scheme?: "http" | "https";
  /** Dot segments are sent as they are written. */
  readonly isAsIs: boolean;
}

export interface SplitUrl {
  readonly scheme: "http" | "https";
  readonly authority: string;
  /** `user:password`, decoded. */
  readonly userInfo?: string;
  readonly target: string;
}

/** @throws RequestError if it is no http or https URL */
export function splitUrl(url: string, { scheme: implied, isAsIs }: SplitOptions): SplitUrl {
  const [, named, before, authority = "", rest = ""] =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(?:([^/?#@]*)@)?([^/?#]*)([^#]*)/.exec(url) ?? [];
  const scheme = (named ?? implied)?.toLowerCase();
  if ((scheme !== "http" && scheme !== "https") || authority === "") {
    throw new RequestError("the URL should be http://HOST/PATH or https://HOST/PATH, or just a /PATH.");
  }
  const target = rest.startsWith("/") ? rest : `/${rest}`;
  return {
    scheme,
    authority,
    ...(before !== undefined && { userInfo: decodeURIComponentSafely(before) }),
    target: isAsIs ? target : withoutDots(target),
  };
}

/** RFC 3986, section 5.2.4. */
function withoutDots(target: string): string {
  const mark = target.indexOf("?");
  const path = mark < 0 ? target : target.slice(0, mark);
  if (!/\/\.\.?(?:\/|$)/.test(path)) return target;
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const [index, segment] of segments.entries()) {
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
    if ((segment === "." || segment === "..") && index === segments.length - 1) kept.push("");
  }
  return `/${kept.join("/")}${mark < 0 ? "" : target.slice(mark)}`;
}

function headerOf(header: string): readonly [name: string, value: string] {
  const colon = header.indexOf(":");
  const name = header.slice(0, Math.max(0, colon)).trim();
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    throw new RequestError("a header is NAME: VALUE, such as `-H 'apikey: …'`.");
  }
  const value = header.slice(colon + 1).trim();
  return [name, wireValue(value) ?? value];
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
