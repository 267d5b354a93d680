/** Terminal colours, or none. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly blue: Paint;
}

export type Paint = (text: string) => string;

/** SGR parameters to switch each on and off (ECMA-48, section 8.3.117). */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [34, 39],
} as const;

export function createStyle(hasColor: boolean): Style {
  const paint = ([on, off]: readonly [number, number]): Paint =>
    hasColor ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  return {
    bold: paint(codes.bold),
    dim: paint(codes.dim),
    red: paint(codes.red),
    yellow: paint(codes.yellow),
    green: paint(codes.green),
    blue: paint(codes.blue),
  };
}

/** C0 and C1 controls, line separators and what changes the direction of text. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One line of text: control characters from a file must not reach the terminal, which might obey them, nor begin a line that looks like ours. */
export function printable(text: string): string {
  return text.replace(unprintable, "\ufffd");
}
