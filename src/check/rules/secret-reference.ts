import type { Entry } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import type { Report, Rule } from "./rule.ts";

/** What is no whole reference never resolves, so that its credential admits nobody; what only looks like one is a secret that everybody can read. */
export const secretReference: Rule = {
  id: "reference/secret",
  severity: "error",
  visit: ({ report }) => ({
    credential(plugin, settings, consumer, credential) {
      checkFields(plugin, settings, credential ?? consumer, report);
    },
    plugin(plugin, settings, holder, kind) {
      if (kind !== "consumers") checkFields(plugin, settings, holder, report);
    },
  }),
};

function checkFields(plugin: string, settings: unknown, { place }: Entry<unknown>, report: Report): void {
  if (!isMap(settings)) return;
  for (const field in settings) {
    const text = settings[field];
    if (typeof text !== "string" || text.charCodeAt(0) !== dollar || !beginning.test(text) || whole.test(text))
      continue;
    report({
      place,
      path: ["plugins", plugin, field],
      message: `"${field}" begins like a reference to a secret, but is not a whole one`,
      help: "Write $env://VARIABLE, $env://VARIABLE/FIELD-OF-JSON or $secret://MANAGER/CONFIGURATION/KEY.",
    });
  }
}

const dollar = 0x24;
const beginning = /^\$(?:env|secret):/i;
const whole = /^\$(?:env:\/\/[^/\s]+(?:\/.+)?|secret:\/\/[^/\s]+\/[^/\s]+\/.+)$/is;
