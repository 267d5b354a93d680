/** htpasswd files of Apache and nginx: `user:password` a line, nearly always hashed. Source: httpd 2.4, Password Formats; nginx, auth_basic_user_file. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import { spanBetween } from "../source/positions.ts";
import type { Converter } from "./contract.ts";
import type { Draft } from "./draft.ts";
import { type Line, linesOf } from "./lines.ts";

/** How a stored password begins; what is found first holds. */
const hashKinds: readonly (readonly [form: RegExp, name: string])[] = [
  [/^\$2[abxy]?\$/, "bcrypt"],
  [/^\$apr1\$/, "apr1 (MD5)"],
  [/^\$1\$/, "MD5 crypt"],
  [/^\$5\$/, "SHA-256 crypt"],
  [/^\$6\$/, "SHA-512 crypt"],
  [/^\$y\$|^\$7\$|^\$gy\$/, "yescrypt"],
  [/^\$argon2/, "Argon2"],
  [/^\{SHA\}/i, "SHA-1"],
  [/^\{SSHA\}/i, "salted SHA-1"],
  [/^\{(?!PLAIN\})[A-Z0-9-]+\}/i, "hash of a named scheme"],
  [/^\$[a-z0-9-]+\$/i, "hash of a named scheme"],
  [/^_[./0-9A-Za-z]{19}$/, "extended DES crypt"],
  // A plain password of this form cannot be told from one: as a password a hash would let in whoever read the file.
  [/^[./0-9A-Za-z]{13}$/, "DES crypt"],
];

export const convertHtpasswd: Converter = (source, draft) => {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  draft.declare("consumers");
  for (const line of linesOf(source.text)) {
    if (/^\s*(?:#|$)/.test(line.text)) continue;
    const colon = line.text.indexOf(":");
    if (colon <= 0) diagnostics.push(noEntry(source, line));
    else addEntry(source, line, colon, seen, draft);
  }
  return diagnostics;
};

/** Which hash it is; undefined for a plain password. */
export function hashKind(stored: string): string | undefined {
  return hashKinds.find(([form]) => form.test(stored))?.[1];
}

function addEntry(source: SourceText, line: Line, colon: number, seen: Set<string>, draft: Draft): void {
  const user = line.text.slice(0, colon);
  // What follows a second colon is a comment in nginx, and in files of Apache's that were edited by hand.
  const [stored = "", ...rest] = line.text.slice(colon + 1).split(":");
  const span = spanBetween(source, line.start, line.start + colon);
  const lineSpan = spanBetween(source, line.start, line.start + line.text.length);
  const passwordSpan = spanBetween(source, line.start + colon + 1, line.start + line.text.length);
  if (seen.has(user)) {
    const became = "only the first line of this user counts, as in Apache and nginx";
    draft.lose({
      span: lineSpan,
      found: `a second line for "${user}"`,
      outcome: "dropped",
      became,
      instead: "Delete it.",
    });
    return;
  }
  seen.add(user);
  const consumer = draft.addConsumer(user, span);
  const kind = hashKind(stored);
  if (rest.length > 0 && (kind !== undefined || stored === "")) {
    const became = "a comment has no place in the result";
    draft.lose({
      span: passwordSpan,
      found: `text behind the password of "${user}"`,
      outcome: "dropped",
      became,
      instead: "Keep it as a `desc`.",
    });
  }
  const plain = [stored, ...rest].join(":").replace(/^\{PLAIN\}/i, "");
  if (kind !== undefined || plain === "") {
    draft.lose({
      span: passwordSpan,
      found: kind === undefined ? `no password for "${user}"` : `the hashed password of "${user}" (${kind})`,
      outcome: "dropped",
      became: "the consumer has no credential and is let in nowhere: a hash cannot be turned back into a password",
      instead: `Give "${user}" a new password: add a basic-auth credential with the username "${user}".`,
    });
    return;
  }
  draft.lose({
    span: passwordSpan,
    found: `the password of "${user}" in clear`,
    outcome: "noted",
    became: "it is taken over as it stands",
    instead: "Whoever could read the file knows it: give out a new one.",
  });
  const plugins = { "basic-auth": { username: user, password: plain } };
  consumer.credentials.push({ name: "basic-auth", span, fields: { plugins } });
}

function noEntry(source: SourceText, { start, text }: Line): Diagnostic {
  return {
    rule: "convert/htpasswd-line",
    severity: "error",
    message: "this line is not of the form USER:PASSWORD",
    span: spanBetween(source, start, start + text.length),
    help: "Mend the line, or begin it with # if it is a comment.",
  };
}
