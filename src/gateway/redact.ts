/** Makes a gateway's own words safe to show: without the secrets that were sent, and short. */

const maxLength = 300;

/** A shorter secret is replaced only where it stands as a word: it would occur by chance elsewhere. */
const chanceLength = 6;

const withheld = "(its text is withheld, as it holds part of a secret)";

/** `text` with each of `secrets` replaced, in whatever escaping; withheld altogether if a large part of one remains. */
export function redacted(text: string, secrets: Iterable<string>): string {
  let shown = text;
  // Longer ones first: one secret may be a part of another.
  const bySize = [...secrets].filter((secret) => secret !== "").sort((left, right) => right.length - left.length);
  for (const secret of bySize) {
    for (const form of writtenForms(secret)) shown = replaceForm(shown, form);
  }
  if (bySize.some((secret) => hasLargePart(shown, secret))) return withheld;
  const line = shown.replace(/\s+/g, " ").trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

function writtenForms(secret: string): ReadonlySet<string> {
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = Buffer.from(secret).toString("base64");
  return new Set([
    secret,
    json,
    json.replaceAll("/", "\\/"),
    encodeURIComponent(withoutLoneSurrogates(secret)),
    base64,
  ]);
}

function withoutLoneSurrogates(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

function replaceForm(text: string, form: string): string {
  if (form.length >= chanceLength) return text.replaceAll(form, "***");
  const literal = form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return text.replace(new RegExp(`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`, "g"), "***");
}

/** A gateway may cut what it quotes: half of a secret is still a secret. */
function hasLargePart(text: string, secret: string): boolean {
  const size = Math.max(8, Math.ceil(secret.length / 2));
  for (let start = 0; start + size <= secret.length; start += 1) {
    if (text.includes(secret.slice(start, start + size))) return true;
  }
  return false;
}
