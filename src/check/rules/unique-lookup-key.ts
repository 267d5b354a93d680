import { lookupField } from "../../model/auth.ts";
import { type CredentialUse, credentialUses, lookupValue } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** Two credentials that answer to the same key let one consumer pass as another; gateways keep the last one loaded. */
export const uniqueLookupKey: Rule = {
  id: "credential/unique-key",
  severity: "error",
  check({ config, report }) {
    const firstSeen = new Map<string, CredentialUse>();
    for (const use of credentialUses(config)) {
      const value = lookupValue(use);
      if (value === undefined) continue;
      const key = `${use.name} ${value}`;
      const first = firstSeen.get(key);
      if (!first) {
        firstSeen.set(key, use);
        continue;
      }
      const field = lookupField[use.name];
      report({
        place: use.place,
        path: [...use.path, field],
        message: `${describe(use)} has the same ${use.name} ${field} as ${describe(first)}`,
        related: [{ place: first.place, path: [...first.path, field], message: `the other ${field}` }],
        help: "A request with it could be taken for either consumer. Give each credential its own.",
      });
    }
  },
};

function describe({ credential, consumer }: CredentialUse): string {
  return credential
    ? `credential "${credential.value.name}" of consumer "${consumer.id}"`
    : `the plugin of consumer "${consumer.id}"`;
}
