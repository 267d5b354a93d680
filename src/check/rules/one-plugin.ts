import { authPlugins } from "../../model/auth.ts";
import { isMap } from "../../model/json.ts";
import type { Rule } from "./rule.ts";

/** A credential is one way to authenticate: gateways refuse more than one plugin, and none admits nobody. */
export const onePlugin: Rule = {
  id: "credential/one-plugin",
  severity: "error",
  visit: ({ report }) => ({
    consumer({ credentials }) {
      for (const { value, place } of credentials) {
        // Another type than a map is the schema's finding.
        if (!isMap(value.plugins)) continue;
        const names = Object.keys(value.plugins);
        if (names.length === 1) continue;
        const second = names[1];
        report({
          place,
          path: second === undefined ? ["plugins"] : ["plugins", second],
          ...(second !== undefined && { part: "key" }),
          message: `credential "${value.name}" has ${names.length === 0 ? "no plugin" : `${names.length} plugins`}; exactly one is needed`,
          help:
            names.length === 0
              ? `Add one of ${authPlugins.join(", ")}.`
              : `Make one credential of each: ${names.join(", ")}.`,
        });
      }
    },
  }),
};
