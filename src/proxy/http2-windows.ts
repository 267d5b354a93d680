/**
 * How much of the bodies of its requests a client may send on one HTTP/2 connection before anybody reads them (RFC 9113
 * section 6.9.2). Node gives the connection's own window back whatever is read, so the windows of the streams are the bound:
 * wide ones, with which a large upload over a slow line is quick, only as long as few requests have a body.
 */

const kibibyte = 1024;

/** Bytes. A connection begins with narrow windows. */
export const narrowWindow = 64 * kibibyte;
const wideWindow = 256 * kibibyte;

/** Bodies at a time with wide windows: at half of them the windows are made narrow, which takes a round trip. */
const mostWide = 16;

export interface BodyWindows {
  /** False: the client has not yet heeded narrow windows, and this body would be one too many. It is to call `ended` once. */
  begins(): boolean;
  ended(): void;
  /** More has come of a body than a narrow window holds. */
  isLarge(): void;
}

/** @param announce sends the size of all windows from now on, and calls back when the client has heeded it */
export function createBodyWindows(announce: (bytes: number, onHeeded: () => void) => void): BodyWindows {
  let bodies = 0;
  let isWide = false;
  let isChanging = false;
  const change = (toWide: boolean): void => {
    isChanging = true;
    // What was announced may be used before it is heeded.
    if (toWide) isWide = true;
    announce(toWide ? wideWindow : narrowWindow, () => {
      isChanging = false;
      isWide = toWide;
    });
  };
  return {
    begins() {
      if (isWide && bodies >= mostWide) return false;
      bodies++;
      if (isWide && !isChanging && bodies > mostWide / 2) change(false);
      return true;
    },
    ended() {
      bodies--;
    },
    isLarge() {
      if (!isWide && !isChanging && bodies <= mostWide / 2) change(true);
    },
  };
}
