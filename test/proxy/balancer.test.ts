/** Which node takes a request. */
import { expect, test } from "vitest";
import type { CompiledNode } from "../../src/artifact/contract.ts";
import { createBalancer, type NodeState } from "../../src/proxy/balancer.ts";
import { node, upstreamTo } from "./harness.ts";

interface Named extends NodeState {
  readonly port: number;
}

function balancerOf(nodes: readonly CompiledNode[], type: string) {
  const states = nodes.map((each): Named => ({ port: each.port, active: 0, downUntil: 0 }));
  const balancer = createBalancer(upstreamTo(nodes, { type }), (each) => {
    const state = states.find((one) => one.port === each.port);
    if (state === undefined) throw new Error("unknown node");
    return state;
  });
  const pick = (key = "", tried: ReadonlySet<Named> = new Set()): number | undefined =>
    balancer.pick(0, tried, key)?.node.port;
  return { states, pick };
}

test("round robin is smooth: 5:1:1 serves as nginx does", () => {
  const { pick } = balancerOf([node(1, { weight: 5 }), node(2), node(3)], "roundrobin");
  expect(Array.from({ length: 7 }, () => pick())).toEqual([1, 1, 2, 1, 3, 1, 1]);
});

test("nodes that are down or of lower priority serve when nobody else can", () => {
  const { states, pick } = balancerOf([node(1, { priority: 1 }), node(2), node(3, { weight: 0 })], "roundrobin");
  expect(pick()).toBe(1);
  for (const state of states) if (state.port === 1) state.downUntil = 1;
  expect(pick()).toBe(2);
  for (const state of states) state.downUntil = 1;
  expect(pick()).toBe(1);
  expect(pick("", new Set(states.slice(0, 1)))).toBe(2);
  expect(pick("", new Set(states))).toBeUndefined();
});

test.each(["least_conn", "ewma"])("%s: the fewest requests per weight", (type) => {
  const { states, pick } = balancerOf([node(1, { weight: 2 }), node(2)], type);
  for (const state of states) state.active = state.port === 1 ? 3 : 2;
  expect(pick()).toBe(1);
  for (const state of states) state.active = state.port === 1 ? 5 : 2;
  expect(pick()).toBe(2);
});

test("chash: the same key stays, and only the keys of a node that leaves move", () => {
  const nodes = [node(1), node(2), node(3)];
  const { states, pick } = balancerOf(nodes, "chash");
  const keys = Array.from({ length: 3000 }, (_each, index) => `key-${index}`);
  const before = keys.map((key) => pick(key));
  expect(keys.map((key) => pick(key))).toEqual(before);
  for (const { port } of nodes) {
    const share = before.filter((each) => each === port).length;
    expect(share).toBeGreaterThan(850);
    expect(share).toBeLessThan(1150);
  }
  for (const state of states) if (state.port === 2) state.downUntil = 1;
  keys.forEach((key, index) => {
    if (before[index] !== 2) expect(pick(key)).toBe(before[index]);
    else expect(pick(key)).not.toBe(2);
  });
});
