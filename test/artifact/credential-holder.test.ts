import { expect, test } from "vitest";
import type { Artifact } from "../../src/artifact/contract.ts";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { configuration, type PlainConfig } from "../compile/configuration.ts";
import { acme, options } from "./acme.ts";

const named = (username: string, labels: Record<string, string>, more: object = {}) => ({
  username,
  labels,
  credentials: [{ name: "main", plugins: { "key-auth": { key: username } } }],
  ...more,
});
const labelled: PlainConfig = {
  consumers: [
    named("without", {}),
    named("other", { tier: "custom_id" }),
    named("first", { custom_id: "Ü-1", tier: "gold" }),
    named("second", { area: "north", custom_id: "2" }),
    // Longer than what is put together without the decoder, and of each number of characters up to that.
    ...Array.from({ length: 50 }, (_, length) => named(`u${"x".repeat(length)}`, {})),
    named("müller", {}, { plugins: { "ip-restriction": { whitelist: ["192.0.2.1"] } } }),
  ],
};

test.each([
  ["acme", acme],
  ["labels", labelled],
] as const)("the holder of each credential of %s is told as by the records", (_, plain) => {
  const artifact: Artifact = openArtifact(compile(configuration(plain), options), options);
  const credentials = Array.from({ length: artifact.credentialCount }, (_each, credential) => credential);
  const holders = credentials.map((credential) => artifact.holder(credential));
  expect(holders).toEqual(
    credentials.map((credential) => {
      const { consumer, id } = artifact.credential(credential);
      const { username, customId, plugins, isGroupMissing } = artifact.consumer(consumer);
      return { consumer, username, customId, credentialId: id, isPlain: plugins.length === 0 && !isGroupMissing };
    }),
  );
  // Neither is the answer for all.
  expect(new Set(holders.map(({ isPlain }) => isPlain)).size).toBe(2);
  expect(new Set(holders.map(({ customId }) => customId)).size).toBeGreaterThan(1);
});

test.each([-1, 1, 0.5, 2 ** 32])("no credential has the number %d", (number) => {
  const one = openArtifact(compile(configuration({ consumers: [named("one", {})] }), options), options);
  expect(() => one.holder(number)).toThrow(RangeError);
});
