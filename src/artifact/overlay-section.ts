/** What makes an artifact an overlay: which one it lies over, and which of that one's consumers count no longer. */
import { viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";
import { hex } from "./keys.ts";
import { knownOverlayFlags, overlayFlags, overlayHead } from "./layout.ts";

export interface OverlayHead {
  /** Hex digest of the artifact that it lies over. */
  readonly base: string;
  /** Routes and global rules are the base's. */
  readonly keepsRoutes: boolean;
  /** Numbers of the base's consumers that are changed or gone, rising. */
  readonly hidden: readonly number[];
}

const digestLength = overlayHead.flags;

export function writeOverlaySection({ base, keepsRoutes, hidden }: OverlayHead): Uint8Array {
  const bytes = new Uint8Array(overlayHead.size + hidden.length * 4);
  const view = viewOf(bytes);
  for (let index = 0; index < digestLength; index++) {
    bytes[overlayHead.base + index] = Number.parseInt(base.slice(index * 2, index * 2 + 2), 16);
  }
  view.setUint32(overlayHead.flags, keepsRoutes ? overlayFlags.keepsRoutes : 0, true);
  view.setUint32(overlayHead.hidden, hidden.length, true);
  hidden.forEach((consumer, index) => {
    view.setUint32(overlayHead.size + index * 4, consumer, true);
  });
  return bytes;
}

/** Undefined for the empty section of an artifact that stands alone. Whether the consumers are there, the base must tell. */
export function openOverlaySection(bytes: Uint8Array): OverlayHead | undefined {
  if (bytes.length === 0) return undefined;
  if (bytes.length < overlayHead.size) refuse("its overlay section is cut off");
  const view = viewOf(bytes);
  const flags = view.getUint32(overlayHead.flags, true);
  const count = view.getUint32(overlayHead.hidden, true);
  if ((flags & ~knownOverlayFlags) !== 0) refuse("its overlay section has unknown flags");
  if (bytes.length !== overlayHead.size + count * 4) refuse("its overlay section has the wrong length");
  const hidden: number[] = [];
  for (let index = 0; index < count; index++) {
    const consumer = view.getUint32(overlayHead.size + index * 4, true);
    if (index > 0 && consumer <= (hidden[index - 1] ?? 0)) refuse("the consumers that it hides are out of order");
    hidden.push(consumer);
  }
  return {
    base: hex(bytes.subarray(overlayHead.base, overlayHead.flags)),
    keepsRoutes: (flags & overlayFlags.keepsRoutes) !== 0,
    hidden,
  };
}
