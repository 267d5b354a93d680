/** Any state to any other in one run, without a refusal by a server that checks lookup keys and references. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apisixGateway } from "../../src/gateway/apisix.ts";
import { applyPlan } from "../../src/gateway/apply-plan.ts";
import type { Gateway } from "../../src/gateway/contract.ts";
import { kinds } from "../../src/model/config.ts";
import { plan } from "../../src/plan/plan.ts";
import { type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { declared, options, type Sections } from "../plan/configs.ts";

let double: GatewayDouble;
let gateway: Gateway;

beforeAll(async () => {
  double = await startGatewayDouble();
  gateway = apisixGateway({ server: double.url, token: "test-admin-key" });
});

afterAll(async () => {
  await gateway.close();
  await double.close();
});

/** Six keys go to any of nine credentials of three consumers; keys stay unique, consumers may lack. */
const consumers = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom("ax", "ay", "az", "bx", "by", "bz", "cx", "cy", "cz"), { maxLength: 6 }),
    fc.subarray(["a", "b", "c"]),
    fc.shuffledSubarray(["k1", "k2", "k3", "k4", "k5", "k6"], { minLength: 6 }),
  )
  .map(([slots, present, keys]) =>
    present.map((username) => ({
      username,
      credentials: slots.flatMap((slot, index) =>
        slot.startsWith(username) ? [{ name: slot, plugins: { "key-auth": { key: keys[index] } } }] : [],
      ),
    })),
  );

const routing = fc
  .tuple(fc.subarray(["u1", "u2"]), fc.subarray(["s1", "s2"]), fc.subarray(["r1", "r2", "r3"]), fc.nat(5))
  .map(([upstreams, services, routes, pick]) => ({
    upstreams: upstreams.map((id) => ({ id, nodes: { "a:80": 1 + pick } })),
    services: services.map((id, index) => {
      const upstream = upstreams[(index + pick) % 2];
      return upstream === undefined ? { id } : { id, upstream_id: upstream };
    }),
    routes: routes.map((id, index) => {
      const service = services[(index + pick) % 2];
      return service === undefined ? { id, uri: "/" } : { id, uri: "/", service_id: service };
    }),
  }));

const states = fc.tuple(consumers, routing).map(([list, rest]): Sections => ({ ...rest, consumers: list }));

test("each of many states follows from the one before", async () => {
  const planFor = async (sections: Sections) => plan(declared(sections), await gateway.read(new Set(kinds)), options);
  await fc.assert(
    fc.asyncProperty(states, async (sections) => {
      const report = await applyPlan(gateway, await planFor(sections), { concurrency: 4 });
      expect([report.failed.map(({ message }) => message), report.notTried]).toEqual([[], []]);
      expect((await planFor(sections)).changes).toEqual([]);
    }),
    { numRuns: 150, seed: 20261124, endOnFailure: true },
  );
});
