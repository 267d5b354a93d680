/** Every part of a resource that was written in ADC's shape must still tell where it was written. */
import { describe, expect, test } from "vitest";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import type { Part, Path } from "../../src/model/place.ts";
import { parse } from "../../src/source/parse.ts";
import { readShapes } from "../../src/source/shapes/index.ts";

const read = (text: string) => ({ text, raw: readShapes(parse({ file: "a.yaml", text }, {}).documents, sha1Hex) });

const adc = read(`consumers:
  - username: jack
    description: a caller
    credentials:
      - name: main
        description: its key
        type: key-auth
        config: { key: s3cret }
      - { name: bare, type: jwt-auth }
services:
  - name: my service
    description: things
    upstream: { nodes: [{ host: h, port: 1, weight: 1 }] }
    routes:
      - name: r
        description: inner
        uris: [/a]
consumer_groups:
  - name: gold
    consumers:
      - username: jill
        labels: { a: b }
global_rules:
  cors: { max_age: 5 }
`);
const serviceId = sha1Hex("my service");

describe("ADC's shape", () => {
  test("in its native form", () => {
    expect(adc.raw.diagnostics).toEqual([]);
    expect(adc.raw.resources.map(({ kind, value }) => [kind, value])).toEqual([
      [
        "consumers",
        {
          username: "jack",
          desc: "a caller",
          credentials: [
            { name: "main", desc: "its key", plugins: { "key-auth": { key: "s3cret" } } },
            { name: "bare", plugins: { "jwt-auth": {} } },
          ],
        },
      ],
      ["routes", { name: "r", desc: "inner", uris: ["/a"], service_id: serviceId }],
      [
        "services",
        { id: serviceId, name: "my service", desc: "things", upstream: { nodes: [{ host: "h", port: 1, weight: 1 }] } },
      ],
      ["consumers", { username: "jill", labels: { a: "b" }, group_id: "gold" }],
      ["consumer_groups", { id: "gold", name: "gold" }],
      ["global_rules", { id: "cors", plugins: { cors: { max_age: 5 } } }],
    ]);
  });

  test.each<[resource: number, path: Path, part: Part, written: string]>([
    [0, ["desc"], "value", "a caller"],
    [0, ["desc"], "key", "description"],
    [0, ["credentials", 0, "desc"], "value", "its key"],
    [0, ["credentials", 0, "plugins"], "value", "key-auth"],
    [0, ["credentials", 0, "plugins", "key-auth"], "key", "key-auth"],
    [0, ["credentials", 0, "plugins", "key-auth"], "value", "{ key: s3cret }"],
    [0, ["credentials", 0, "plugins", "key-auth", "key"], "value", "s3cret"],
    [0, ["credentials", 0, "plugins", "key-auth", "key"], "key", "key"],
    [0, ["credentials", 1, "plugins", "jwt-auth"], "value", "jwt-auth"],
    [0, ["credentials", 1, "plugins", "jwt-auth", "secret"], "value", "jwt-auth"],
    [1, ["desc"], "value", "inner"],
    [1, ["uris", 0], "value", "/a"],
    [2, ["id"], "value", "my service"],
    [2, ["upstream", "nodes", 0, "port"], "key", "port"],
    [3, ["labels", "a"], "value", "b"],
    [4, ["id"], "value", "gold"],
    [5, ["id"], "value", "cors"],
    [5, ["plugins"], "value", "cors: { max_age: 5 }\n"],
    [5, ["plugins", "cors"], "key", "cors"],
    [5, ["plugins", "cors", "max_age"], "value", "5"],
  ])("resource %i %j %s", (resource, path, part, written) => {
    const span = adc.raw.resources[resource]?.place.span(path, part);
    expect(adc.text.slice(span?.start.offset, span?.end.offset)).toBe(written);
  });
});

describe("sections", () => {
  test.each<[name: string, text: string, expected: readonly string[], declared: readonly string[]]>([
    ["empty lists declare their kinds", "consumers: []\nroutes: []", [], ["consumers", "credentials", "routes"]],
    ["a list", "- a", ["document/shape 1:1 a map with sections such as `consumers:` should stand here"], []],
    ["a text", "a", ["document/shape 1:1 a map with sections such as `consumers:` should stand here"], []],
    ["a section of another type", "consumers: {}", ["document/shape 1:12 `consumers` must be a list"], []],
    ["a section without a value", "consumers:", ["document/shape 1:11 `consumers` must be a list"], []],
    ["a misspelt section", "consumer: []", ["document/unknown-section 1:1 unknown section `consumer`"], []],
    [
      "names of Object.prototype",
      "__proto__: []\nconstructor: []",
      [
        "document/unknown-section 1:1 unknown section `__proto__`",
        "document/unknown-section 2:1 unknown section `constructor`",
      ],
      [],
    ],
    [
      "what rollcall does not manage",
      "ssls: []",
      ["document/unmanaged-section 1:1 `ssls` is not managed by rollcall and is left out"],
      [],
    ],
    [
      "Kong",
      '_format_version: "3.0"\nconsumers: []',
      ["document/shape 1:18 this is a Kong declarative file, which rollcall does not lint"],
      [],
    ],
  ])("%s", (_, text, expected, declared) => {
    const { raw } = read(text);
    expect(
      raw.diagnostics.map(({ rule, span, message }) => `${rule} ${span?.start.line}:${span?.start.column} ${message}`),
    ).toEqual(expected);
    expect([...raw.declared].sort()).toEqual(declared);
  });
});
