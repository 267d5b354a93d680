/** The result of a Kong file lets in nobody who was kept out before: whatever plugins stand where, a route that asked for something asks for it still, or is switched off. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { convert } from "../../src/convert/convert.ts";
import { publicKeyPem } from "../../src/crypto/jwk-pem.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";

/** Plugins that keep callers out, and what must stand in their place; without one the route must be off. */
const guards: Readonly<Record<string, string | undefined>> = {
  "key-auth": "key-auth",
  "basic-auth": "basic-auth",
  jwt: "jwt-auth",
  acl: "acl",
  oauth2: undefined,
  "my-own-auth": undefined,
};

const configs: Readonly<Record<string, object>> = { acl: { allow: ["a"] } };

const plugin = fc.record(
  {
    name: fc.constantFrom(...Object.keys(guards), "cors", "http-log", "request-transformer"),
    enabled: fc.constantFrom(true, true, true, false),
    anonymous: fc.constantFrom(undefined, undefined, "nobody"),
    consumer: fc.constantFrom(undefined, undefined, undefined, "nobody"),
    // Settings that cannot be turned.
    isOdd: fc.constantFrom(false, false, false, true),
  },
  { requiredKeys: ["name", "enabled", "anonymous", "consumer", "isOdd"] },
);
const plugins = fc.uniqueArray(plugin, { maxLength: 3, selector: ({ name }) => name });

type Plugin = typeof plugin extends fc.Arbitrary<infer T> ? T : never;

const file = fc.record({
  all: plugins,
  services: fc.array(fc.record({ plugins, routes: fc.array(plugins, { maxLength: 3 }) }), { maxLength: 3 }),
});

test("whatever plugins stand where", () => {
  fc.assert(
    fc.property(file, ({ all, services }) => {
      const kong = {
        _format_version: "3.0",
        plugins: all.map(written),
        consumers: [{ username: "nobody" }],
        services: services.map((service, at) => ({
          name: `s${at}`,
          host: "s.internal",
          plugins: service.plugins.map(written),
          routes: service.routes.map((own, index) => ({
            name: `s${at}r${index}`,
            paths: [`/s${at}/${index}`],
            plugins: own.map(written),
          })),
        })),
      };
      const source = { file: "kong.json", text: JSON.stringify(kong) };
      const { config, diagnostics } = convert([{ source, format: "kong" }], { sha1Hex, publicKeyPem, environment: {} });
      expect(diagnostics).toEqual([]);
      for (const [at, service] of services.entries()) {
        for (const [index, own] of service.routes.entries()) {
          const route = config.routes.find(({ id }) => id === `s${at}r${index}`)?.value;
          const rules = config.global_rules.flatMap(({ value }) => Object.entries(value.plugins ?? {}));
          const inService = config.services.find(({ id }) => id === `s${at}`)?.value.plugins;
          const present = { ...Object.fromEntries(rules), ...inService, ...route?.plugins };
          for (const needed of guardsOf(all, service.plugins, own)) {
            const native = guards[needed];
            const isAsked =
              native !== undefined && (native in present || (native.endsWith("-auth") && "multi-auth" in present));
            expect([needed, isAsked || route?.status === 0]).toEqual([needed, true]);
          }
        }
      }
    }),
    { numRuns: 500, seed: 20261124 },
  );
});

function written({ name, enabled, anonymous, consumer, isOdd }: Plugin): object {
  const config = { ...configs[name], ...(anonymous && { anonymous }), ...(isOdd && name === "acl" && { allow: [] }) };
  return { name, enabled, ...(consumer && { consumer }), config };
}

/** Names of the guards that hold for every caller. */
function guardsOf(...levels: readonly (readonly Plugin[])[]): ReadonlySet<string> {
  const names = levels.flat().filter(({ name, enabled, consumer }) => enabled && !consumer && name in guards);
  return new Set(names.map(({ name }) => name));
}
