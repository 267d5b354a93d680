/** Fills the options that the command line leaves open from the settings of the project. */
import path from "node:path";
import type { Command } from "commander";
import { escapePath, isDynamicPattern } from "tinyglobby";
import { severitiesOf } from "../check/presets.ts";
import { isConfigPath } from "../gateway/server-address.ts";
import type { ProjectConfig } from "../model/generated/project-config.ts";
import { renderDiagnosticText } from "../report/diagnostics-text.ts";
import { tokenVariables } from "./connection-options.ts";
import type { Invocation } from "./project.ts";
import { readProject } from "./read-project.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** @param file absolute. @throws CommandError if it cannot be read or is not right; what is wrong has been noted then */
export async function withProjectOptions(
  file: string,
  command: Command,
  { inputs, options }: Invocation,
  terminal: Terminal,
): Promise<Invocation> {
  const shown = path.relative(terminal.cwd, file);
  const { source, diagnostics, config } = await readProject(shown, terminal);
  if (!config) {
    const sources = new Map(source ? [[source.file, source.text]] : []);
    const blocks = diagnostics.map((diagnostic) => renderDiagnosticText(diagnostic, sources, terminal.noteStyle));
    terminal.note(`${blocks.join("\n\n")}\n\n`);
    throw new CommandError(`${shown} is not right; --no-config does without it.`);
  }
  const folder = path.dirname(file);
  const hasTokenOption = options["tokenFile"] !== undefined || options["tokenCommand"] !== undefined;
  const filled: Record<string, unknown> = { ...options };
  for (const [name, value] of Object.entries(settingsOf(config, folder, hasTokenOption, terminal))) {
    if (value !== undefined && isOpen(command, name)) filled[name] = value;
  }
  const takesInputs = inputs.length === 0 && takesProjectInputs(command, options);
  const ownInputs = takesInputs ? (config.inputs ?? []).map((input) => fromFolder(input, folder, terminal)) : inputs;
  return { inputs: ownInputs, options: filled };
}

/** Of the commands that take inputs, all but a serve of the Admin API's state read files. */
function takesProjectInputs({ registeredArguments }: Command, { admin, state }: Invocation["options"]): boolean {
  const takesInputs = registeredArguments.some((argument) => argument.name() === "inputs");
  return takesInputs && admin === undefined && state === undefined;
}

/** Neither the command line nor the environment says it. An option that the command does not have is for its stages alone. */
function isOpen(command: Command, name: string): boolean {
  const source = command.getOptionValueSource(name);
  return source === undefined || source === "default";
}

/** By option. An option's environment variable wins over these as it does over the option's default. */
function settingsOf(
  config: ProjectConfig,
  folder: string,
  hasTokenOption: boolean,
  terminal: Terminal,
): Readonly<Record<string, unknown>> {
  const { gateway = {}, ignore, presets, rules } = config;
  const fileOf = (file: string | undefined): string | undefined => file && fromFolder(file, folder, terminal);
  const unlessSet = (variable: string, value: string | undefined): string | undefined =>
    terminal.environment[variable] ? undefined : value;
  const isTokenSet = hasTokenOption || tokenVariables.some((variable) => terminal.environment[variable]);
  return {
    ignore: ignore && { folder, patterns: ignore },
    // Of rotate, whose arguments are names.
    input: config.inputs?.map((input) => fromFolder(input, folder, terminal)),
    severities: presets || rules ? severitiesOf(presets ?? ["recommended"], rules) : undefined,
    allowedSecrets: config.secrets?.allow,
    target: config.targets,
    customPlugin: config.customPlugins,
    varsFile: config.varsFiles?.map((file) => fromFolder(file, folder, terminal)),
    keyFile: unlessSet("ROLLCALL_KEY", fileOf(config.keyFile)),
    server: gateway.server && isConfigPath(gateway.server) ? fileOf(gateway.server) : gateway.server,
    gateway: gateway.kind,
    gatewayGroup: gateway.groups,
    tokenFile: isTokenSet ? undefined : fileOf(gateway.tokenFile),
    tokenCommand: isTokenSet ? undefined : gateway.tokenCommand,
    caFile: fileOf(gateway.caFile),
    clientCertFile: fileOf(gateway.clientCertFile),
    clientKeyFile: fileOf(gateway.clientKeyFile),
    timeout: gateway.timeout,
    retries: gateway.retries,
    concurrency: gateway.concurrency,
    rateLimit: gateway.rateLimit,
  };
}

/** A path or glob of the settings as the command line would have it: from the working directory. */
function fromFolder(input: string, folder: string, { cwd }: Terminal): string {
  if (path.isAbsolute(input)) return input;
  const prefix = toSlashes(path.relative(cwd, folder));
  return path.posix.join(isDynamicPattern(input) ? escapePath(prefix) : prefix, toSlashes(input));
}

function toSlashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
