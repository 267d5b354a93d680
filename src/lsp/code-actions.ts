/** What an editor offers to change: the fixes of lint, the likely replacement of a misspelt name, and a comment that silences a finding. */
import { applyFixes } from "../fix/apply-fixes.ts";
import type { Fix } from "../fix/contract.ts";
import { fixSource } from "../fix/fix-source.ts";
import { findFixes } from "../fix/index.ts";
import { hasSameMeaning } from "../fix/meaning.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { canonicalJson } from "../model/json.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import { canBeSilenced } from "./comments.ts";
import type { Project } from "./project.ts";

export const fixAllKind = "source.fixAll.rollcall";

/** Offsets in the text, in UTF-16 code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Action {
  readonly title: string;
  readonly kind: "quickfix" | typeof fixAllKind;
  readonly edits: readonly Edit[];
  /** The findings that it mends or silences. */
  readonly mends: readonly Diagnostic[];
  /** The one that mends, among others that only silence. */
  readonly isPreferred: boolean;
}

export interface ActionRequest {
  readonly source: SourceText;
  readonly project: Project;
  /** The text is that of the project's settings. */
  readonly isSettings: boolean;
  /** Those of the file, at the place that is asked about. */
  readonly findings: readonly Diagnostic[];
  /** Of the place. */
  readonly start: number;
  readonly end: number;
}

export function quickFixes(request: ActionRequest): readonly Action[] {
  const { findings, isSettings } = request;
  const replacements = findings.flatMap((finding) => replace(finding, request));
  if (isSettings) return replacements;
  return [...replacements, ...fixes(request), ...findings.flatMap((finding) => silence(finding, request))];
}

/** All fixes of the file at once; undefined if there is nothing to mend. */
export function fixAll({ source, project, isSettings }: ActionRequest): Action | undefined {
  if (isSettings) return undefined;
  const { text, applied } = fixSource(source, optionsOf(project));
  if (applied.length === 0) return undefined;
  const edits = [changeOf(source.text, text)];
  return { title: "Mend all that is safe to mend", kind: fixAllKind, edits, mends: [], isPreferred: false };
}

function optionsOf({ environment, loaded }: Project): Parameters<typeof findFixes>[1] {
  const { severities } = loaded.settings;
  return { environment, ...(severities && { severities }) };
}

/** The stretch in which the two differ. */
function changeOf(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function replace(finding: Diagnostic, { source }: ActionRequest): readonly Action[] {
  const { replacement, span } = finding;
  if (replacement === undefined || !span) return [];
  const shift = markOf(source);
  const [start, end] = [span.start.offset + shift, span.end.offset + shift];
  const quote = /^["']/.exec(source.text.slice(start, end))?.[0] ?? "";
  const edits = [{ start, end, text: `${quote}${replacement}${quote}` }];
  const title = `Replace by "${replacement}"`;
  return [{ title, kind: "quickfix", edits, mends: [finding], isPreferred: true }];
}

/** Places count from behind a byte order mark. */
function markOf({ text }: SourceText): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}

function fixes({ source, project, findings, start, end }: ActionRequest): readonly Action[] {
  const shift = markOf(source);
  const here = findFixes(source, optionsOf(project)).filter(
    ({ span }) => span.start.offset + shift <= end && start <= span.end.offset + shift,
  );
  return here
    .filter((fix) => keepsMeaning(fix, source, project.environment))
    .map(({ title, edits, rule }) => {
      const mends = findings.filter((finding) => finding.rule === rule);
      return { title, kind: "quickfix", edits, mends, isPreferred: mends.length > 0 };
    });
}

function keepsMeaning(fix: Fix, source: SourceText, environment: Environment): boolean {
  return hasSameMeaning(source, { ...source, text: applyFixes(source.text, [fix]).text }, environment);
}

/** YAML only: JSON has no comments. */
function silence(finding: Diagnostic, { source, project }: ActionRequest): readonly Action[] {
  const { rule, span } = finding;
  if (!span || !canBeSilenced(rule) || /\.json$/i.test(source.file)) return [];
  const { text } = source;
  const at = span.start.offset + markOf(source);
  const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const comment = `${indent}# rollcall-disable-next-line ${rule} -- why it is right here${lineEnd}`;
  const after = text.slice(0, start) + comment + text.slice(start);
  // Between the lines of a text the comment would become a part of it.
  if (!hasSameValues(source, { ...source, text: after }, project.environment)) return [];
  const title = `Silence ${rule} on this line`;
  return [
    { title, kind: "quickfix", edits: [{ start, end: start, text: comment }], mends: [finding], isPreferred: false },
  ];
}

function hasSameValues(before: SourceText, after: SourceText, environment: Environment): boolean {
  const [first, second] = [before, after].map((source) =>
    canonicalJson(parse(source, environment).documents.map(({ value }) => value)),
  );
  return first === second;
}
