import { authPlugins, isAuthPlugin } from "../../model/auth.ts";
import { closest } from "../../model/closest.ts";
import { pluginsOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** Only authentication plugins can stand in a credential. */
export const authPlugin: Rule = {
  id: "credential/auth-plugin",
  severity: "error",
  check({ config, report }) {
    for (const consumer of config.consumers) {
      for (const use of consumer.credentials.flatMap(pluginsOf)) {
        if (isAuthPlugin(use.name)) continue;
        const likely = closest(use.name, authPlugins);
        report({
          ...use,
          part: "key",
          message: `"${use.name}" is not an authentication plugin`,
          help: likely
            ? `Did you mean "${likely}"?`
            : `A credential takes one of ${authPlugins.join(", ")}; other plugins belong into the consumer's \`plugins\`.`,
        });
      }
    }
  },
};
