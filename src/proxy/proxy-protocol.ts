/** The header of the PROXY protocol, versions 1 and 2 (haproxy.org/download/3.0/doc/proxy-protocol.txt), by which a proxy that does not speak HTTP names the client. */
import { isIPv4, isIPv6 } from "node:net";

export interface ProxyHeader {
  /** Bytes of the header; what follows is the connection itself. */
  readonly length: number;
  /** Undefined: the proxy speaks for itself (a health check), or the client has no address of IP. */
  readonly client: { readonly address: string; readonly localPort: number } | undefined;
}

/** Undefined for bytes that may still become a header. */
export function readProxyHeader(bytes: Buffer): ProxyHeader | "none" | undefined {
  if (startsAlike(bytes, signature2)) return bytes.length < signature2.length ? undefined : readBinary(bytes);
  if (startsAlike(bytes, signature1)) return bytes.length < signature1.length ? undefined : readLine(bytes);
  return "none";
}

const signature1 = Buffer.from("PROXY ");
const signature2 = Buffer.from("\r\n\r\n\0\r\nQUIT\n");

/** With its line break. */
const longestLine = 107;

/** Of addresses and extensions in version 2: more than any proxy sends. */
const longestBinary = 4096;

function startsAlike(bytes: Buffer, signature: Buffer): boolean {
  const length = Math.min(bytes.length, signature.length);
  return bytes.subarray(0, length).equals(signature.subarray(0, length));
}

function readLine(bytes: Buffer): ProxyHeader | "none" | undefined {
  const end = bytes.indexOf("\r\n");
  if (end < 0) return bytes.length < longestLine ? undefined : "none";
  const length = end + 2;
  if (length > longestLine) return "none";
  const [, family, ...fields] = bytes.toString("latin1", 0, end).split(" ");
  if (family === "UNKNOWN") return { length, client: undefined };
  const [address = "", local = "", port = "", localPort = ""] = fields;
  const isAddress = family === "TCP4" ? isIPv4 : family === "TCP6" ? isIPv6 : never;
  if (fields.length !== 4 || !isAddress(address) || !isAddress(local) || !isPort(port) || !isPort(localPort))
    return "none";
  return { length, client: { address, localPort: Number(localPort) } };
}

function isPort(text: string): boolean {
  return /^(?:0|[1-9][0-9]{0,4})$/.test(text) && Number(text) <= 65_535;
}

function never(): boolean {
  return false;
}

const command = { local: 0x20, proxy: 0x21 } as const;

/** Family and transport, with the bytes of an address. */
const addressBytes: Readonly<Record<number, number>> = { 17: 4, 33: 16 };

function readBinary(bytes: Buffer): ProxyHeader | "none" | undefined {
  if (bytes.length < 16) return undefined;
  const size = bytes.readUInt16BE(14);
  const length = 16 + size;
  if (size > longestBinary) return "none";
  if (bytes.length < length) return undefined;
  if (bytes[12] === command.local) return { length, client: undefined };
  if (bytes[12] !== command.proxy) return "none";
  const each = addressBytes[bytes[13] ?? 0];
  if (each === undefined) return { length, client: undefined };
  if (size < 2 * each + 4) return "none";
  const address = formatAddress(bytes.subarray(16, 16 + each));
  return { length, client: { address, localPort: bytes.readUInt16BE(16 + 2 * each + 2) } };
}

function formatAddress(bytes: Buffer): string {
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_each, index) => bytes.readUInt16BE(index * 2).toString(16));
  // As the operating system writes it: the shortest form.
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
