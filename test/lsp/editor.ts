/** An editor on the built `rollcall lsp`: a folder of files, texts with a cursor (‸), and the messages that an editor would send. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, type Message, startServer } from "./client.ts";

const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface LspDiagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
  readonly tags?: readonly number[];
  readonly relatedInformation?: readonly { readonly location: { readonly uri: string; readonly range: Range } }[];
}

export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly LspDiagnostic[];
}

export interface Editor {
  readonly client: Client;
  readonly folder: string;
  readonly capabilities: Readonly<Record<string, unknown>>;
  uri(file: string): string;
  /** Opens a text without its cursor, and returns the place of the cursor. */
  open(file: string, marked: string): { textDocument: { uri: string }; position: Position };
  /** Replaces the whole text. */
  change(file: string, marked: string): { textDocument: { uri: string }; position: Position };
  close(file: string): void;
  write(file: string, text: string): Promise<void>;
  /** Waits until the last diagnostics published for the file fit; those of a file never published are []. */
  until(file: string, fits: (rules: readonly string[]) => boolean): Promise<readonly LspDiagnostic[]>;
  end(): Promise<number | null>;
}

const capabilities = {
  general: { positionEncodings: ["utf-8", "utf-16"] },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
  },
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** @param files by their paths below the folder */
export async function openEditor(
  files: Readonly<Record<string, string>> = {},
  options: { readonly argv?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Editor> {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-lsp-"));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  // No settings above the folder may count.
  await mkdir(path.join(folder, ".git"));
  for (const [file, text] of Object.entries(files)) await write(file, text);
  const env = { PATH: process.env["PATH"], ...options.env };
  const client = startServer([process.execPath, cli, "lsp", ...(options.argv ?? ["--stdio"])], { cwd: folder, env });
  const uri = (file: string): string => pathToFileURL(path.join(folder, file)).href;
  const rootUri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri: rootUri, name: "test" }];
  const started = await client.request<{ capabilities: Record<string, unknown> }>("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders,
    capabilities,
  });
  client.notify("initialized", {});
  const versions = new Map<string, number>();
  return {
    client,
    folder,
    capabilities: started.capabilities,
    uri,
    open(file, marked) {
      versions.set(file, 1);
      const document = { uri: uri(file), languageId: "yaml", version: 1, text: marked.replace("‸", "") };
      client.notify("textDocument/didOpen", { textDocument: document });
      return { textDocument: { uri: uri(file) }, position: cursorOf(marked) };
    },
    change(file, marked) {
      const version = (versions.get(file) ?? 0) + 1;
      versions.set(file, version);
      client.notify("textDocument/didChange", {
        textDocument: { uri: uri(file), version },
        contentChanges: [{ text: marked.replace("‸", "") }],
      });
      return { textDocument: { uri: uri(file) }, position: cursorOf(marked) };
    },
    close: (file) => client.notify("textDocument/didClose", { textDocument: { uri: uri(file) } }),
    write,
    async until(file, fits) {
      const isOf = ({ method, params }: Message): boolean =>
        method === "textDocument/publishDiagnostics" && (params as Published).uri === uri(file);
      const last = (): readonly LspDiagnostic[] => {
        const message = client.received.findLast(isOf);
        return message ? (message.params as Published).diagnostics : [];
      };
      const isRight = (): boolean => fits(last().map(({ code }) => code));
      if (!isRight()) await client.next((message) => isOf(message) && isRight(), `fitting diagnostics of ${file}`);
      return last();
    },
    async end() {
      const code = await client.stop();
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** In UTF-16 code units, as the protocol counts unless told otherwise. */
function cursorOf(marked: string): Position {
  const lines = marked.slice(0, Math.max(0, marked.indexOf("‸"))).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** The text with the edits made, as an editor makes them. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const offsetOf = ({ line, character }: Position): number =>
    text
      .split("\n")
      .slice(0, line)
      .reduce((sum, each) => sum + each.length + 1, 0) + character;
  const latestFirst = [...edits].sort((left, right) => offsetOf(right.range.start) - offsetOf(left.range.start));
  return latestFirst.reduce(
    (result, { range, newText }) =>
      result.slice(0, offsetOf(range.start)) + newText + result.slice(offsetOf(range.end)),
    text,
  );
}
