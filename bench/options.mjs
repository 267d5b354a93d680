/** Reads `--name NUMBER` from the command line of a benchmark. */
export function numberOption(name, fallback) {
  const index = process.argv.indexOf(name);
  if (index < 0) return fallback;
  const value = Number(process.argv[index + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} needs a whole number above 0`);
  return value;
}

/** Reads `--name TEXT`, one of some; undefined if it is not given. */
export function textOption(name, texts) {
  const index = process.argv.indexOf(name);
  if (index < 0) return undefined;
  const value = process.argv[index + 1];
  if (!texts.includes(value)) throw new Error(`${name} needs one of ${texts.join(", ")}`);
  return value;
}
