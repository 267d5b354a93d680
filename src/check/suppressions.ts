/** Comments in YAML files that silence findings: `# rollcall-disable-next-line RULE[, RULE] -- reason`, and the same with -line and -file. */
import { closest } from "../model/closest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import type { Comment } from "../source/comments.ts";
import type { SourceText } from "../source/document.ts";
import { spanBetween } from "../source/positions.ts";
import { isFixedRule, ruleIds } from "./rule-ids.ts";

/** What the comments of all files silence. */
export interface Suppressions {
  /** What is wrong with the comments themselves. */
  readonly diagnostics: readonly Diagnostic[];
  /** The findings that no comment silences. */
  apply(diagnostics: readonly Diagnostic[]): readonly Diagnostic[];
  /** After `apply`: the comments that silenced nothing, but for rules that `isOff`, which nobody could find. */
  unused(isOff: (rule: string) => boolean): readonly Diagnostic[];
}

type Scope = "next-line" | "line" | "file";

/** One rule of one comment. */
export interface Suppression {
  readonly rule: string;
  readonly span: Span;
  /** Undefined for the whole file. */
  readonly line: number | undefined;
}

interface Tracked extends Suppression {
  isUsed: boolean;
}

/** All such comments hold it. */
const mark = "rollcall-disable";

/** Whether the text has what all such comments have. */
export function mayHoldSuppressions({ text }: SourceText): boolean {
  return text.includes(mark);
}

/** What the comments of one file say, apart from what is found there. */
export interface FileSuppressions {
  readonly suppressions: readonly Suppression[];
  /** What is wrong with the comments themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Undefined if the file has no such comment; nothing but a search of the text is done then.
 * @param source without a byte order mark
 * @param comments offsets of the `#` of all its comments
 */
export function readSuppressions(source: SourceText, comments: () => readonly number[]): FileSuppressions | undefined {
  if (!mayHoldSuppressions(source)) return undefined;
  const diagnostics: Diagnostic[] = [];
  return { suppressions: new CommentReader(source, diagnostics).read(comments()), diagnostics };
}

/**
 * What the comments of all files silence; undefined if there are none.
 * Unless the findings that they are applied to are complete, no comment is called unused.
 */
export function joinSuppressions(
  files: readonly FileSuppressions[],
  { isComplete }: { readonly isComplete: boolean },
): Suppressions | undefined {
  if (files.length === 0) return undefined;
  const suppressions = files.flatMap((file) => file.suppressions.map((each) => ({ ...each, isUsed: false })));
  return { diagnostics: files.flatMap(({ diagnostics }) => diagnostics), ...silencerOf(suppressions, isComplete) };
}

function silencerOf(suppressions: readonly Tracked[], isComplete: boolean): Pick<Suppressions, "apply" | "unused"> {
  const byRuleAndFile = new Map<string, Tracked[]>();
  for (const suppression of suppressions) {
    const key = keyOf(suppression.rule, suppression.span);
    const others = byRuleAndFile.get(key);
    if (others) others.push(suppression);
    else byRuleAndFile.set(key, [suppression]);
  }
  const isSilenced = ({ rule, span }: Diagnostic): boolean => {
    const fitting = (span && byRuleAndFile.get(keyOf(rule, span))) ?? [];
    const hits = fitting.filter(({ line }) => line === undefined || line === span?.start.line);
    for (const suppression of hits) suppression.isUsed = true;
    return hits.length > 0;
  };
  return {
    apply: (diagnostics) => diagnostics.filter((diagnostic) => !isSilenced(diagnostic)),
    unused: (isOff) =>
      suppressions
        .filter(({ rule, isUsed }) => isComplete && !isUsed && !isOff(rule))
        .map(({ rule, span }) => finding("unused", `nothing is found here by "${rule}"`, span, "Remove the comment.")),
  };
}

function keyOf(rule: string, { file }: Span): string {
  return `${rule} ${file}`;
}

function finding(name: string, message: string, span: Span, help: string): Diagnostic {
  return { rule: `suppression/${name}`, severity: "warning", message, span, help };
}

const directive = /^#+[ \t]*rollcall-disable(?:-([\w-]+))?(?=[\s:]|$)/;
const reasonMark = /(?:^|[ \t])--(?=[ \t]|$)/;
const ruleForm = /^[a-z][a-z0-9-]{0,40}\/[a-z0-9-]{1,40}$/;
const scopes: readonly Scope[] = ["next-line", "line", "file"];
const syntaxHelp = "Write `# rollcall-disable-next-line RULE[, RULE] -- reason`, or the same with -line or -file.";

/** Reads the comments of one file. */
class CommentReader {
  readonly #source: SourceText;
  readonly #diagnostics: Diagnostic[];
  /** Lines that hold a comment alone. */
  readonly #commentLines = new Set<number>();

