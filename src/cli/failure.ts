/** What a failure is told as: its own words if they were written for the user, else that it is a bug. */
export function failureMessage(error: unknown): string {
  return error instanceof Error && expectedErrors.has(error.name) ? error.message : describeBug(error);
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
