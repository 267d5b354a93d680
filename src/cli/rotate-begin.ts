/** `rollcall rotate CONSUMER CREDENTIAL`: begins a rotation, says when it ends, or ends it. */
import { isAuthPlugin } from "../model/auth.ts";
import { isMap } from "../model/json.ts";
import { printable } from "../report/style.ts";
import { addDays } from "../rotate/days.ts";
import { type DeclaredConsumer, type DeclaredCredential, declaredConsumers } from "../rotate/locate.ts";
import { describe, standingOf } from "../rotate/standing.ts";
import { noteRefusal, type RotateOptions, readRotateInputs } from "./rotate-inputs.ts";
import { beginNext } from "./rotate-next.ts";
import { retireIn } from "./rotate-retire.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

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
      noteRefusal(standing.refused, terminal);
      return exitCodes.findings;
    case "due":
      return retireIn(
        inputs,
        ({ username, id }) => username === consumer.username && id === current.id,
        options,
        terminal,
      );
    case "kept": {
      const { retireAfter, successor } = standing.retirement;
      const kept = `${describe(current)} is kept until ${retireAfter} beside its successor "${successor.name}"`;
      terminal.note(printable(`${kept}. Nothing was changed; from ${addDays(retireAfter, 1)} on, this retires it.`));
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
  const names = printable(credentials.map(({ name }) => name).join(", "));
  throw new CommandError(
    `consumer "${username}" has no credential "${credential}"; ${names === "" ? "it has none at all" : `it has: ${names}`}.`,
  );
}
