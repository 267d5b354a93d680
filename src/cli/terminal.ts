/** The process as the commands see it, so that nothing else touches `process`. */
import { createStyle, type Style } from "../report/style.ts";

export interface Terminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results. A reader that went away (`| head`) is no error, and changes nothing of the exit code. What else keeps them from being written ends the command unless that outlasts its output. */
  out(text: string): void;
  /** Progress, notes and errors. */
  note(text: string): void;
  /** Writes over the line before; `isLast` ends it. Only where `isInteractive`. */
  progress(line: string, isLast: boolean): void;
  readonly outStyle: Style;
  readonly noteStyle: Style;
  /** Artifacts are opened in memory that threads share. */
  readonly sharesArtifacts?: boolean;
  /** Whether standard error is a terminal that somebody watches. */
  readonly isInteractive: boolean;
  readStdin(): Promise<string>;
  /** From now on output that cannot be written is dropped, and `told` called once: a server must outlast its log. */
  outlastOutput(told: (code: string) => void): void;
}

/** What asks a command that writes to stop in order. */
export const stopSignals = ["SIGINT", "SIGTERM"] as const;

/** Exit codes, the same for every command. */
export const exitCodes = {
  /** Done, nothing to report. */
  fine: 0,
  /** Findings, or differences where asked for; a change that was refused. */
  findings: 1,
  /** Wrong usage, a file or gateway that could not be read or written. */
  failure: 2,
} as const;

/** A failure that ends the command with exit code 2; `message` is for the user, without secrets. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** A note that somebody should act upon. */
export function tellWarning(terminal: Pick<Terminal, "note" | "noteStyle">, text: string): void {
  terminal.note(`${terminal.noteStyle.yellow("warning:")} ${text}`);
}

export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  // https://no-color.org and https://force-color.org: any non-empty value counts.
  const wantsColor = (stream: { readonly isTTY?: boolean }): boolean =>
    !env["NO_COLOR"] && (Boolean(env["FORCE_COLOR"]) || (stream.isTTY === true && env["TERM"] !== "dumb"));
  let onLostOutput = endWithoutOutput;
  stdout.on("error", (error: NodeJS.ErrnoException) => onLostOutput(error.code ?? "unknown error"));
  // There is nobody left to tell.
  stderr.on("error", () => {});
  return {
    cwd: process.cwd(),
    environment: env,
    out: (text) => void stdout.write(endLine(text)),
    note: (text) => void stderr.write(endLine(text)),
    progress: (line, isLast) => void stderr.write(`\r\u001b[2K${clip(line, stderr.columns)}${isLast ? "\n" : ""}`),
    outStyle: createStyle(wantsColor(stdout)),
    noteStyle: createStyle(wantsColor(stderr)),
    isInteractive: stderr.isTTY === true,
    readStdin,
    outlastOutput(told) {
      onLostOutput = (code) => {
        onLostOutput = () => {};
        told(code);
      };
    },
  };
}

function endLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** A line that wraps could not be written over. */
function clip(line: string, columns = 80): string {
  return line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
}

/** A reader that has seen enough (`| head`) is no failure; what was written behind it is told as destroyed. */
function endWithoutOutput(code: string): void {
  if (code === "EPIPE" || code === "ERR_STREAM_DESTROYED") return;
  process.stderr.write(`error: standard output cannot be written (${code}).\n`);
  process.exit(exitCodes.failure);
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString("utf8");
}
