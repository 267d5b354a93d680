import { type AuthPlugin, isSecretReference } from "../../model/auth.ts";
import type { ConsumerEntry } from "../../model/config.ts";
import { secretFieldsByPlugin } from "../../model/generated/fields.ts";
import { describeCredential, pluginSpot, textField, visitCredentials, visitCredentialsOf } from "./plugins-of.ts";
import type { Rule, Spot } from "./rule.ts";

/** Who holds a secret that two consumers share can pass as both, and rotating it breaks both. Equal keys of key-auth are the error credential/unique-key. */
export const reusedSecret: Rule = {
  id: "credential/reused-secret",
  severity: "warning",
  check({ config, report }) {
    const firstHolder = new Map<string, ConsumerEntry>();
    visitCredentials(config, (plugin, settings, consumer, credential) => {
      const field = secretFieldOf(plugin);
      const secret = field === undefined ? undefined : textField(settings, field);
      if (field === undefined || secret === undefined || isSecretReference(secret)) return;
      const holder = firstHolder.get(secret);
      if (!holder) firstHolder.set(secret, consumer);
      if (!holder || holder === consumer) return;
      const first = spotOf(secret, holder);
      if (plugin === "key-auth" && first?.plugin === "key-auth") return;
      report({
        ...pluginSpot(credential ?? consumer, plugin, field),
        message: `${describeCredential(consumer, credential)} has the same secret as consumer "${holder.id}"`,
        ...(first && { related: [{ ...first.spot, message: "the same secret" }] }),
        help: "Give each consumer a secret of its own.",
      });
    });
  },
};

function secretFieldOf(plugin: AuthPlugin): string | undefined {
  return secretFieldsByPlugin[plugin]?.[0];
}

function spotOf(
  secret: string,
  holder: ConsumerEntry,
): { readonly plugin: AuthPlugin; readonly spot: Spot } | undefined {
  let found: { readonly plugin: AuthPlugin; readonly spot: Spot } | undefined;
  visitCredentialsOf(holder, (plugin, settings, consumer, credential) => {
    const field = secretFieldOf(plugin);
    if (found || field === undefined || textField(settings, field) !== secret) return;
    found = { plugin, spot: pluginSpot(credential ?? consumer, plugin, field) };
  });
  return found;
}
