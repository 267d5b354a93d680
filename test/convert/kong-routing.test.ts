/** A request goes to the same route as in Kong: the converted routes in the engine against Kong's documented order, for any routes of these. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { convert } from "../../src/convert/convert.ts";
import { publicKeyPem } from "../../src/crypto/jwk-pem.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { createCounters } from "../../src/engine/counters.ts";
import { createEngine } from "../../src/engine/decide.ts";

const paths = ["/", "/a", "/ab", "/a/b", "~/a/[0-9]+", "~/ab?"] as const;
const hosts = ["x.example", "y.example"] as const;

const route = fc
  .record({
    paths: fc.constantFrom(undefined, ...paths),
    hosts: fc.constantFrom(undefined, ...hosts),
    methods: fc.constantFrom(undefined, "GET", "POST"),
    header: fc.constantFrom(undefined, undefined, "1"),
  })
  .filter((one) => Object.values(one).some((value) => value !== undefined));
type Route = typeof route extends fc.Arbitrary<infer T> ? T : never;

const requests = ["GET", "POST"].flatMap((method) =>
  ["x.example", "y.example", "z.example"].flatMap((host) =>
    ["/", "/a", "/abc", "/a/b/c", "/a/7", "/other"].flatMap((path) =>
      [undefined, "1"].map((header) => ({ method, host, path, header })),
    ),
  ),
);
type Request = (typeof requests)[number];

test("any routes", () => {
  fc.assert(
    fc.property(fc.array(route, { minLength: 2, maxLength: 5 }), (routes) => {
      const kong = {
        _format_version: "3.0",
        services: [{ name: "s", host: "s.internal", routes: routes.map(written) }],
      };
      const source = { file: "kong.json", text: JSON.stringify(kong) };
      const { config } = convert([{ source, format: "kong" }], { sha1Hex, publicKeyPem, environment: {} });
      const key = new Uint8Array(32);
      const artifact = openArtifact(compile(config, { crypto: nodeCrypto, key, tool: "test" }), {
        crypto: nodeCrypto,
        key,
      });
      const engine = createEngine(artifact, { crypto: nodeCrypto, now: () => 0, counters: createCounters() });
      for (const request of requests) {
        const wanted = routesInKong(routes, request);
        // Of equal ones Kong takes the one that was created first, which a file does not tell.
        if (wanted.length > 1) continue;
        const headers = [["Host", request.host], ...(request.header ? [["X-V", request.header]] : [])] as [
          string,
          string,
        ][];
        const decision = engine.decide({
          method: request.method,
          target: request.path,
          headers,
          remoteAddress: "192.0.2.1",
          scheme: "http",
        });
        const id = "kind" in decision && decision.kind === "forward" ? decision.route.id : undefined;
        const shown = JSON.stringify([request, routes]);
        expect([shown, id?.replace("-with-host", "")]).toEqual([
          shown,
          wanted[0] === undefined ? undefined : `r${wanted[0]}`,
        ]);
      }
    }),
    { numRuns: 400, seed: 20261124 },
  );
});

function written({ paths: path, hosts: host, methods: method, header }: Route, index: number): object {
  return {
    name: `r${index}`,
    strip_path: false,
    ...(path && { paths: [path] }),
    ...(host && { hosts: [host] }),
    ...(method && { methods: [method] }),
    ...(header && { headers: { "x-v": [header] } }),
  };
}

/** The routes that come first: by the number of things that they match by, regular expressions, the length of the path. */
function routesInKong(routes: readonly Route[], request: Request): readonly number[] {
  const matching = routes.map((one, index) => ({ one, index })).filter(({ one }) => matches(one, request));
  const ranks = matching.map(({ one, index }) => ({ index, rank: rankOf(one) }));
  const best = ranks.reduce<readonly number[]>((top, { rank }) => (compare(rank, top) > 0 ? rank : top), [-1, 0, 0]);
  return ranks.filter(({ rank }) => compare(rank, best) === 0).map(({ index }) => index);
}

function rankOf({ paths: path, ...others }: Route): readonly number[] {
  const count = [path, ...Object.values(others)].filter((value) => value !== undefined).length;
  return [count, path?.startsWith("~") ? 1 : 0, path?.startsWith("~") ? 0 : (path?.length ?? 0)];
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

function matches(one: Route, { method, host, path, header }: Request): boolean {
  const isPath =
    one.paths === undefined ||
    (one.paths.startsWith("~") ? new RegExp(`^${one.paths.slice(1)}`).test(path) : path.startsWith(one.paths));
  const isHost = one.hosts === undefined || one.hosts === host;
  const isMethod = one.methods === undefined || one.methods === method;
  return isPath && isHost && isMethod && (one.header === undefined || one.header === header);
}
