import { isAuthPlugin } from "../../model/auth.ts";
import { pluginsOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** An auth plugin in the consumer itself still works, but has no name, cannot be rotated beside a second one, and leaves no X-Credential-Identifier. */
export const legacyAuth: Rule = {
  id: "consumer/inline-auth",
  severity: "warning",
  check({ config, report }) {
    for (const use of config.consumers.flatMap(pluginsOf)) {
      if (!isAuthPlugin(use.name)) continue;
      report({
        ...use,
        part: "key",
        message: `"${use.name}" stands in the consumer itself`,
        help: "Move it into an entry of `credentials`.",
      });
    }
  },
};
