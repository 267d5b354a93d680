/** Base64 (RFC 4648 section 4) as gateways take it for a secret: the standard alphabet, padding optional. */

const form = /^[A-Za-z0-9+/]*={0,2}$/;

/** How many bytes the text stands for; undefined for what is not base64. */
export function base64Length(text: string): number | undefined {
  if (!form.test(text)) return undefined;
  const digits = text.endsWith("==") ? text.length - 2 : text.endsWith("=") ? text.length - 1 : text.length;
  const isPaddedWrong = digits !== text.length && text.length % 4 !== 0;
  return isPaddedWrong || digits % 4 === 1 ? undefined : Math.floor((digits * 3) / 4);
}

/** Each byte as one character; undefined for what is not base64 with its padding. */
export function decodeBase64(text: string): string | undefined {
  return text.length % 4 === 0 && base64Length(text) !== undefined ? atob(text) : undefined;
}
