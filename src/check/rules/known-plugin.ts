import { closest } from "../../model/closest.ts";
import { pluginNames } from "../../model/generated/fields.ts";
import { triedPlugins } from "./multi-auth.ts";
import { pluginSpot } from "./plugins-of.ts";
import type { Rule, Spot } from "./rule.ts";

/** A gateway refuses a plugin that it does not know; a misspelt restriction that is dropped lets everybody in. */
export const knownPlugin: Rule = {
  id: "plugin/unknown",
  severity: "error",
  visit({ customPlugins, report }) {
    const known = new Set([...pluginNames.known, ...pluginNames.request, ...pluginNames.credential, ...customPlugins]);
    const check = (name: string, spot: Spot): void => {
      if (known.has(name)) return;
      const likely = closest(name, known);
      report({
        ...spot,
        part: "key",
        message: `unknown plugin "${name}"`,
        help: likely
          ? `Did you mean "${likely}"?`
          : `If it is a plugin of your own, name it with --custom-plugin ${name}.`,
        ...(likely && { replacement: likely }),
      });
    };
    return {
      plugin(name, settings, holder) {
        check(name, pluginSpot(holder, name));
        for (const [index, tried] of triedPlugins(name, settings)) {
          check(tried, pluginSpot(holder, name, "auth_plugins", index, tried));
        }
      },
    };
  },
};
