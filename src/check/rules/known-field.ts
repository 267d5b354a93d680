import { closest } from "../../model/closest.ts";
import { resourceFieldNames } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import type { OtherKind, Rule } from "./rule.ts";

/** Kinds whose schema lets fields pass that rollcall does not know, since gateways have more. */
const openKinds: ReadonlySet<OtherKind> = new Set<OtherKind>(["routes", "services", "upstreams"]);

/** A field one letter off a known one is a typing error far more often than a field of some gateway. */
export const knownField: Rule = {
  id: "resource/unknown-field",
  severity: "warning",
  visit: ({ report }) => ({
    other(kind, { value, place }) {
      if (!openKinds.has(kind) || !isMap(value)) return;
      const known = resourceFieldNames[kind];
      for (const field of Object.keys(value)) {
        const likely = known.includes(field) ? undefined : closest(field, known);
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
    },
  }),
};
