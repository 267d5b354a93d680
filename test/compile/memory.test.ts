/** Where compiling takes its memory, and how it digests, depend on the runtime and on how much there is: the bytes do not. */
import { afterEach, expect, test, vi } from "vitest";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import type { Config } from "../../src/model/config.ts";
import { configuration, type Plain } from "./configuration.ts";

const key = new Uint8Array(32).fill(5);
const options = { crypto: nodeCrypto, key, tool: "rollcall/test" };

/** More values than are digested alone at first; names, labels and secrets that are not ASCII, long, or the same as others. */
function many(consumers: number): Config {
  const plain = Array.from({ length: consumers }, (_, number): Plain => {
    const name = `${number % 7 === 0 ? "größe" : "user"}-${String(number).padStart(6, "0")}`;
    return {
      username: name,
      line: number + 1,
      labels: { team: `t${number % 9}`, ...(number % 5 === 0 && { note: "日本".repeat(number % 90) }) },
      credentials: [
        { id: "main", plugins: { "key-auth": { key: `key-${number}-${"k".repeat(number % 300)}` } } },
        { id: name, plugins: { "basic-auth": { username: name, password: `pässwort-${"p".repeat(number % 200)}` } } },
        ...(number % 3 === 0
          ? [{ id: "h", plugins: { "hmac-auth": { key_id: name, secret_key: `s${number}` } } }]
          : []),
      ],
    };
  });
  return configuration({ consumers: plain });
}

const config = many(8_500);
const usual = compile(config, options);

afterEach(() => vi.unstubAllGlobals());

test.each(["SharedArrayBuffer", "WebAssembly"])("gives the same bytes without %s", (missing) => {
  vi.stubGlobal(missing, undefined);
  expect(Buffer.compare(compile(config, options), usual)).toBe(0);
});

test("gives the same bytes in shared memory, of which there is no more than it takes", () => {
  const shared = compile(config, { ...options, inSharedMemory: true });
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(shared.buffer.byteLength).toBe(shared.length);
  expect(Buffer.compare(shared, usual)).toBe(0);
  expect(usual.buffer).toBeInstanceOf(ArrayBuffer);
});

test("everybody is found by what was digested in either way", () => {
  const artifact = openArtifact(usual, { crypto: nodeCrypto, key });
  const wrong = config.consumers.filter(({ id, credentials }) => {
    const plugins: Record<string, Plain> = Object.assign({}, ...credentials.map(({ value }) => value.plugins));
    const password = String(plugins["basic-auth"]?.["password"]);
    const byKey = artifact.findCredential("key-auth", String(plugins["key-auth"]?.["key"]));
    const byName = artifact.findCredential("basic-auth", id);
    if (byKey < 0 || byName < 0) return true;
    const record = artifact.credential(byName);
    return (
      artifact.consumer(artifact.credential(byKey).consumer).username !== id ||
      !record.passwordEquals(new TextEncoder().encode(password)) ||
      record.passwordEquals(new TextEncoder().encode(`${password}x`))
    );
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
