import { isAuthPlugin } from "../../model/auth.ts";
import { pluginSpot, pluginsOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** An auth plugin in the consumer itself still works, but has no name, cannot be rotated beside a second one, and leaves no X-Credential-Identifier. */
export const legacyAuth: Rule = {
  id: "consumer/inline-auth",
  severity: "warning",
  visit: ({ report }) => ({
    consumer(consumer) {
      for (const name in pluginsOf(consumer)) {
        if (!isAuthPlugin(name)) continue;
        report({
          ...pluginSpot(consumer, name),
          part: "key",
          message: `"${name}" stands in the consumer itself`,
          help: "Move it into an entry of `credentials`.",
        });
      }
    },
  }),
};
