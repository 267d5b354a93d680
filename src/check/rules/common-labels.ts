/**
 * Label names that teams use everywhere, by their usual misspellings: an inner letter left out, a letter twice, two
 * neighbours swapped. Other letters and longer or shorter ends are left alone, since they make plurals, other words and
 * other languages' spellings ("teams", "term", "organisation").
 */
export function commonLabelMeantBy(key: string): string | undefined {
  commonByMisspelling ??= new Map(commonLabels.flatMap((name) => misspellings(name).map((each) => [each, name])));
  return commonByMisspelling.get(key);
}

const commonLabels = [
  "application",
  "custom_id",
  "customer",
  "environment",
  "organization",
  "owner",
  "region",
  "team",
  "tenant",
  "version",
];

/** Shorter ones are as likely a word or an abbreviation of their own. */
const shortest = 4;

let commonByMisspelling: ReadonlyMap<string, string> | undefined;

function misspellings(name: string): readonly string[] {
  const found = Array.from(name).flatMap((letter, at) => {
    if (letter === "_") return [];
    const [before, after] = [name.slice(0, at), name.slice(at + 1)];
    const isInner = before !== "" && after !== "";
    return [before + letter + letter + after, isInner ? before + after : name, before + swapped(letter, after)];
  });
  return found.filter((each) => each !== name && each.length >= shortest);
}

function swapped(letter: string, after: string): string {
  return after.slice(0, 1) + letter + after.slice(1);
}
