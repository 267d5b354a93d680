/** Reads what diff and sync take for a base: a saved plan, or declared files such as a dump. */
import { randomBytes } from "node:crypto";
import { parseEnv } from "node:util";
import { checkSources } from "../check/check-sources.ts";
import { ruleIds } from "../check/rule-ids.ts";
import { nodeCrypto } from "../crypto/node.ts";
import type { Config, Live } from "../model/config.ts";
import type { Plan } from "../plan/contract.ts";
import { baseOfConfig } from "../plan/three-way/base-of-config.ts";
import { baseOfPlan } from "../plan/three-way/base-of-plan.ts";
import type { ThreeWay } from "../plan/three-way/contract.ts";
import { createMarkers, type Markers } from "../plan/three-way/missing.ts";
import { threeWay } from "../plan/three-way/three-way.ts";
import { count } from "../report/count.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { readSources } from "../source/read.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { readSmallFile } from "./environment.ts";
import { checkOptionsOf, type InputOptions } from "./input-options.ts";
import type { KeyOptions } from "./key.ts";
import { gatewayAddress, planFileOf, readPlanFile } from "./plan-file.ts";
import { fingerprintFor } from "./plan-inputs.ts";
import { renderDiagnostics } from "./render-diagnostics.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";

export interface BaseOptions {
  readonly base: readonly string[];
  readonly baseVarsFile: readonly string[];
}

/** Tells of a plan's changes whose they are. @param live what the plan was made from */
export type CompareWithBase = (plan: Plan, live: Live) => Promise<ThreeWay>;

type Options = BaseOptions & InputOptions & KeyOptions & Pick<ConnectOptions, "server" | "gatewayGroup">;

/** @throws CommandError for options that do not go together */
export function requireBaseUsage(
  inputs: readonly string[],
  { base, baseVarsFile, failOnDrift }: BaseOptions & { readonly failOnDrift?: boolean },
): void {
  if (base.length === 0 && baseVarsFile.length > 0) {
    throw new CommandError("--base-vars-file has variables of a --base: give that too.");
  }
  if (base.length === 0 && failOnDrift) {
    throw new CommandError("--fail-on-drift needs a --base: without one nobody can tell drift from intent.");
  }
  if (base.includes("-") && inputs.includes("-")) {
    throw new CommandError("standard input can be read once: it is the files or the --base, not both.");
  }
}

/** undefined without `--base`. @throws CommandError, InputError if it cannot be read, is not right, or is of another gateway */
export async function readBase(options: Options, terminal: Terminal): Promise<CompareWithBase | undefined> {
  if (options.base.length === 0) return undefined;
  const planFile = await planFileOf(options.base, terminal);
  const fingerprint = await fingerprintFor(options, terminal);
  if (planFile !== undefined) {
    const saved = await readAgreedPlan(planFile, options, terminal);
    return async (plan, live) => {
      const { base: agreed, isCarriedOut } = baseOfPlan(saved, live);
      if (!isCarriedOut) terminal.note(`${planFile} was not carried out yet: the base is what it found`);
      return threeWay(plan, agreed, { fingerprint });
    };
  }
  const { config, markers, sharesVariables } = await readAgreedFiles(options, terminal);
  return async (plan, live) => {
    const agreed = baseOfConfig(config, live, { crypto: nodeCrypto });
    const told = threeWay(plan, agreed, { fingerprint, missing: markers });
    noteMissing(told, terminal);
    if (sharesVariables && hasDriftedSecret(told)) {
      tellWarning(
        terminal,
        `the base takes its variables from the present environment: ` +
          "a secret that was changed there since looks drifted. --base-vars-file gives those of its time.",
      );
    }
    return told;
  };
}

async function readAgreedPlan(file: string, options: Options, terminal: Terminal): Promise<Plan> {
  if (new Set(options.gatewayGroup).size > 1) {
    throw new CommandError(`${file} is a saved plan, and so for one gateway group: give one --gateway-group.`);
  }
  if (options.baseVarsFile.length > 0) {
    throw new CommandError(`${file} is a saved plan, which holds its secrets: --base-vars-file is for files.`);
  }
  const { saved } = await readPlanFile(file, options, terminal);
  const address = gatewayAddress(options);
  if (saved.server === address) return saved.plan;
  throw new CommandError(`${file} was made for ${saved.server}, and this is ${address}: it is no base for it.`);
}

interface AgreedFiles {
  readonly config: Config;
  readonly markers: Markers;
  /** Some of its variables have the values that they have for the files. */
  readonly sharesVariables: boolean;
}

/** Nothing is linted, but what has no clear meaning is refused. */
async function readAgreedFiles(options: Options, terminal: Terminal): Promise<AgreedFiles> {
  const { cwd, readStdin, noteStyle } = terminal;
  const sources = await readSources(options.base, {
    cwd,
    readStdin,
    ...(options.ignore && { ignore: options.ignore }),
  });
  const checkOptions = await checkOptionsOf({ ...options, target: [] }, terminal);
  const own = await readOwnVariables(options.baseVarsFile, terminal);
  // Values of its time count before those of today.
  const known: Environment = { ...checkOptions.environment, ...own };
  const named = variablesIn(sources);
  const missing = named.filter((name) => !has(known, name));
  const markers = createMarkers(missing, randomBytes(16).toString("hex"));
  const environment = { ...known, ...markers.values };
  const severities = Object.fromEntries(ruleIds.map((id) => [id, "off" as const]));
  const checked = checkSources(sources, { ...checkOptions, environment, severities });
  if (!checked.config) {
    const files = sources.map(({ file }) => file);
    const texts = new Map(sources.map(({ file, text }) => [file, text]));
    terminal.note(`${renderDiagnostics({ ...checked, files, sources: texts }, "text", noteStyle)}\n`);
    throw new CommandError(`the base ${options.base.join(", ")} is not right, so nothing can be compared with it.`);
  }
  const sharesVariables = named.some((name) => has(known, name) && !has(own, name));
  return { config: checked.config, markers, sharesVariables };
}

async function readOwnVariables(files: readonly string[], terminal: Terminal): Promise<Environment> {
  const texts = await Promise.all(files.map((file) => readSmallFile(file, terminal)));
  return Object.assign({}, ...texts.map((text) => parseEnv(text))) as Environment;
}

function has(environment: Environment, name: string): boolean {
  return Object.hasOwn(environment, name) && environment[name] !== undefined;
}

/** Also those of comments: a value for them does no harm. */
function variablesIn(sources: readonly SourceText[]): readonly string[] {
  const names = new Set<string>();
  for (const { text } of sources) {
    for (const [, name] of text.matchAll(/(?<!\\)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g))
      if (name !== undefined) names.add(name);
  }
  return [...names];
}

const maxNames = 5;

/** Only of what is compared: what nobody changed needs no value. */
function noteMissing({ origins }: ThreeWay, terminal: Terminal): void {
  const names = [
    ...new Set([...origins.values()].flatMap(({ fields }) => fields.flatMap(({ missing = [] }) => missing))),
  ];
  if (names.length === 0) return;
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
  tellWarning(
    terminal,
    `${count(names.length, "variable")} of the base ` +
      `${names.length === 1 ? "is" : "are"} not set (${names.slice(0, maxNames).join(", ")}${more}): whether ` +
      `${names.length === 1 ? "its value was" : "their values were"} changed by hand cannot be told. ` +
      "Give the base's env file with --base-vars-file.",
  );
}

function hasDriftedSecret({ origins }: ThreeWay): boolean {
  return [...origins.values()].some(({ fields }) =>
    fields.some(({ origin, isSecret }) => isSecret && origin === "drifted"),
  );
}
