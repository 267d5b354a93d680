/** Finds what can safely be mended in the text of one file; a kind of fix is a file beside this and a line here. */
import type { RuleSeverity } from "../check/rules/rule.ts";
import { joinSuppressions, readSuppressions } from "../check/suppressions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { outlineYaml } from "../source/comments.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import { withoutMark } from "../source/parse-quickly.ts";
import { spanBetween } from "../source/positions.ts";
import { adcCredential } from "./adc-credential.ts";
import { adcGlobalRules } from "./adc-global-rules.ts";
import type { Fix, FixId, TextEdit } from "./contract.ts";
import { description } from "./description.ts";
import type { Fixer, FoundFix, Target, WrittenResource } from "./fixer.ts";
import { inlineAuth } from "./inline-auth.ts";
import { labels } from "./labels.ts";
import { isOurs, resourcesOf } from "./resources.ts";
import { findTrailingBlanks } from "./trailing-blanks.ts";
import { findNode, readTree, type Tree, type TreeNode } from "./tree.ts";

export interface FixOptions {
  readonly environment: Environment;
  /** All kinds by default. */
  readonly only?: readonly FixId[];
  /** By rule id, as for `checkSources`; what a rule that is off would report is not mended. */
  readonly severities?: Readonly<Record<string, RuleSeverity>>;
}

const fixers: readonly Fixer[] = [inlineAuth, adcCredential, adcGlobalRules, description, labels];

/** Findings with which a file can be mended all the same. */
const harmless: ReadonlySet<string> = new Set(["source/missing-variable", "source/duplicate-key"]);

/**
 * The fixes for one file, by the places where they start. None for a file with a syntax error, or one that holds
 * nothing of ours. Fixes may overlap: `applyFixes` leaves one of them for the next time.
 */
export function findFixes(source: SourceText, options: FixOptions): readonly Fix[] {
  const hasMark = source.text.startsWith("\uFEFF");
  const body = hasMark ? { ...source, text: source.text.slice(1) } : source;
  const { documents, diagnostics } = parse(body, options.environment);
  if (diagnostics.some(({ rule }) => !harmless.has(rule)) || !documents.some(({ value }) => isOurs(value))) return [];
  const isWanted = ({ id }: Pick<Fixer, "id">): boolean => options.only?.includes(id) ?? true;
  const hasRepeatedKeys = diagnostics.some(({ rule }) => rule === "source/duplicate-key");
  const concerns = documents.flatMap(({ value }, index) =>
    [...resourcesOf(value)].flatMap((resource) =>
      fixers
        .filter((fixer) => isWanted(fixer) && fixer.concerns(resource, hasRepeatedKeys))
        .map((fixer) => ({ fixer, resource, index })),
    ),
  );
  const fixes: Fix[] = [];
  const add = (id: FixId, found: FoundFix): void => {
    fixes.push(fixOf(id, found, body, hasMark ? 1 : 0));
  };
  const tree = concerns.length > 0 ? readTree(body.text) : undefined;
  if (tree?.roots.length === documents.length) {
    const isSilenced = silencerOf(body, options);
    for (const { fixer, resource, index } of concerns) {
      const root = tree.roots[index];
      const found = root && findIn(tree, root, fixer, resource, isSilenced);
      if (found) add(fixer.id, found);
    }
  }
  if (isWanted({ id: "trailing-blanks" })) {
    const isJson = source.file.toLowerCase().endsWith(".json");
    for (const found of findTrailingBlanks(body.text, isJson)) add("trailing-blanks", found);
  }
  return fixes.sort((left, right) => left.span.start.offset - right.span.start.offset);
}

function findIn(
  tree: Tree,
  root: TreeNode,
  fixer: Fixer,
  resource: WrittenResource,
  isSilenced: Target["isSilenced"],
): FoundFix | undefined {
  const found = findNode(root, resource.path);
  return found && fixer.find({ ...resource, ...found, tree, isSilenced });
}

function silencerOf(source: SourceText, { severities = {} }: FixOptions): Target["isSilenced"] {
  const isJson = source.file.toLowerCase().endsWith(".json");
  const comments = (): readonly number[] => outlineYaml(source.text).comments.map(({ offset }) => offset);
  const own = isJson ? undefined : readSuppressions(withoutMark(source), comments);
  const suppressions = joinSuppressions(own ? [own] : [], { isComplete: false });
  return (rule, { start, end }) => {
    if (severities[rule] === "off") return true;
    const finding: Diagnostic = { rule, severity: "warning", message: "", span: spanBetween(source, start, end) };
    return suppressions?.apply([finding]).length === 0;
  };
}

function fixOf(id: FixId, { title, rule, start, end, edits }: FoundFix, source: SourceText, shift: number): Fix {
  // Once more: edits can touch that the line end stood between.
  const inText = joinEdits(withinText(joinEdits(edits), source.text));
  return {
    id,
    title,
    ...(rule && { rule }),
    span: spanBetween(source, start, end),
    edits: inText.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift })),
  };
}

/** In order; edits that touch become one. */
function joinEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of [...edits].sort((left, right) => left.start - right.start || left.end - right.end)) {
    const last = joined.at(-1);
    if (last?.end === edit.start) joined[joined.length - 1] = { ...last, end: edit.end, text: last.text + edit.text };
    else joined.push(edit);
  }
  return joined;
}

/** The last edit may take the place of the line end that the tree has and the file lacks. */
function withinText(edits: readonly TextEdit[], text: string): readonly TextEdit[] {
  return edits.map((edit) => {
    if (edit.end <= text.length) return edit;
    const newline = /\r?\n$/.exec(edit.text)?.[0] ?? "";
    const shown = edit.text.slice(0, edit.text.length - newline.length);
    if (edit.start <= text.length) return { start: edit.start, end: text.length, text: shown };
    const lineEnd = newline === "" ? "\n" : newline;
    return { start: text.length, end: text.length, text: `${lineEnd}${shown}` };
  });
}
