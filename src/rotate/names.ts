/** Names for what comes next: `main`, `main-2`, `main-3`. */

/** A number behind a dash is counted on; one of many digits, or with a zero in front, is a part of the name. */
const counted = /^(.+)-([1-9]\d{0,2})$/;

/** The next name that is not taken. */
export function nextName(name: string, isTaken: (name: string) => boolean): string {
  const [, base = name, number = "1"] = counted.exec(name) ?? [];
  let next = Number(number) + 1;
  while (isTaken(`${base}-${next}`)) next += 1;
  return `${base}-${next}`;
}
