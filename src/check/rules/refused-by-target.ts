import type { Entry } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf } from "./plugins-of.ts";
import type { OtherKind, Rule } from "./rule.ts";
import { upstreamsOf } from "./upstream-nodes.ts";

/** What is valid for one gateway is refused by another, at the moment of the sync (gateway reference, section 1.2). */
export const refusedByTarget: Rule = {
  id: "target/refused",
  severity: "warning",
  visit({ targets, report }) {
    const short = [...targets].find((target) => target === "apisix" || target === "standalone");
    const withoutGroups = targets.has("api7");
    const named = short === undefined ? undefined : `Apache APISIX (target ${short})`;
    const gateway = named ?? (withoutGroups ? "API7 Enterprise (target api7)" : undefined);
    return {
      consumer({ id, value, place }) {
        if (short !== undefined && id.length > longestUsername) {
          report({
            place,
            path: ["username"],
            message: `Apache APISIX (target ${short}) takes usernames of at most ${longestUsername} characters`,
            help: "Shorten the username; the card's 512 hold for API7 Enterprise only.",
          });
        }
        if (withoutGroups && fieldOf(value, "group_id") !== undefined) {
          report({
            place,
            path: ["group_id"],
            part: "key",
            message: "API7 Enterprise (target api7) has no consumer groups",
            help: "Give the consumer the plugins of its group.",
          });
        }
      },
      other(kind, entry) {
        const { place } = entry;
        for (const { path, lacks } of gateway === undefined ? [] : partialTimeouts(kind, entry)) {
          report({
            place,
            path,
            part: "key",
            message: `${gateway} takes a timeout only with connect, send and read; this lacks ${lacks.join(" and ")}`,
            help: "Give all three, in seconds.",
          });
        }
        if (!withoutGroups || kind !== "consumer_groups") return;
        report({
          place,
          message: "API7 Enterprise (target api7) has no consumer groups",
          help: "Give the plugins of the group to its consumers.",
        });
      },
    };
  },
};

const longestUsername = 256;
const timeouts = ["connect", "send", "read"] as const;

/** The embedded proxy has defaults for what is missing. */
function partialTimeouts(kind: OtherKind, entry: Entry<unknown>): readonly { path: Path; lacks: readonly string[] }[] {
  const holders = [...(kind === "routes" ? [{ upstream: entry.value, path: [] }] : []), ...upstreamsOf(kind, entry)];
  return holders.flatMap(({ upstream, path }) => {
    const timeout = fieldOf(upstream, "timeout");
    const lacks = isMap(timeout) ? timeouts.filter((name) => !(name in timeout)) : [];
    return lacks.length > 0 ? [{ path: [...path, "timeout"], lacks }] : [];
  });
}
