import { authPlugins, isAuthPlugin } from "../../model/auth.ts";
import { closest } from "../../model/closest.ts";
import { pluginSpot, pluginsOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** Only authentication plugins can stand in a credential. */
export const authPlugin: Rule = {
  id: "credential/auth-plugin",
  severity: "error",
  visit: ({ report }) => ({
    consumer({ credentials }) {
      for (const credential of credentials) {
        for (const name in pluginsOf(credential)) {
          if (isAuthPlugin(name)) continue;
          const likely = closest(name, authPlugins);
          report({
            ...pluginSpot(credential, name),
            part: "key",
            message: `"${name}" is not an authentication plugin`,
            help: likely
              ? `Did you mean "${likely}"?`
              : `A credential takes one of ${authPlugins.join(", ")}; other plugins belong into the consumer's \`plugins\`.`,
            ...(likely && { replacement: likely }),
          });
        }
      }
    },
  }),
};