  constructor(source: SourceText, diagnostics: Diagnostic[]) {
    this.#source = source;
    this.#diagnostics = diagnostics;
  }

  read(offsets: readonly number[]): readonly Suppression[] {
    const comments = offsets.map((offset) => ({ text: lineRest(this.#source.text, offset), offset }));
    for (const { offset } of comments) {
      const before = this.#source.text.slice(this.#source.text.lastIndexOf("\n", offset - 1) + 1, offset);
      if (offset === 0 || before.trim() === "") this.#commentLines.add(this.#lineOf(offset));
    }
    return comments.flatMap((comment) => this.#readComment(comment));
  }

  #readComment({ text, offset }: Comment): readonly Suppression[] {
    const [head, scopeName] = directive.exec(text) ?? [];
    if (head === undefined) return [];
    const whole = spanBetween(this.#source, offset, offset + text.length);
    const scope = scopes.find((known) => known === scopeName);
    if (!scope) {
      this.#report(
        "syntax",
        "this does not say what it silences: a line, the next line or the file",
        whole,
        syntaxHelp,
      );
      return [];
    }
    const rest = text.slice(head.length);
    const end = reasonMark.exec(rest)?.index ?? rest.length;
    const reason = rest.slice(end).replace(reasonMark, "").trim();
    if (reason === "") {
      this.#report(
        "no-reason",
        "this comment gives no reason",
        whole,
        "Add it behind the rules: `-- why it is right`.",
      );
    }
    const names = [...rest.slice(0, end).matchAll(/[^\s,]+/g)];
    if (names.length === 0) this.#report("syntax", "this comment names no rule", whole, syntaxHelp);
    const line = this.#targetLine(scope, offset);
    return names.flatMap(({ 0: rule, index }) => {
      const start = offset + head.length + index;
      const span = spanBetween(this.#source, start, start + rule.length);
      return this.#isUsable(rule, span) ? [{ rule, span, line }] : [];
    });
  }

  #isUsable(rule: string, span: Span): boolean {
    if (!ruleIds.includes(rule)) {
      const likely = closest(rule, ruleIds);
      // What has not the form of a rule id may be anything, even a secret.
      const name = ruleForm.test(rule) ? `there is no rule "${rule}"` : "this is no rule id";
      const help = likely ? `Did you mean "${likely}"?` : "docs/rules lists them all.";
      this.#diagnostics.push({
        ...finding("unknown-rule", name, span, help),
        ...(likely && { replacement: likely }),
      });
      return false;
    }
    if (!isFixedRule(rule) && !rule.startsWith("suppression/")) return true;
    this.#report("fixed-rule", `"${rule}" cannot be silenced by a comment`, span, "Mend what it finds.");
    return false;
  }

  /** Below the comment, and below other comments that follow it. */
  #targetLine(scope: Scope, offset: number): number | undefined {
    if (scope === "file") return undefined;
    const line = this.#lineOf(offset);
    if (scope === "line") return line;
    let target = line + 1;
    while (this.#commentLines.has(target)) target += 1;
    return target;
  }

  #lineOf(offset: number): number {
    return spanBetween(this.#source, offset, offset).start.line;
  }

  #report(name: string, message: string, span: Span, help: string): void {
    this.#diagnostics.push(finding(name, message, span, help));
  }
}

/** From an offset to the end of its line. */
function lineRest(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(offset, end < 0 ? text.length : end).trimEnd();
}
