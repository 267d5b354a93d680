import type { Entry } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf } from "./plugins-of.ts";
import type { OtherKind, Rule } from "./rule.ts";

/** Apache APISIX refuses such an upstream, and whoever serves it has nowhere to send a request. */
export const upstreamNodes: Rule = {
  id: "upstream/no-nodes",
  severity: "error",
  visit: ({ report }) => ({
    other(kind, entry) {
      for (const { upstream, path } of upstreamsOf(kind, entry)) {
        const isDiscovered = "service_name" in upstream && "discovery_type" in upstream;
        if ("nodes" in upstream || isDiscovered) continue;
        report({
          place: entry.place,
          path,
          ...(path.length > 0 && { part: "key" }),
          message: "this upstream has no nodes: every request to it would fail",
          help: 'Add "nodes", such as `{ "core.example:8080": 1 }`, or "service_name" with "discovery_type".',
        });
      }
    },
  }),
};

/** Which of the two serves the route is another thing in Apache APISIX (the named one) than in the embedded proxy (its own). */
export const oneUpstream: Rule = {
  id: "upstream/ambiguous",
  severity: "warning",
  visit: ({ report }) => ({
    other(kind, { value, place }) {
      if (kind !== "routes" && kind !== "services") return;
      if (fieldOf(value, "upstream") === undefined || fieldOf(value, "upstream_id") === undefined) return;
      report({
        place,
        path: ["upstream_id"],
        part: "key",
        message:
          "this has an upstream of its own as well: Apache APISIX takes the one named here, the embedded proxy its own",
        help: 'Keep "upstream" or "upstream_id", not both.',
        related: [{ place, path: ["upstream"], part: "key", message: "its own" }],
      });
    },
  }),
};

interface Upstream {
  readonly upstream: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/** The upstream that a resource is, or has; none if it is no map, which the schema tells. */
export function upstreamsOf(kind: OtherKind, { value }: Entry<unknown>): readonly Upstream[] {
  const upstream = kind === "upstreams" ? value : fieldOf(value, "upstream");
  return isMap(upstream) ? [{ upstream, path: kind === "upstreams" ? [] : ["upstream"] }] : [];
}
