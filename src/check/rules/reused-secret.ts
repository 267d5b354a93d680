import { type AuthPlugin, isSecretReference } from "../../model/auth.ts";
import type { ConsumerEntry } from "../../model/config.ts";
import { secretFieldsByPlugin } from "../../model/generated/fields.ts";
import { ownersOf } from "../survey/survey.ts";
import { describeCredential, pluginSpot, textField, visitCredentialsOf } from "./plugins-of.ts";
import type { Report, Rule, Spot } from "./rule.ts";

/** Who holds a secret that two consumers share can pass as both, and rotating it breaks both. Equal keys of key-auth are the error credential/unique-key. */
export const reusedSecret: Rule = {
  id: "credential/reused-secret",
  severity: "warning",
  conclude({ consumers }, { lookAgain, report }) {
    const compare = createCompare(report);
    const hasEnvironments = environmentLabels.some((label) => consumers.labels.has(label));
    for (const credentials of consumers.secrets.repeated()) {
      const owners = ownersOf(consumers, credentials);
      if (owners.length > 1 || hasEnvironments) lookAgain(owners, compare);
    }
  },
};

/** Labels of credentials: one consumer may have a secret twice, but not for two environments. */
const environmentLabels = ["environment", "env"];

interface Holder {
  readonly environment: string | undefined;
  readonly consumer: ConsumerEntry;
  readonly plugin: AuthPlugin;
  readonly spot: Spot;
}

/** Two secrets of one consumer make it come up twice: what was compared once is left out then. */
function createCompare(report: Report): (consumers: readonly ConsumerEntry[]) => void {
  const compared = new Set<unknown>();
  const holders = new Map<string, Holder>();
  return (consumers) => {
    for (const consumer of consumers) {
      visitCredentialsOf(consumer, (plugin, settings, _consumer, credential) => {
        const field = secretFieldsByPlugin[plugin]?.[0];
        const secret = field === undefined ? undefined : textField(settings, field);
        if (field === undefined || secret === undefined || isSecretReference(secret) || compared.has(settings)) return;
        compared.add(settings);
        const spot = pluginSpot(credential ?? consumer, plugin, field);
        const environment = environmentOf(credential?.value.labels);
        const first = holders.get(secret);
        if (!first) {
          holders.set(secret, { consumer, plugin, spot, environment });
          return;
        }
        const isOwn = first.consumer === consumer;
        const isElsewhere =
          environment !== undefined && first.environment !== undefined && environment !== first.environment;
        if ((isOwn && !isElsewhere) || (plugin === "key-auth" && first.plugin === "key-auth")) return;
        report({
          ...spot,
          message: `${describeCredential(consumer, credential)} has the same secret as ${isOwn ? `that for environment "${first.environment}"` : `consumer "${first.consumer.id}"`}`,
          related: [{ ...first.spot, message: "the same secret" }],
          help: isOwn ? "Give each environment a secret of its own." : "Give each consumer a secret of its own.",
        });
      });
    }
  };
}

function environmentOf(labels: unknown): string | undefined {
  for (const label of environmentLabels) {
    const environment = textField(labels, label);
    if (environment !== undefined) return environment;
  }
  return undefined;
}
