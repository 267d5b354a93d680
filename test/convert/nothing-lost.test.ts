/** Nothing is lost in silence: every value of a foreign file changes the result when it changes, or stands where the report says that something is lost, or is one of those that are known to mean nothing. */
import { expect, test } from "vitest";
import type { Converted, Loss } from "../../src/convert/contract.ts";
import { canonicalJson } from "../../src/model/json.ts";
import { cases, documentOf, run } from "./cases.ts";
import { type Leaf, leavesOf } from "./leaves.ts";

/** Names of entries without a meaning for the result, with the reason. */
const meaningless: Readonly<Record<string, string>> = {
  _format_version: "only versions before 3 read paths in another way",
  created_at: "set by Kong",
  create_time: "set by APISIX",
  modifiedIndex: "set by APISIX",
  consumers_conf_version: "tells APISIX only that the section is new",
  x5t: "the digest of a certificate of the same key",
  hide_groups_header: "the header X-Consumer-Groups is not sent either way (docs/convert.md)",
  secret_is_base64: "goes to the shared secrets, of which the case has none",
  sync_rate: "-1 and 0 both mean that each request is counted at once",
  fault_tolerant: "without a store there is none that could fail",
  slots: "the size of a ring of Kong's own",
  port: "of a service whose host is an upstream, with ports of its own, as in Kong",
};

test.each(cases.map((each) => [each.name, each] as const))("%s", (_name, given) => {
  const converted = run(given, given.source);
  const before = gist(converted);
  const silent = leavesOf(given.format, given.source).filter((leaf) => {
    if (isReported(leaf, converted.losses)) return false;
    const after = run(given, leaf.changed);
    // A value without which the file cannot be read at all means something.
    return after.diagnostics.length === 0 && gist(after) === before;
  });
  const unexplained = silent.filter(({ name }) => !Object.hasOwn(meaningless, name.split(".").at(-1) ?? ""));
  expect(unexplained.map(({ name }) => name)).toEqual([]);
});

/** What comes of a file, wherever in it the things stand. */
function gist(converted: Converted): string {
  const losses = converted.losses.map(({ found, outcome, became }) => [found, outcome, became]);
  return canonicalJson([documentOf(converted), losses.map(canonicalJson).sort()]);
}

function isReported({ name, places }: Leaf, losses: readonly Loss[]): boolean {
  return losses.some(
    ({ span, outcome, found }) =>
      found.includes(`\`${name.split(".").at(-1)}\``) ||
      // What is not dropped says something of its own entry alone.
      (outcome === "dropped" ? places : places.slice(-2)).some(
        (place) => place.start.offset === span.start.offset && place.end.offset === span.end.offset,
      ),
  );
}
