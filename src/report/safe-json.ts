/** JSON that a terminal can show: what it may hold as it is, but a terminal might obey, is escaped. */

const unescapedControls = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

export function safeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replace(unescapedControls, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
