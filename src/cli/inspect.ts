/** `rollcall inspect`: what an artifact holds, never a secret. */
import { type KeyOptions, requireKey } from "./key.ts";
import { openArtifactFile } from "./open-artifact-file.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface InspectOptions extends KeyOptions {
  readonly format: "text" | "json";
}

export async function runInspect(
  inputs: readonly string[],
  options: InspectOptions,
  terminal: Terminal,
): Promise<number> {
  const key = await requireKey(options, terminal);
  const artifact = await openArtifactFile(inputs[0] ?? "", key, terminal);
  const summary = {
    ...artifact.meta,
    consumers: artifact.consumerCount,
    credentials: artifact.credentialCount,
    routes: artifact.routes.length,
    globalRules: artifact.globalRules.length,
    warnings: artifact.warnings,
  };
  if (options.format === "json") {
    terminal.out(JSON.stringify({ version: 1, ...summary }, null, 2));
    return exitCodes.fine;
  }
  const rows = Object.entries(summary).filter(([name]) => name !== "warnings");
  terminal.out(rows.map(([name, value]) => `${name.padEnd(12)} ${String(value)}`).join("\n"));
  for (const warning of artifact.warnings) terminal.note(`${terminal.noteStyle.yellow("warning:")} ${warning}`);
  return exitCodes.fine;
}
