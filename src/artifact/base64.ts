/** Base64 (RFC 4648 section 4) where there is no Node Buffer. */

const pattern = /^[A-Za-z0-9+/]*={0,2}$/;

/** The bytes, or undefined for what is not base64; padding may be missing, as APISIX takes it. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!pattern.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
