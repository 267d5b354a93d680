import { isAuthPlugin } from "../../model/auth.ts";
import { pluginNames } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import { fieldOf, pluginSpot } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** A gateway refuses what does not authenticate; names that it does not know are found by plugin/unknown. */
export const multiAuth: Rule = {
  id: "plugin/multi-auth",
  severity: "error",
  visit: ({ report }) => ({
    plugin(name, settings, holder) {
      for (const [index, tried] of triedPlugins(name, settings)) {
        if (!otherPlugins.has(tried)) continue;
        report({
          ...pluginSpot(holder, name, "auth_plugins", index, tried),
          part: "key",
          message: `"${tried}" is not an authentication plugin`,
          help: "multi-auth tries such as key-auth, basic-auth, hmac-auth and jwt-auth; give other plugins to the route itself.",
        });
      }
    },
  }),
};

/** The names in `auth_plugins` with the index of their entry; none of another plugin. */
export function triedPlugins(name: string, settings: unknown): readonly (readonly [index: number, tried: string])[] {
  const entries = name === "multi-auth" ? fieldOf(settings, "auth_plugins") : undefined;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown, index) =>
    isMap(entry) ? Object.keys(entry).map((tried) => [index, tried] as const) : [],
  );
}

/** Of those without a schema here, nobody says what they do. */
const otherPlugins: ReadonlySet<string> = new Set(pluginNames.request.filter((name) => !isAuthPlugin(name)));
