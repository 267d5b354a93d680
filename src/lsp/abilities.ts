/** What of the protocol a client has. */
import { type ClientCapabilities, InsertTextMode, MarkupKind } from "vscode-languageserver";

export interface ClientAbilities {
  readonly hasMarkdown: boolean;
  readonly hasSnippets: boolean;
  readonly canAdjustIndent: boolean;
  readonly hasRelated: boolean;
  readonly canWatch: boolean;
  readonly hasFolders: boolean;
}

export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): ClientAbilities {
  const item = textDocument?.completion?.completionItem;
  return {
    hasMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    hasSnippets: item?.snippetSupport ?? false,
    canAdjustIndent: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) ?? false,
    hasRelated: textDocument?.publishDiagnostics?.relatedInformation ?? false,
    canWatch: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    hasFolders: workspace?.workspaceFolders ?? false,
  };
}
