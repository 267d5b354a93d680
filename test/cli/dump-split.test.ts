/** `dump --split` and `--seal`: read back they are the same, a folder keeps what dump did not write, and a sealed file opens only as it was written. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { runInProcess } from "./in-process.ts";
import type { Result } from "./rollcall.ts";

const token = "split-token-1f0e";
const key = "5c".repeat(32);
let double: GatewayDouble;
let folder: string;

beforeAll(async () => {
  double = await startGatewayDouble({ apiKey: token });
});
afterAll(() => double.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-split-"));
  await writeFile(at("api.yaml"), declared);
  expect(await run("sync api.yaml SERVER --allow-empty --max-deletes 100%")).toMatchObject({ code: 0 });
  return () => rm(folder, { recursive: true, force: true });
});

const secrets = ["Rk3vX9bQ2mT7pL5wZ8cN4dF6", "Hj6sW1nB8yG4rC7xV2kP9zM3", "Zt8qW3nB6yG1rC4xV7kP2zM5"];
const [first, second, third] = secrets;
const declared = `consumers:
  - username: acme
    credentials: [{ name: main, plugins: { key-auth: { key: ${first} } } }]
  - username: Acme
    credentials: [{ name: main, plugins: { basic-auth: { username: a, password: ${second} } } }]
  - username: con
    labels: { team: x }
    credentials: [{ name: main, plugins: { key-auth: { key: ${third} } } }]
routes:
  - { id: all, uri: /*, plugins: { multi-auth: { auth_plugins: [{ key-auth: {} }, { basic-auth: {} }] } }, upstream: { nodes: { "127.0.0.1:1": 1 } } }
`;

const at = (name: string): string => path.join(folder, name);
const run = (line: string, environment: Readonly<Record<string, string>> = { ROLLCALL_KEY: key }): Promise<Result> =>
  runInProcess(folder, line.replace("SERVER", `--server ${double.url}`).split(" "), {
    ROLLCALL_TOKEN: token,
    ...environment,
  });
const filesIn = async (name: string): Promise<string[]> => {
  const entries = await readdir(at(name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(at(name), path.join(entry.parentPath, entry.name)))
    .map((file) => file.replace(/~[0-9a-f]{12}\./, "~."))
    .sort();
};

describe("--split", () => {
  test("one file a consumer; lint finds nothing, diff no difference, and a second dump writes the same", async () => {
    expect(await run("dump SERVER --split out")).toEqual({
      code: 0,
      stdout: "",
      stderr: "wrote out.env (3 secrets; use it with --vars-file)\nwrote 4 files into out\n",
    });
    expect(await filesIn("out")).toEqual([
      ".rollcall-dump.json",
      "consumers/Acme~.yaml",
      "consumers/acme.yaml",
      "consumers/con~.yaml",
      "routes.yaml",
    ]);
    expect(await run("lint out --vars-file out.env")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^no prob/),
    });
    expect(await run("diff out SERVER --vars-file out.env --exit-code")).toMatchObject({ code: 0 });
    const texts = async (name: string): Promise<string[]> =>
      Promise.all(
        (await readdir(at(`${name}/consumers`))).map((file) => readFile(at(`${name}/consumers/${file}`), "utf8")),
      );
    expect((await texts("out")).filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
    expect(await run("dump SERVER --split again/")).toMatchObject({ code: 0 });
    expect(await texts("again")).toEqual(await texts("out"));
    expect(await readFile(at("again.env"), "utf8")).toBe(await readFile(at("out.env"), "utf8"));
    expect((await stat(at("out.env"))).mode & 0o777).toBe(0o600);
  });

  test("--force replaces what dump wrote, and takes away what is gone; what others wrote stays", async () => {
    expect(await run("dump SERVER --split out")).toMatchObject({ code: 0 });
    expect(await run("dump SERVER --split out")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is not empty"),
    });
    await writeFile(at("out/consumers/notes.txt"), "mine");
    const [con = ""] = (await readdir(at("out/consumers"))).filter((file) => file.startsWith("con~"));
    const [upper = ""] = (await readdir(at("out/consumers"))).filter((file) => file.startsWith("Acme~"));
    await writeFile(at(`out/consumers/${upper}`), "# changed by hand\n");
    await writeFile(at("api.yaml"), declared.replace(/ {2}- username: Acme[\s\S]*?(?=routes)/, ""));
    expect(await run("sync api.yaml SERVER --max-deletes 100%")).toMatchObject({ code: 0 });
    expect(await run("dump SERVER --split out --force")).toEqual({
      code: 0,
      stdout: "",
      stderr: `wrote out.env (1 secret; use it with --vars-file)
warning: out/consumers/${upper} stays: this dump does not have it, but it has been changed since dump wrote it
removed out/consumers/${con}, which this dump does not have
wrote 2 files into out
`,
    });
    expect(await filesIn("out")).toEqual([
      ".rollcall-dump.json",
      "consumers/Acme~.yaml",
      "consumers/acme.yaml",
      "consumers/notes.txt",
      "routes.yaml",
    ]);
  });

  test.each([
    ["a file of somebody else's", async () => writeFile(at("out/routes.yaml"), "mine"), "was not written by dump"],
    ["a link to another folder", async () => symlink(folder, at("out/consumers")), "is no folder"],
    [
      "a list that names files elsewhere",
      async () => {
        await writeFile(at("victim.yaml"), "mine");
        const files = { "../victim.yaml": "0", "routes.yaml/../../victim.yaml": "0" };
        await writeFile(at("out/.rollcall-dump.json"), JSON.stringify({ version: 1, files }));
        await writeFile(at("out/routes.yaml"), "mine");
      },
      "was not written by dump",
    ],
  ])("%s stays as it is", async (_name, prepare, reason) => {
    await mkdir(at("out"));
    await prepare();
    const before = await filesIn(".");
    const result = await run("dump SERVER --split out --force --reveal");
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining(reason) });
    expect(await filesIn(".")).toEqual(before);
  });

  test.each([
    ["--split out --out a.yaml", "give one of them"],
    ["--force", "--force is for the folder of --split"],
    ["--seal", "--seal needs an env file"],
    ["--split out --reveal --seal", "--seal has nothing to seal"],
    ["--split api.yaml", "cannot be used as a folder"],
  ])("dump %s", async (options, reason) => {
    expect(await run(`dump SERVER ${options}`)).toMatchObject({ code: 2, stderr: expect.stringContaining(reason) });
  });
});

describe("--seal", () => {
  const sealed = async (): Promise<Buffer> => readFile(at("out.yaml.env"));

  beforeEach(async () => {
    expect(await run("dump SERVER --out out.yaml --seal")).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^wrote out\.yaml\.env \(3 secrets; sealed; /) as string,
    });
  });

  test("it gives nothing away, and is read back with the key", async () => {
    for (const secret of [...secrets, "ACME"]) expect((await sealed()).toString("latin1")).not.toContain(secret);
    expect(await run("lint out.yaml --vars-file out.yaml.env")).toMatchObject({ code: 0 });
    expect(await run("diff out.yaml SERVER --vars-file out.yaml.env --exit-code")).toMatchObject({ code: 0 });
  });

  test("rotate adds to it", async () => {
    const rotated = await run("rotate acme main -i out.yaml --vars-file out.yaml.env");
    expect(rotated).toMatchObject({ code: 0, stderr: expect.stringContaining("ACME_MAIN_2_KEY") });
    expect((await sealed()).toString("latin1")).not.toContain("ACME");
    expect(await run("lint out.yaml --vars-file out.yaml.env")).toMatchObject({ code: 0 });
    expect(await run("lint out.yaml --vars-file out.yaml.env", {})).toMatchObject({ code: 2 });
  });

  test.each([
    ["no key", {}, (bytes: Buffer) => bytes, "out.yaml.env: an env file that is sealed needs the key"],
    ["another key", { ROLLCALL_KEY: "7d".repeat(32) }, (bytes: Buffer) => bytes, "was sealed under another key"],
    ["cut short", undefined, (bytes: Buffer) => bytes.subarray(0, -1), "is damaged: it was changed or cut short"],
    ["cut at its head", undefined, (bytes: Buffer) => bytes.subarray(0, 20), "is cut short"],
    ["a bit is changed", undefined, (bytes: Buffer) => flipped(bytes, bytes.length - 20), "is damaged"],
    ["of another version", undefined, (bytes: Buffer) => flipped(bytes, 15), "has version"],
  ] as const)("%s", async (_name, environment, change, reason) => {
    await writeFile(at("out.yaml.env"), change(await sealed()));
    const result = await run("lint out.yaml --vars-file out.yaml.env", environment);
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining(reason) });
  });

  test("without a key nothing is sealed, and nothing is written", async () => {
    const result = await run("dump SERVER --out other.yaml --seal", {});
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining("needs the key") });
    expect(await filesIn(".")).toEqual(["api.yaml", "out.yaml", "out.yaml.env"]);
  });

  test("what it holds is an env file", async () => {
    expect(await run("dump SERVER --out plain.yaml")).toMatchObject({ code: 0 });
    const values = Object.values(parseEnv(await readFile(at("plain.yaml.env"), "utf8")));
    expect([...values].sort()).toEqual([...secrets].sort());
  });
});

function flipped(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ 1;
  return copy;
}
