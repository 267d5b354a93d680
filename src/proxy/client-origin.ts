/** Where a request comes from: the connection says so, and a header of it where a proxy in front is trusted. */
import { BlockList, isIP, isIPv6 } from "node:net";
import type { HeaderList } from "../engine/contract.ts";
import { type ForwardedElement, parseForwarded } from "./forwarded.ts";

export interface ClientOrigin {
  /** Of the client, as far as it is known. */
  readonly address: string;
  /** Of the other end of the connection. */
  readonly peer: string;
  readonly scheme: "http" | "https";
  /** As a trusted proxy tells it; empty: that of the request. */
  readonly host: string;
  readonly port: string;
  /** The Forwarded values that a trusted proxy sent; undefined: none are to be believed. */
  readonly forwarded: string | undefined;
}

export interface ClientConnection {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
  readonly localPort?: number | undefined;
  readonly encrypted?: boolean | undefined;
}

export interface TrustedProxies {
  /** Addresses and CIDR blocks. */
  readonly addresses: readonly string[];
  /** The header that they write. The other one may be the client's own words, which they pass on. */
  readonly header: "x-forwarded-for" | "forwarded";
  /** Their connections begin with a header of the PROXY protocol; without one they are closed. */
  readonly speakProxyProtocol?: boolean;
}

/** A trusted proxy has passed on a Forwarded that cannot be read: who is behind it is not known. */
export const unreadableOrigin = { status: 400, reason: "a Forwarded that cannot be read" } as const;

export type OriginReader = (
  connection: ClientConnection,
  headers: HeaderList,
) => ClientOrigin | typeof unreadableOrigin;

/** For the log, where the headers cannot be believed or were not read. */
export function connectionAddress(read: OriginReader, connection: ClientConnection): string {
  const origin = read(connection, []);
  return "address" in origin ? origin.address : "";
}

/** More proxies than this in a row are nobody's set-up. */
const maxHops = 64;

/** @throws RangeError that names what is neither an address nor a CIDR block */
export function createOriginReader(trusted: TrustedProxies | undefined): OriginReader {
  if (trusted === undefined || trusted.addresses.length === 0) return directOrigin;
  const isTrusted = addressMatcher(trusted.addresses);
  const read = trusted.header === "forwarded" ? toldByForwarded : toldByLists;
  return (connection, headers) => {
    const direct = directOrigin(connection);
    return isTrusted(direct.peer) ? read(direct, headers, isTrusted) : direct;
  };
}

/** @throws RangeError as `createOriginReader` */
export function trustedMatcher({ addresses }: TrustedProxies): Matcher {
  const isTrusted = addressMatcher(addresses);
  return (address) => isTrusted(plainAddress(address));
}

type Matcher = (address: string) => boolean;

function directOrigin({ remoteAddress, localPort, encrypted }: ClientConnection): ClientOrigin {
  const peer = plainAddress(remoteAddress ?? "");
  const scheme = encrypted === true ? "https" : "http";
  return { address: peer, peer, scheme, host: "", port: String(localPort ?? 0), forwarded: undefined };
}

/** IPv4 clients of a dual-stack socket come as `::ffff:1.2.3.4`. */
function plainAddress(address: string): string {
  return /^::ffff:[0-9.]+$/i.test(address) ? address.slice(7) : address;
}

function addressMatcher(blocks: readonly string[]): Matcher {
  const list = new BlockList();
  for (const block of blocks) {
    const [address = "", bits, rest] = block.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    const most = family === "ipv6" ? 128 : 32;
    if (
      isIP(address) === 0 ||
      rest !== undefined ||
      (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most))
    ) {
      throw new RangeError(block);
    }
    list.addSubnet(address, bits === undefined ? most : Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

function toldByLists(direct: ClientOrigin, headers: HeaderList, isTrusted: Matcher): ClientOrigin {
  const hops = itemsOf(headers, "x-forwarded-for");
  const proto = itemsOf(headers, "x-forwarded-proto").at(-1)?.toLowerCase();
  const host = itemsOf(headers, "x-forwarded-host").at(-1);
  const port = itemsOf(headers, "x-forwarded-port").at(-1);
  return {
    ...direct,
    address: rightmostUntrusted(hops, direct.peer, isTrusted),
    scheme: schemeOf(proto) ?? direct.scheme,
    host: isHost(host) ? host : "",
    port: port !== undefined && /^\d{1,5}$/.test(port) ? port : direct.port,
  };
}

function toldByForwarded(
  direct: ClientOrigin,
  headers: HeaderList,
  isTrusted: Matcher,
): ClientOrigin | typeof unreadableOrigin {
  const value = valuesOf(headers, "forwarded").join(", ");
  const elements: readonly ForwardedElement[] | undefined = value === "" ? [] : parseForwarded(value);
  // A client that breaks the list would pass as the proxy itself, which may come in where clients may not.
  if (elements === undefined) return unreadableOrigin;
  const nearest = elements.at(-1);
  return {
    ...direct,
    address: rightmostUntrusted(
      elements.map((element) => element.for ?? ""),
      direct.peer,
      isTrusted,
    ),
    scheme: schemeOf(nearest?.proto?.toLowerCase()) ?? direct.scheme,
    host: isHost(nearest?.host) ? nearest.host : "",
    forwarded: value,
  };
}

/** From the right, over all that is trusted. What is no address ends the walk: whoever wrote it is the last one known. */
function rightmostUntrusted(hops: readonly string[], peer: string, isTrusted: Matcher): string {
  let known = peer;
  for (let index = hops.length - 1; index >= 0 && hops.length - index <= maxHops; index--) {
    const address = addressOf(hops[index] ?? "");
    if (address === undefined) return known;
    known = address;
    if (!isTrusted(address)) return known;
  }
  return known;
}

/** `1.2.3.4`, `1.2.3.4:80`, `::1`, `[::1]`, `[::1]:80` */
function addressOf(text: string): string | undefined {
  const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1];
  const bare = bracketed ?? (/^[0-9.]+:\d{1,5}$/.test(text) ? text.slice(0, text.indexOf(":")) : text);
  return isIP(bare) !== 0 && !bare.includes("%") ? plainAddress(bare) : undefined;
}

function schemeOf(text: string | undefined): "http" | "https" | undefined {
  return text === "http" || text === "https" ? text : undefined;
}

function isHost(text: string | undefined): text is string {
  return text !== undefined && /^[^\s,/@?#\\"]+$/.test(text);
}

function itemsOf(headers: HeaderList, name: string): string[] {
  const values = valuesOf(headers, name);
  return values.length === 0 ? [] : values.flatMap((value) => value.split(",")).map((item) => item.trim());
}

function valuesOf(headers: HeaderList, name: string): string[] {
  const found: string[] = [];
  for (const [each, value] of headers) {
    if (each.length === name.length && each.toLowerCase() === name) found.push(value);
  }
  return found;
}
