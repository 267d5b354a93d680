import { authPlugins } from "../../model/auth.ts";
import { isMap } from "../../source/raw.ts";
import { pluginsOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** A credential is one way to authenticate: gateways refuse more than one plugin, and none admits nobody. */
export const onePlugin: Rule = {
  id: "credential/one-plugin",
  severity: "error",
  check({ config, report }) {
    for (const { credentials } of config.consumers) {
      for (const credential of credentials) {
        // Another type than a map is the schema's finding.
        if (!isMap(credential.value.plugins)) continue;
        const plugins = pluginsOf(credential);
        const second = plugins[1];
        const spot = { place: credential.place, path: second?.path ?? ["plugins"] };
        if (plugins.length === 1) continue;
        report({
          ...spot,
          ...(second && { part: "key" }),
          message: `credential "${credential.value.name}" has ${plugins.length === 0 ? "no plugin" : `${plugins.length} plugins`}; exactly one is needed`,
          help:
            plugins.length === 0
              ? `Add one of ${authPlugins.join(", ")}.`
              : `Make one credential of each: ${plugins.map(({ name }) => name).join(", ")}.`,
        });
      }
    }
  },
};
