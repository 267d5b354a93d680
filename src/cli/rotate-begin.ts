/** `rollcall rotate CONSUMER CREDENTIAL`: begins a rotation, says when it ends, or ends it. */
import { randomBytes } from "node:crypto";
import { isAuthPlugin } from "../model/auth.ts";
import { isMap } from "../model/json.ts";
import { printable } from "../report/style.ts";
import { type Begun, begin } from "../rotate/begin.ts";
import { addDays } from "../rotate/days.ts";
import { type DeclaredConsumer, type DeclaredCredential, declaredConsumers } from "../rotate/locate.ts";
import { describe, standingOf } from "../rotate/standing.ts";
import { readSmallFile } from "./environment.ts";
import { readSecretFile } from "./key.ts";
import { rewriteSource } from "./rewrite-source.ts";
import {
  breaks,
  isThere,
  type RotateInputs,
  type RotateOptions,
  readRotateInputs,
  secretsFileOf,
  showChanges,
} from "./rotate-inputs.ts";
import { retireIn } from "./rotate-retire.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { readVarsFile, type VarsFile, withVariables, writeVarsFile } from "./vars-file.ts";
import { requireWritable } from "./write-file.ts";

export interface CredentialName {
  readonly username: string;
  readonly credential: string;
}

export async function runBegin(named: CredentialName, options: RotateOptions, terminal: Terminal): Promise<number> {
  if (options.reveal && options.secrets) {
    throw new CommandError("--reveal leaves the secret in the file itself: --secrets has nothing to write.");
  }
  const inputs = await readRotateInputs(options, terminal);
  if (!inputs) return exitCodes.findings;
  const consumers = declaredConsumers(inputs.declared);
  const consumer = consumerOf(consumers, named);
  const current = credentialOf(consumer, named);
  const standing = standingOf(current, consumer, inputs.today);
  switch (standing.state) {
    case "stuck":
      return refuse(standing.refused, terminal);
    case "due":
      return retireIn(
        inputs,
        ({ username, id }) => username === consumer.username && id === current.id,
        options,
        terminal,
      );
    case "kept": {
      const { retireAfter, successor } = standing.retirement;
      terminal.note(
        `${describe(current)} is kept until ${retireAfter} beside its successor "${successor.name}". Nothing was changed; ` +
          `from ${addDays(retireAfter, 1)} on, this retires it.`,
      );
      return exitCodes.fine;
    }
    case "current":
      return beginNext({ inputs, consumers, consumer, current }, options, terminal);
  }
}

function consumerOf(consumers: readonly DeclaredConsumer[], { username }: CredentialName): DeclaredConsumer {
  const consumer = consumers.find((declared) => declared.username === username);
  if (consumer) return consumer;
  throw new CommandError(`the files declare no consumer "${username}".`);
}

function credentialOf(consumer: DeclaredConsumer, { username, credential }: CredentialName): DeclaredCredential {
  const { credentials, value } = consumer;
  const found = credentials.find(({ name }) => name === credential) ?? credentials.find(({ id }) => id === credential);
  if (found) return found;
  const plugins = isMap(value["plugins"]) ? Object.keys(value["plugins"]).filter(isAuthPlugin) : [];
  if (plugins.length > 0) {
    throw new CommandError(
      `consumer "${username}" has ${plugins.join(" and ")} among its own plugins, where only one of a kind fits. ` +
        "`rollcall lint --fix` makes it a credential, which can then be rotated.",
    );
  }
  const names = credentials.map(({ name }) => name).join(", ");
  throw new CommandError(
    `consumer "${username}" has no credential "${credential}"; ${names === "" ? "it has none at all" : `it has: ${names}`}.`,
  );
}

interface Beginning {
  readonly inputs: RotateInputs;
  readonly consumers: readonly DeclaredConsumer[];
  readonly consumer: DeclaredConsumer;
  readonly current: DeclaredCredential;
}

