/** What is read of a gateway to tell the impact of a plan, and what happens where it cannot be read. */
import { expect, test } from "vitest";
import { planImpact, remembering } from "../../src/cli/plan-impact.ts";
import { type Gateway, GatewayError } from "../../src/gateway/contract.ts";
import { type Kind, kinds, type Live } from "../../src/model/config.ts";
import { plan } from "../../src/plan/plan.ts";
import { declared, live, options } from "../plan/configs.ts";

const held = live({
  routes: [{ id: "r", uri: "/r", plugins: { "key-auth": {} }, upstream: { nodes: { "127.0.0.1:1": 1 } } }],
  consumers: [{ username: "a", credentials: [{ name: "k", plugins: { "key-auth": { key: "1" } } }] }],
});
const wanted = declared({ consumers: [{ username: "a" }] });

/** A gateway that gives out these kinds and no others. */
function gatewayOf(readable: (kind: Kind) => boolean): { readonly gateway: Gateway; readonly reads: Kind[][] } {
  const reads: Kind[][] = [];
  const read = async (asked: ReadonlySet<Kind>): Promise<Live> => {
    reads.push([...asked]);
    if (![...asked].every(readable)) throw new GatewayError("refused", 403);
    const parts = kinds.flatMap((kind) => (kind === "credentials" || asked.has(kind) ? [] : [[kind, []]]));
    return { ...held, ...(Object.fromEntries(parts) as object), declared: asked };
  };
  const unused = (): Promise<never> => Promise.reject(new Error("not called"));
  return { reads, gateway: { read, ping: unused, apply: unused, close: unused } };
}

async function impactFor(readable: (kind: Kind) => boolean, impact = true) {
  const { gateway, reads } = gatewayOf(readable);
  const remembered = remembering(gateway);
  const made = plan(wanted, await remembered.read(new Set<Kind>(["consumers"])), options);
  return { reads, impact: await planImpact(remembered, made, { impact }) };
}

test("the kinds that the files do not declare are read once, the others not again", async () => {
  const { reads, impact } = await impactFor(() => true);
  expect(reads).toEqual([["consumers"], kinds.filter((kind) => kind !== "consumers" && kind !== "credentials")]);
  expect(impact?.lost).toMatchObject([{ consumer: "a", reason: "its only credential is removed" }]);
});

test("what cannot be read is not judged, and the plan stands", async () => {
  const { impact } = await impactFor((kind) => kind === "consumers");
  expect(impact?.lost).toEqual([]);
  expect(impact?.notJudged).toEqual([
    "The gateway's consumer_groups, upstreams, services, plugin_configs, routes, global_rules could not be read: what they decide is not judged.",
  ]);
});

test("--no-impact reads nothing more", async () => {
  expect(await impactFor(() => true, false)).toEqual({ reads: [["consumers"]], impact: undefined });
});
