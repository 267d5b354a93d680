/** A number with its noun: `1 consumer`, `2 consumers`, `2 fixes`. */
export function count(number: number, noun: string, plural = noun === "info" ? noun : `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
