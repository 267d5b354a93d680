/** Numbers as `toFixed(2)` writes them, in a third of its time: a text of seconds goes out with each counted request. */

/** `.00` to `.99` */
const fractions = Array.from({ length: 100 }, (_, index) => `.${String(index).padStart(2, "0")}`);

const largest = 1e9;
/** Nearer than that to the middle between two texts, the exact value of the number decides which it is. */
const nearMiddle = 1e-4;

export function twoDecimals(value: number): string {
  const hundredths = value * 100;
  const floor = Math.floor(hundredths);
  const beyond = hundredths - floor;
  if (!(value >= 0 && value < largest) || Math.abs(beyond - 0.5) < nearMiddle) return value.toFixed(2);
  const rounded = beyond > 0.5 ? floor + 1 : floor;
  const whole = Math.floor(rounded / 100);
  return String(whole) + fractions[rounded - whole * 100];
}
