import type { Entry } from "../../model/config.ts";
import type { Credential } from "../../model/generated/types.ts";
import type { Rule } from "./rule.ts";

/** Credentials are matched with the gateway's by name (and id), so both must be unique in a consumer. */
export const uniqueCredentialName: Rule = {
  id: "credential/unique-name",
  severity: "error",
  visit: ({ report }) => ({
    consumer(consumer) {
      if (consumer.credentials.length < 2) return;
      const byName = new Map<string, Entry<Credential>>();
      const byId = new Map<string, Entry<Credential>>();
      for (const credential of consumer.credentials) {
        const sameName = byName.get(credential.value.name);
        const other = sameName ?? byId.get(credential.id);
        byName.set(credential.value.name, credential);
        byId.set(credential.id, credential);
        if (!other) continue;
        const field = sameName ? "name" : "id";
        report({
          place: credential.place,
          path: [field],
          message: `consumer "${consumer.id}" has another credential with the ${field} "${sameName ? credential.value.name : credential.id}"`,
          related: [{ place: other.place, path: [field], message: "first declared here" }],
          help: `Give each credential of a consumer its own ${field}.`,
        });
      }
    },
  }),
};
