/** SHA-1 in hex, from which gateways and ADC derive ids; nothing secret rests on it. */
import { createHash } from "node:crypto";

export function sha1Hex(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