async function beginNext({ inputs, ...found }: Beginning, options: RotateOptions, terminal: Terminal): Promise<number> {
  const { current } = found;
  const { declared, today } = inputs;
  const secretsFile = secretsFileOf(options);
  const vars = secretsFile === undefined ? noVars : await readIfThere(secretsFile, options, terminal);
  const secret = options.secretFrom === undefined ? undefined : await readGiven(options.secretFrom, terminal);
  const publicKey = options.publicKey === undefined ? undefined : await readSmallFile(options.publicKey, terminal);
  const retireAfter = addDays(today, options.overlap);
  const begun = begin(declared, {
    ...found,
    retireAfter,
    reveal: options.reveal ?? false,
    knownVariables: new Set(Object.keys(declared.environment)),
    makeSecret: (bytes, encoding) => randomBytes(bytes).toString(encoding),
    ...(options.username !== undefined && { username: options.username }),
    ...(secret !== undefined && { secret }),
    ...(publicKey !== undefined && { publicKey }),
  });
  if ("refused" in begun) return refuse(begun.refused, terminal);
  const { variables, change } = begun;
  if (variables.size > 0 && secretsFile === undefined) {
    throw new CommandError(
      "where should the new secret go? Name an env file with --secrets FILE, or give the one file that variables are " +
        "taken from with --vars-file; --reveal writes it in clear.",
    );
  }
  const environment = { ...declared.environment, ...Object.fromEntries(variables) };
  const checked = { ...inputs, checkOptions: { ...inputs.checkOptions, environment } };
  if (breaks(checked, [change], terminal)) return exitCodes.findings;
  if (options.dryRun) {
    showChanges([change], terminal);
    if (variables.size > 0) terminal.note(`${secretsFile} would get ${namesOf(variables)}`);
    return options.exitCode ? exitCodes.findings : exitCodes.fine;
  }
  if (secretsFile !== undefined && variables.size > 0) {
    await requireWritable(secretsFile, terminal);
    const text = withVariables(secretsFile, vars.text, variables);
    const current = await readIfThere(secretsFile, options, terminal);
    if (current.text !== vars.text) {
      throw new CommandError(`${secretsFile}: has changed meanwhile; nothing was written. Run this again.`);
    }
    await writeVarsFile(secretsFile, { ...vars, text }, options, terminal);
    terminal.note(`wrote ${secretsFile} (${namesOf(variables)}; use it with --vars-file)`);
  }
  const failure = await rewriteSource(change, terminal);
  if (failure !== undefined) {
    const unused = variables.size > 0 ? ` ${namesOf(variables)} in ${secretsFile} is used by nothing yet.` : "";
    throw new CommandError(`${failure}${unused} Run this again.`);
  }
  terminal.note(`wrote ${printable(change.file)}: credential "${begun.name}" beside "${current.name}"`);
  noteNext(begun, current, retireAfter, terminal);
  return exitCodes.fine;
}

function noteNext(begun: Begun, current: DeclaredCredential, retireAfter: string, terminal: Terminal): void {
  const changes =
    begun.presents === undefined ? "the new secret" : `the new secret and ${begun.presents}: it changes both`;
  terminal.note(
    `next: sync, and give the caller ${changes}. Both credentials work until "${current.name}" is retired: ` +
      `from ${addDays(retireAfter, 1)} on, by the same command or by rotate --due, and the sync after it.`,
  );
}

function namesOf(variables: ReadonlyMap<string, string>): string {
  return [...variables.keys()].join(", ");
}

const noVars: VarsFile = { text: "", isSealed: false };

async function readIfThere(file: string, options: RotateOptions, terminal: Terminal): Promise<VarsFile> {
  return (await isThere(file, terminal)) ? readVarsFile(file, options, terminal) : noVars;
}

async function readGiven(file: string, terminal: Terminal): Promise<string> {
  if (file !== "-") return readSecretFile(file, terminal);
  const text = (await terminal.readStdin()).trim();
  if (text === "") throw new CommandError("standard input is empty; a secret should stand in it.");
  return text;
}

function refuse(reason: string, terminal: Terminal): number {
  terminal.note(`${terminal.noteStyle.red("refused:")} ${reason}`);
  return exitCodes.findings;
}
