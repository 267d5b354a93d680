/** The process as the commands see it, so that nothing else touches `process`. */
import { createStyle, type Style } from "../report/style.ts";

export interface Terminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results. Resolves when the text is written; a reader that went away (`| head`) is no error. */
  out(text: string): void;
  /** Progress, notes and errors. */
  note(text: string): void;
  /** Writes over the line before; `isLast` ends it. Only where `isInteractive`. */
  progress(line: string, isLast: boolean): void;
  readonly outStyle: Style;
  readonly noteStyle: Style;
  /** Whether standard error is a terminal that somebody watches. */
  readonly isInteractive: boolean;
  readStdin(): Promise<string>;
}

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

export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  // https://no-color.org and https://force-color.org: any non-empty value counts.
  const wantsColor = (stream: { readonly isTTY?: boolean }): boolean =>
    !env["NO_COLOR"] && (Boolean(env["FORCE_COLOR"]) || (stream.isTTY === true && env["TERM"] !== "dumb"));
  stdout.on("error", ignoreClosedPipe);
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
  };
}

function endLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** A line that wraps could not be written over. */
function clip(line: string, columns = 80): string {
  return line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(exitCodes.fine);
  throw error;
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString("utf8");
}
