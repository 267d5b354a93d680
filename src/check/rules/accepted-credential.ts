import type { AuthPlugin } from "../../model/auth.ts";
import type { ConsumerEntry } from "../../model/config.ts";
import { admissionOf } from "./admission.ts";
import { describeCredential, pluginSpot, visitCredentialsOf } from "./plugins-of.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** A credential of a type that no route asks for opens nothing; it is a secret to guard for no use. Where it is the consumer's only type, consumer/unreachable tells. */
export const acceptedCredential: Rule = {
  id: "credential/unaccepted",
  severity: "warning",
  check({ config, customPlugins, report }) {
    const admission = admissionOf(config, customPlugins);
    if (!admission) return;
    const { accepted } = admission;
    let used = 0;
    let unused = 0;
    const count = (plugin: AuthPlugin): void => {
      if (accepted.has(plugin)) used += 1;
      else unused += 1;
    };
    for (const consumer of config.consumers) {
      used = 0;
      unused = 0;
      visitCredentialsOf(consumer, count);
      if (used > 0 && unused > 0) reportUnaccepted(consumer, accepted, report);
    }
  },
};

function reportUnaccepted(
  consumer: ConsumerEntry,
  accepted: ReadonlySet<AuthPlugin>,
  report: RuleContext["report"],
): void {
  visitCredentialsOf(consumer, (plugin, _config, _consumer, credential) => {
    if (accepted.has(plugin)) return;
    report({
      ...pluginSpot(credential ?? consumer, plugin),
      part: "key",
      message: `no route of the files accepts ${plugin}, the type of ${describeCredential(consumer, credential)}`,
      help: `Add ${plugin} to a route, or take the credential out.`,
    });
  });
}
