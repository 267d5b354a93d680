/** The language server: answers an editor's requests (LSP 3.17) from the workspace, and reports what changes in it. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { abilitiesOf, type ClientAbilities } from "./abilities.ts";
import { createAnswers, type TextPlace } from "./answers.ts";
import { fixAllKind } from "./code-actions.ts";
import type { ProjectFiles } from "./contract.ts";
import { toLspDiagnostic } from "./diagnostics.ts";
import { type Findings, Workspace } from "./workspace.ts";

export interface ServerOptions {
  readonly version: string;
  createFiles(log: (message: string) => void): ProjectFiles;
}

/** Milliseconds without a change before the files are checked; longer where a check takes longer. */
const pause = 150;

/** Sets the handlers; the caller then listens. */
export function serveLanguage(connection: Connection, options: ServerOptions): void {
  const server = new LanguageServer(connection, options);
  server.connect();
}

class LanguageServer {
  readonly #connection: Connection;
  readonly #version: string;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #workspace: Workspace;
  #abilities: ClientAbilities = abilitiesOf({});
  #phase: "new" | "running" | "ended" = "new";
  #timer: NodeJS.Timeout | undefined;
  #lastCheck = 0;
  /** The check that runs, or ran last; one at a time. */
  #checking: Promise<void> = Promise.resolve();

  constructor(connection: Connection, { version, createFiles }: ServerOptions) {
    this.#connection = connection;
    this.#version = version;
    const log = (message: string): void => connection.console.info(message);
    this.#workspace = new Workspace(createFiles(log), log);
  }

  connect(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#watch());
    connection.onShutdown(() => {
      this.#phase = "ended";
    });
    this.#documents.onDidChangeContent(({ document }) =>
      this.#take(() => this.#workspace.put({ uri: document.uri, version: document.version, text: document.getText() })),
    );
    this.#documents.onDidClose(({ document }) => this.#take(() => this.#workspace.close(document.uri)));
    this.#documents.onDidSave(() => this.#take(() => this.#workspace.reload()));
    connection.onDidChangeWatchedFiles(() => this.#take(() => this.#workspace.reload()));
    this.#answerRequests();
    this.#documents.listen(connection);
  }

  #initialize({ capabilities, workspaceFolders, rootUri }: InitializeParams): InitializeResult {
    this.#phase = "running";
    this.#abilities = abilitiesOf(capabilities);
    const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.#take(() => {
      for (const folder of folders) this.#workspace.addFolder(folder);
    });
    return {
      serverInfo: { name: "rollcall", version: this.#version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [" ", '"', "/", "-"] },
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #watch(): void {
    if (this.#abilities.canWatch) {
      const watchers = [{ globPattern: "**/*.{yaml,yml,json,env}" }];
      const { type } = DidChangeWatchedFilesNotification;
      void this.#connection.client.register(type, { watchers }).catch(() => {});
    }
    if (!this.#abilities.hasFolders) return;
    this.#connection.workspace.onDidChangeWorkspaceFolders(({ added }) =>
      this.#take(() => {
        for (const { uri } of added) this.#workspace.addFolder(uri);
      }),
    );
  }

  #answerRequests(): void {
    const connection = this.#connection;
    const answers = createAnswers(this.#workspace, () => this.#abilities);
    connection.onHover((params) => this.#guard("hover", async () => answers.hover(await this.#placeOf(params))));
    connection.onCompletion((params) =>
      this.#guard("completion", async () => answers.complete(await this.#placeOf(params))),
    );
    connection.onDefinition((params) =>
      this.#guard("definition", async () => {
        await this.#settle();
        return answers.definition(await this.#placeOf(params));
      }),
    );
    connection.onCodeAction((params) =>
      this.#guard("codeAction", async () => {
        await this.#settle();
        const { range, context, textDocument } = params;
        const place = await this.#placeOf({ textDocument, position: range.start });
        return answers.codeActions(place, range, context.only);
      }),
    );
  }

  /** Undefined for a text that is not open, or that nothing is known about. */
  async #placeOf({
    textDocument,
    position,
  }: {
    readonly textDocument: { readonly uri: string };
    readonly position: TextPlace["position"];
  }): Promise<TextPlace | undefined> {
    const document = this.#documents.get(textDocument.uri);
    if (!document) return undefined;
    const known = this.#workspace.find(document.uri);
    // An answer waits for a check that is soon done; it is better late by a moment than without the newest names.
    if (!known?.project.has(known.file) || this.#lastCheck < pause) await this.#settle();
    const found = this.#workspace.find(document.uri);
    return found && { ...found, document, position };
  }

  /** Takes a change, and checks again when no other follows for a while. */
  #take(change: () => void): void {
    try {
      change();
    } catch (error) {
      this.#tell("a change", error);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#settle(), Math.max(pause, this.#lastCheck));
  }

  /** Resolves when all that has changed so far is checked. */
  #settle(): Promise<void> {
    if (this.#timer === undefined) return this.#checking;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#checking = this.#checking.then(() => this.#check());
    return this.#checking;
  }

  async #check(): Promise<void> {
    const start = performance.now();
    try {
      await this.#workspace.refresh((findings) => this.#publish(findings));
    } catch (error) {
      this.#tell("the check", error);
    }
    this.#lastCheck = performance.now() - start;
  }

  #publish({ uri, version, diagnostics }: Findings): void {
    const { hasRelated } = this.#abilities;
    const shown = diagnostics.map((diagnostic) => {
      const { relatedInformation, ...rest } = toLspDiagnostic(diagnostic, (file) => this.#workspace.shownUri(file));
      return { ...rest, ...(hasRelated && relatedInformation && { relatedInformation }) };
    });
    const message = { uri, diagnostics: shown, ...(version !== undefined && { version }) };
    void this.#connection.sendDiagnostics(message).catch(() => {});
  }

  /** A request that fails is answered with an error, and the server goes on. */
  async #guard<Answer>(request: string, answer: () => Promise<Answer>): Promise<Answer> {
    if (this.#phase === "new") throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first");
    if (this.#phase === "ended") throw new ResponseError(ErrorCodes.InvalidRequest, "the server was shut down");
    try {
      return await answer();
    } catch (error) {
      this.#tell(request, error);
      throw new ResponseError(LSPErrorCodes.RequestFailed, `rollcall could not answer ${request}; this is a bug.`);
    }
  }

  /** Without the error's own words, which may hold a part of a file. */
  #tell(what: string, error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    this.#connection.console.error(`${what} failed: unexpected ${name}; this is a bug in rollcall.`);
  }
}
