/** What a failure is told as. */
import { printable } from "../report/style.ts";

/**
 * What a failure is told as: its own words if they were written for the user, else that it is a bug. It may quote a file
 * or a gateway, so that no control character of it reaches the terminal.
 */
export function failureMessage(error: unknown): string {
  if (!(error instanceof Error && expectedErrors.has(error.name))) return describeBug(error);
  // What a gateway says is one line: another one could pass for ours, or for a command of a CI service.
  const lines = error.name === "GatewayError" ? [error.message] : error.message.split("\n");
  return lines.map(printable).join("\n");
}

/** Errors whose message is written for the user. Told by name, so that the stages that throw them need not be loaded. */
const expectedErrors: ReadonlySet<string> = new Set([
  "CommandError",
  "InputError",
  "GatewayError",
  "ArtifactError",
  "StateError",
]);

/** Not even a bug shows a stack trace unless asked for: it may hold values. */
function describeBug(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  const trace = process.env["ROLLCALL_DEBUG"] && error instanceof Error ? `\n${error.stack}` : "";
  return `unexpected ${name}${code}; this is a bug in rollcall. Set ROLLCALL_DEBUG=1 for the trace and report it.${trace}`;
}
