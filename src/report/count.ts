/** A number with its noun: `1 consumer`, `2 consumers`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 || noun === "info" ? "" : "s"}`;
}
