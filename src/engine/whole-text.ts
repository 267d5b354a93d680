/**
 * Whole numbers as `String` writes them. That keeps the texts of thousands of numbers for the next time, so the collector has to copy them: of a number
 * that counts down from one request to the next, all but the last digits come again.
 */

const step = 1000;
/** `000` to `999` */
const lastDigits = Array.from({ length: step }, (_, index) => String(index).padStart(3, "0"));

/** A number that is not whole is written as `String` does too. */
export function wholeText(value: number): string {
  if (value < step || !Number.isSafeInteger(value)) return String(value);
  const front = Math.floor(value / step);
  return String(front) + lastDigits[value - front * step];
}
