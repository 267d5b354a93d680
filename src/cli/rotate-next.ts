/** Writes the next credential: first its secret into the env file, then the declared file. A crash in between leaves a variable that nothing uses. */
import { randomBytes } from "node:crypto";
import { printable } from "../report/style.ts";
import { type BeginRequest, type Begun, begin } from "../rotate/begin.ts";
import { addDays, type Day } from "../rotate/days.ts";
import { readSmallFile } from "./environment.ts";
import { isThere } from "./is-there.ts";
import { readSecretFile } from "./key.ts";
import { rewriteSource } from "./rewrite-source.ts";
import {
  breaks,
  noteRefusal,
  type RotateInputs,
  type RotateOptions,
  secretsFileOf,
  showChanges,
} from "./rotate-inputs.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { readVarsFile, type VarsFile, withVariables, writeVarsFile } from "./vars-file.ts";
import { requireWritable } from "./write-file.ts";

export interface Beginning extends Pick<BeginRequest, "consumers" | "consumer" | "current"> {
  readonly inputs: RotateInputs;
}

/** @throws CommandError if there is nowhere to put a secret, or a file cannot be read or written */
export async function beginNext(found: Beginning, options: RotateOptions, terminal: Terminal): Promise<number> {
  const { inputs, ...where } = found;
  const secretsFile = secretsFileOf(options);
  const vars = secretsFile === undefined ? noVars : await readIfThere(secretsFile, options, terminal);
  const retireAfter = addDays(inputs.today, options.overlap);
  const begun = begin(inputs.declared, {
    ...where,
    ...(await askedOf(options, terminal)),
    retireAfter,
    knownVariables: new Set(Object.keys(inputs.declared.environment)),
    makeSecret: (bytes, encoding) => randomBytes(bytes).toString(encoding),
  });
  if ("refused" in begun) {
    noteRefusal(begun.refused, terminal);
    return exitCodes.findings;
  }
  if (begun.variables.size > 0 && secretsFile === undefined) {
    throw new CommandError(
      "where should the new secret go? Name an env file with --secrets FILE, or give the one file that variables are " +
        "taken from with --vars-file; --reveal writes it in clear.",
    );
  }
  if (breaks(withKnown(inputs, begun), [begun.change], terminal)) return exitCodes.findings;
  const names = [...begun.variables.keys()].join(", ");
  if (options.dryRun) {
    showChanges([begun.change], terminal);
    if (names !== "") terminal.note(`${secretsFile} would get ${names}`);
    return options.exitCode ? exitCodes.findings : exitCodes.fine;
  }
  if (secretsFile !== undefined && names !== "") {
    await addTo(secretsFile, vars, begun.variables, options, terminal);
    terminal.note(`wrote ${secretsFile} (${names}; use it with --vars-file)`);
  }
  const failure = await rewriteSource(begun.change, terminal);
  if (failure !== undefined) {
    const unused = names === "" ? "" : ` ${names} in ${secretsFile} is used by nothing yet.`;
    throw new CommandError(`${failure}${unused} Run this again.`);
  }
  noteBegun(begun, found.current.name, retireAfter, options, terminal);
  return exitCodes.fine;
}

type Asked = Pick<BeginRequest, "reveal" | "username" | "secret" | "publicKey">;

async function askedOf({ reveal = false, ...options }: RotateOptions, terminal: Terminal): Promise<Asked> {
  const { username, secretFrom, publicKey } = options;
  return {
    reveal,
    ...(username !== undefined && { username }),
    ...(secretFrom !== undefined && { secret: await readGiven(secretFrom, terminal) }),
    ...(publicKey !== undefined && { publicKey: await readSmallFile(publicKey, terminal) }),
  };
}

function withKnown(inputs: RotateInputs, { variables }: Begun): RotateInputs {
  const environment = { ...inputs.checkOptions.environment, ...Object.fromEntries(variables) };
  return { ...inputs, checkOptions: { ...inputs.checkOptions, environment } };
}

async function addTo(
  file: string,
  before: VarsFile,
  variables: ReadonlyMap<string, string>,
  options: RotateOptions,
  terminal: Terminal,
): Promise<void> {
  await requireWritable(file, terminal);
  const text = withVariables(file, before.text, variables);
  if ((await readIfThere(file, options, terminal)).text !== before.text) {
    throw new CommandError(`${file}: has changed meanwhile; nothing was written. Run this again.`);
  }
  await writeVarsFile(file, { ...before, text }, options, terminal);
}

function noteBegun(begun: Begun, name: string, retireAfter: Day, options: RotateOptions, terminal: Terminal): void {
  const { change, presents } = begun;
  terminal.note(printable(`wrote ${change.file}: credential "${begun.name}" beside "${name}"`));
  const secret = options.publicKey === undefined ? "the new secret" : "word to sign with the new private key";
  const changes = presents === undefined ? secret : `${secret} and ${presents}: it changes both`;
  terminal.note(
    printable(
      `next: sync, and give the caller ${changes}. Both credentials work until "${name}" is retired: from ` +
        `${addDays(retireAfter, 1)} on, by the same command or by rotate --due, and the sync after it.`,
    ),
  );
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
