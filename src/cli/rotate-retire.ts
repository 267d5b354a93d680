/** `rollcall rotate --due`: retires every credential whose last day is over and whose successor is there. */
import { count } from "../report/count.ts";
import { printable } from "../report/style.ts";
import type { FileChange, Refusal, Retirement } from "../rotate/contract.ts";
import type { DueRequest } from "../rotate/due.ts";
import { type Retired, retireDue } from "../rotate/retire.ts";
import { rewriteSource } from "./rewrite-source.ts";
import { readHeld, refusalOf } from "./rotate-gateway.ts";
import {
  breaks,
  noteRefusal,
  type RotateInputs,
  type RotateOptions,
  readRotateInputs,
  showChanges,
} from "./rotate-inputs.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

export async function runRetire(options: RotateOptions, terminal: Terminal): Promise<number> {
  const inputs = await readRotateInputs(options, terminal);
  return inputs ? retireIn(inputs, () => true, options, terminal) : exitCodes.findings;
}

/** Of the credentials that are chosen. @throws GatewayError, CommandError naming the files that could not be written */
export async function retireIn(
  inputs: RotateInputs,
  isChosen: DueRequest["isChosen"],
  options: RotateOptions,
  terminal: Terminal,
): Promise<number> {
  const retire = (refusal: DueRequest["refusalOf"]): readonly RetiredFile[] =>
    inputs.declared.sources.map((source) => {
      const request = { today: inputs.today, isChosen, refusalOf: refusal };
      return { ...retireDue(inputs.declared, source, request), file: source.file, before: source.text };
    });
  let files = retire(() => undefined);
  if (files.some(({ retired }) => retired.length > 0)) {
    const ask = await gatewayCheck(options, terminal);
    if (ask) files = retire(ask);
  }
  const refused = files.flatMap((file) => file.refused);
  for (const reason of refused) noteRefusal(reason, terminal);
  const changed = files.filter(({ retired }) => retired.length > 0);
  const changes = changed.map(({ file, before, text }): FileChange => ({ file, before, after: text }));
  if (changes.length === 0) {
    if (refused.length === 0) terminal.note("nothing is due");
    return refused.length > 0 ? exitCodes.findings : exitCodes.fine;
  }
  if (breaks(inputs, changes, terminal)) return exitCodes.findings;
  if (options.dryRun) {
    showChanges(changes, terminal);
    return refused.length > 0 || options.exitCode ? exitCodes.findings : exitCodes.fine;
  }
  await write(changed, terminal);
  terminal.note("next: sync");
  return refused.length > 0 ? exitCodes.findings : exitCodes.fine;
}

interface RetiredFile extends Retired {
  readonly file: string;
  readonly before: string;
}

/** Undefined where no gateway is named, or it is not to be asked. */
async function gatewayCheck(
  { server, filesOnly, ...options }: RotateOptions,
  terminal: Terminal,
): Promise<((retirement: Retirement) => Refusal | undefined) | undefined> {
  if (server === undefined || filesOnly) return undefined;
  const held = await readHeld({ ...options, server }, terminal);
  return (retirement) => refusalOf(held, retirement);
}

async function write(files: readonly RetiredFile[], terminal: Terminal): Promise<void> {
  const failures: string[] = [];
  for (const { file, before, text, retired } of files) {
    const failure = await rewriteSource({ file, before, after: text }, terminal);
    if (failure !== undefined) failures.push(failure);
    else for (const retirement of retired) terminal.note(printable(`wrote ${file}: ${describe(retirement)}`));
  }
  if (failures.length === 0) return;
  throw new CommandError(`${failures.join("\n")}\n${count(failures.length, "file")} not written. Run this again.`);
}

function describe({ username, credential, successor }: Retirement): string {
  return `credential "${credential}" of consumer "${username}" is retired, "${successor.name}" is left`;
}
