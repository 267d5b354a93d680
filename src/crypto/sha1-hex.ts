/** SHA-1 in hex, from which gateways and ADC derive ids; nothing secret rests on it. */

let crypto: typeof import("node:crypto") | undefined;

/** Most names are ids as they are: node:crypto, which takes longer to load than a small file to lint, is loaded for the first that is not. */
export function sha1Hex(text: string): string {
  crypto ??= process.getBuiltinModule("node:crypto");
  return crypto.createHash("sha1").update(text).digest("hex");
}
