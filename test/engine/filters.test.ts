/** Filters of response-rewrite: however often they match, they hold nobody up for long. */
import { expect, test } from "vitest";
import type { RequestContext } from "../../src/engine/context.ts";
import { Unusable } from "../../src/engine/plugin.ts";
import { responseRewrite } from "../../src/engine/policy/response-rewrite.ts";
import { ResponseDraft } from "../../src/engine/response-draft.ts";

/** Each look at the clock, of which there is one a match, finds it `step` milliseconds on. */
function filtered(filters: readonly object[], text: string, step: number): string | undefined {
  const bound = responseRewrite.bind({ filters });
  if (bound instanceof Unusable) throw new Error(bound.reason);
  let time = 0;
  const services = { now: () => (time += step) };
  const draft = new ResponseDraft({ status: 200, headers: [] });
  bound.respond?.({ services } as unknown as RequestContext, draft);
  const body = draft.change().rewriteBody?.(new TextEncoder().encode(text));
  return body && new TextDecoder().decode(body);
}

const global = (regex: string) => ({ regex, replace: "-", scope: "global" });

test.each<[string, readonly object[], number, number, string | undefined]>([
  ["in time", [global("a")], 5000, 0, "-".repeat(5000)],
  ["at the end of its time", [global("a")], 900, 1, "-".repeat(900)],
  ["too late", [global("a")], 1100, 1, undefined],
  ["too late after the first filter", [global("a"), global("-")], 600, 1, undefined],
  ["too late before the second filter", [{ regex: "a", replace: "-" }, global("-")], 1, 600, undefined],
  ["one replacement only", [{ regex: "a", replace: "-" }], 3, 1, "-aa"],
])("%s", (_name, filters, length, step, expected) => {
  expect(filtered(filters, "a".repeat(length), step)).toBe(expected);
});

test("an expression that looks at all of the text for each match is given up", () => {
  const bound = responseRewrite.bind({ filters: [global("a(?:.*b)?")] });
  if (bound instanceof Unusable) throw new Error(bound.reason);
  const draft = new ResponseDraft({ status: 200, headers: [] });
  bound.respond?.({ services: { now: () => performance.now() } } as unknown as RequestContext, draft);
  expect(draft.change().rewriteBody?.(new TextEncoder().encode("a".repeat(100_000)))).toBeUndefined();
});
