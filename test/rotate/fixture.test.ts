/** Every credential of the demo company can be rotated, in its own files and as a dump writes them: lint finds no new error, and afterwards only that credential is another one. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { checkSources } from "../../src/check/check-sources.ts";
import { isSecretReference } from "../../src/model/auth.ts";
import { toDocument } from "../../src/plan/dump.ts";
import type { Declared } from "../../src/rotate/contract.ts";
import { authOf, declaredConsumers } from "../../src/rotate/locate.ts";
import { newErrors } from "../../src/rotate/new-errors.ts";
import { retireDue } from "../../src/rotate/retire.ts";
import type { SourceText } from "../../src/source/document.ts";
import { repository } from "../docs/markdown.ts";
import { sha1Hex } from "../plan/configs.ts";
import { rotate } from "./files.ts";

const { env: environment } = JSON.parse(readFileSync(path.join(repository, "fixtures/demo/secrets.json"), "utf8")) as {
  env: Record<string, string>;
};
const folder = path.join(repository, "fixtures/harbourline");
const own = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:ya?ml|json)$/.test(file) && !/rollcall\.config|\.test\./.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));
const { config } = checkSources(own, { environment, sha1Hex });
const document = config ? toDocument(config, sha1Hex) : {};

const forms: [name: string, sources: readonly SourceText[]][] = [
  ["its own files", own],
  ["a dump", [{ file: "dump.yaml", text: stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }) }]],
  ["JSON", [{ file: "dump.json", text: JSON.stringify(document, null, 2) }]],
];

describe.each(forms)("%s", (_name, sources) => {
  const declared: Declared = { sources, environment, sha1Hex };
  const consumers = declaredConsumers(declared);
  const { diagnostics } = checkSources(sources, { environment, sha1Hex });
  const credentials = consumers.flatMap((consumer) => consumer.credentials.map((current) => ({ consumer, current })));

  test("there are credentials of every kind", () => {
    const kinds = new Set(credentials.map(({ current }) => authOf(current.value)?.plugin));
    expect([...kinds].sort()).toEqual(["basic-auth", "hmac-auth", "jwt-auth", "key-auth"]);
  });

  // One of each kind, and one in twenty: each is checked with all files.
  const seen = new Set<unknown>();
  const chosen = credentials.filter(({ current }, index) => {
    const auth = authOf(current.value);
    const kind = `${auth?.plugin} ${auth?.config["algorithm"]}`;
    const isNew = !seen.has(kind);
    seen.add(kind);
    return isNew || index % 20 === 0;
  });

  test.each(chosen.map((found) => [`${found.consumer.username} ${found.current.name}`, found] as const))(
    "%s",
    (_credential, { consumer, current }) => {
      const { config: settings = {} } = authOf(current.value) ?? {};
      const isAsymmetric = typeof settings["public_key"] === "string";
      const isElsewhere = Object.values(settings).some(
        (value) => typeof value === "string" && isSecretReference(value),
      );
      const options = {
        consumer,
        ...(isElsewhere && { secret: "$env://NEXT_SECRET" }),
        ...(isAsymmetric && { publicKey: String(settings["public_key"]) }),
      };
      const result = rotate(declared, current.name, options);
      if ("refused" in result) throw new Error(result.refused);
      const variables = Object.fromEntries(
        Object.entries(result.variables).map(([name, value]) => [
          name,
          value.replace(/^random.*/, "Zt8qW3nB".repeat(8)),
        ]),
      );
      const changed = sources.map((source) =>
        source.file === current.source.file ? { ...source, text: result.text } : source,
      );
      const checkOptions = { environment: { ...environment, ...variables }, sha1Hex };
      expect(newErrors(diagnostics, changed, checkOptions)).toEqual([]);

      const retired = retireDue(
        declared,
        { file: current.source.file, text: result.text },
        {
          today: "2026-12-02",
          isChosen: () => true,
          refusalOf: () => undefined,
        },
      );
      expect(retired).toMatchObject({ refused: [], retired: [{ credential: current.name }] });
      const names = (text: string): string[] =>
        declaredConsumers({ ...declared, sources: [{ file: current.source.file, text }] }).flatMap((found) =>
          found.credentials.map(({ username, name }) => `${username} ${name}`),
        );
      const expected = names(current.source.text).filter((name) => name !== `${current.username} ${current.name}`);
      const left = names(retired.text);
      expect(left.filter((name) => expected.includes(name))).toEqual(expected);
      expect(left).toHaveLength(expected.length + 1);
    },
  );
});
