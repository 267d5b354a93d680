/** Answers requests about a place in an open text, in the terms of LSP 3.17. */
import {
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type MarkupContent,
  MarkupKind,
  type Range,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientAbilities } from "./abilities.ts";
import { type Action, type ActionRequest, fixAll, fixAllKind, quickFixes } from "./code-actions.ts";
import { type Proposal, proposalsAt } from "./completion.ts";
import { definitionsAt } from "./definition.ts";
import { toLspDiagnostic } from "./diagnostics.ts";
import { hoverAt } from "./hover.ts";
import { isBlank, looksOurs, maybeOurs } from "./looks-ours.ts";
import { overlap, rangeOf } from "./positions.ts";
import type { Project } from "./project.ts";
import type { TextRequest } from "./request.ts";
import type { Workspace } from "./workspace.ts";

export interface TextPlace {
  readonly document: TextDocument;
  readonly position: Range["start"];
  /** Canonical URI. */
  readonly file: string;
  readonly project: Project;
  readonly isSettings: boolean;
}

/** Each answers null for a place that it has nothing to say about. */
export interface Answers {
  hover(place: TextPlace | undefined): Hover | null;
  complete(place: TextPlace | undefined): CompletionItem[] | null;
  definition(place: TextPlace | undefined): Location[] | null;
  codeActions(place: TextPlace | undefined, range: Range, only: readonly string[] | undefined): CodeAction[] | null;
}

export function createAnswers(workspace: Workspace, abilities: () => ClientAbilities): Answers {
  return {
    hover(place) {
      const found = place && isAnswered(place) && hoverAt(requestOf(place));
      if (!found) return null;
      const range = rangeBetween(place.document, found.start, found.end);
      return { contents: markup(found.markdown, abilities()), range };
    },
    complete(place) {
      if (!place || !(isAnswered(place) || isBlank(sourceOf(place)))) return null;
      const proposals = proposalsAt(requestOf(place), abilities().hasSnippets);
      return proposals.map((proposal) => itemOf(proposal, place.document, abilities()));
    },
    definition(place) {
      if (!place || !isAnswered(place)) return null;
      const spans = definitionsAt(requestOf(place), place.position, workspace.allFindings(place.document.uri));
      return spans.map((span) => ({ uri: workspace.shownUri(span.file), range: rangeOf(span) }));
    },
    codeActions(place, range, only) {
      if (!place || !isOurs(place)) return null;
      const request = actionRequest(place, range, workspace);
      const wants = (kind: string): boolean =>
        only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
      const all = wants(fixAllKind) ? fixAll(request) : undefined;
      const actions = [...(wants("quickfix") ? quickFixes(request) : []), ...(all ? [all] : [])];
      return actions.map((action) => codeActionOf(action, place.document, workspace));
    },
  };
}

function isOurs({ project, file, isSettings, document }: TextPlace): boolean {
  return isSettings || project.has(file) || looksOurs({ file, text: document.getText() });
}

function isAnswered(place: TextPlace): boolean {
  return isOurs(place) || maybeOurs(sourceOf(place));
}

function sourceOf({ document, file }: TextPlace): { readonly file: string; readonly text: string } {
  return { file, text: document.getText() };
}

function requestOf({ document, position, file, project, isSettings }: TextPlace): TextRequest {
  return { text: document.getText(), offset: document.offsetAt(position), file, project, isSettings };
}

function rangeBetween(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function markup(markdown: string, { hasMarkdown }: ClientAbilities): MarkupContent {
  if (hasMarkdown) return { kind: MarkupKind.Markdown, value: markdown };
  return { kind: MarkupKind.PlainText, value: markdown.replaceAll("**", "") };
}

const itemKinds: Readonly<Record<Proposal["kind"], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  plugin: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  rule: CompletionItemKind.Constant,
};

function itemOf(
  { label, kind, documentation, insert, isSnippet, start, end, rank }: Proposal,
  document: TextDocument,
  abilities: ClientAbilities,
): CompletionItem {
  const quote = /^["']/.exec(document.getText().slice(start, end))?.[0];
  return {
    label,
    kind: itemKinds[kind],
    sortText: `${rank}${label}`,
    // Editors compare it with what stands in the range, quotes and all.
    ...(quote && { filterText: `${quote}${label}${quote}` }),
    ...(documentation && { documentation: markup(documentation, abilities) }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(abilities.canAdjustIndent && { insertTextMode: InsertTextMode.adjustIndentation }),
    textEdit: { range: rangeBetween(document, start, end), newText: insert },
  };
}

function actionRequest(place: TextPlace, range: Range, workspace: Workspace): ActionRequest {
  const { document, project, isSettings } = place;
  const findings = workspace
    .findings(document.uri)
    .filter(({ span }) => span !== undefined && overlap(rangeOf(span), range));
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return { source: sourceOf(place), project, isSettings, findings, start, end };
}

function codeActionOf(
  { title, kind, edits, mends, isPreferred }: Action,
  document: TextDocument,
  workspace: Workspace,
): CodeAction {
  const changes = edits.map(({ start, end, text }) => ({ range: rangeBetween(document, start, end), newText: text }));
  const shownUri = (file: string): string => workspace.shownUri(file);
  return {
    title,
    kind,
    ...(mends.length > 0 && { diagnostics: mends.map((finding) => toLspDiagnostic(finding, shownUri)) }),
    ...(isPreferred && { isPreferred }),
    edit: { changes: { [document.uri]: changes } },
  };
}
