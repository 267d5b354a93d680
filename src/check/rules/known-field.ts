import { closest } from "../../model/closest.ts";
import type { kinds } from "../../model/config.ts";
import { resourceFieldNames } from "../../model/generated/fields.ts";
import type { Rule } from "./rule.ts";

/** Kinds whose schema lets fields pass that rollcall does not know, since gateways have more. */
const openKinds = ["routes", "services", "upstreams"] as const satisfies readonly (typeof kinds)[number][];

/** A field one letter off a known one is a typing error far more often than a field of some gateway. */
export const knownField: Rule = {
  id: "resource/unknown-field",
  severity: "warning",
  check({ config, report }) {
    for (const kind of openKinds) {
      const known = resourceFieldNames[kind] ?? [];
      for (const { value, place } of config[kind]) {
        for (const field of Object.keys(value)) {
          if (known.includes(field)) continue;
          const likely = closest(field, known);
          if (!likely) continue;
          report({
            place,
            path: [field],
            part: "key",
            message: `unknown field "${field}"`,
            help: `Did you mean "${likely}"?`,
            replacement: likely,
          });
        }
      }
    }
  },
};
