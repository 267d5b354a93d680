import { type AuthPlugin, authPlugins } from "../../model/auth.ts";
import type { ConsumerEntry } from "../../model/config.ts";
import { authBit } from "../survey/file-facts.ts";
import { rowsWhere } from "../survey/survey.ts";
import { admissionOf } from "./admission.ts";
import { describeCredential, pluginSpot, visitCredentialsOf } from "./plugins-of.ts";
import type { Report, Rule } from "./rule.ts";

/** A credential of a type that no route asks for opens nothing; it is a secret to guard for no use. Where it is the consumer's only type, consumer/unreachable tells. */
export const acceptedCredential: Rule = {
  id: "credential/unaccepted",
  severity: "warning",
  conclude({ others, consumers }, { customPlugins, lookAgain, report }) {
    const accepted = admissionOf(others, customPlugins)?.accepted;
    if (!accepted) return;
    const bitsOf = (plugins: readonly AuthPlugin[]): number =>
      plugins.reduce((bits, plugin) => bits | authBit(plugin), 0);
    const used = bitsOf([...accepted]);
    const unused = bitsOf(authPlugins.filter((plugin) => !accepted.has(plugin)));
    const rows = rowsWhere(
      consumers,
      (row) => (consumers.auths.at(row) & used) !== 0 && (consumers.auths.at(row) & unused) !== 0,
    );
    lookAgain(rows, (found) => {
      for (const consumer of found) reportUnaccepted(consumer, accepted, report);
    });
  },
};

function reportUnaccepted(consumer: ConsumerEntry, accepted: ReadonlySet<AuthPlugin>, report: Report): void {
  visitCredentialsOf(consumer, (plugin, _settings, _consumer, credential) => {
    if (accepted.has(plugin)) return;
    report({
      ...pluginSpot(credential ?? consumer, plugin),
      part: "key",
      message: `no route of the files accepts ${plugin}, the type of ${describeCredential(consumer, credential)}`,
      help: `Add ${plugin} to a route, or take the credential out.`,
    });
  });
}
