/** `rollcall rotate` from the files to the requests: a rotation through a real gateway, and what it writes, refuses and survives. */
import { copyFile, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInProcess } from "./in-process.ts";
import { openWorkspace, type Result, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const at = (name: string): string => path.join(workspace.folder, name);
const read = (name: string): Promise<string> => readFile(at(name), "utf8");
const rollcall = (line: string, environment?: Readonly<Record<string, string>>): Promise<Result> =>
  workspace.run(line.split(" "), environment);
const inProcess = (line: string, environment?: Readonly<Record<string, string>>): Promise<Result> =>
  runInProcess(workspace.folder, line.split(" "), environment);
const variablesOf = async (name: string): Promise<NodeJS.Dict<string>> => parseEnv(await read(name));

const oldKey = "Rk3vX9bQ2mT7pL5wZ8cN4dF6";

/** A folder with the files of one caller. */
async function project(name: string, yaml: string, env = `ACME_KEY=${oldKey}\n`): Promise<void> {
  await mkdir(at(name));
  await writeFile(at(`${name}/api.yaml`), yaml);
  await writeFile(at(`${name}/api.env`), env);
}

const acme = `consumers:
  - username: acme
    credentials:
      - name: main # the first
        plugins:
          key-auth:
            key: \${ACME_KEY}
`;

test("a rotation: both keys work, then only the new one, and at no time neither", { timeout: 60_000 }, async () => {
  const upstream = createServer((_, response) => response.end("hello")).listen(0, "127.0.0.1");
  await new Promise((resolve) => upstream.once("listening", resolve));
  const { port } = upstream.address() as AddressInfo;
  const route = `routes:
  - id: all
    uri: /*
    plugins: { key-auth: {} }
    upstream: { nodes: { "127.0.0.1:${port}": 1 } }
`;
  await project("real", acme + route);
  const gateway = await workspace.serve(["--admin", "127.0.0.1:0", "--state", "real.state"], {
    ROLLCALL_ADMIN_KEY: token,
  });
  const files = "real/api.yaml --vars-file real/api.env";
  const rotate = (rest: string): Promise<Result> => rollcall(`rotate -i ${files} --server ${gateway.admin} ${rest}`);
  const sync = (): Promise<Result> => rollcall(`sync ${files} --server ${gateway.admin}`);
  const statusWith = async (apikey: string): Promise<number> => {
    const response = await fetch(`${gateway.url}/`, { headers: { apikey } });
    await response.text();
    return response.status;
  };
  try {
    expect(await sync()).toMatchObject({ code: 0 });
    expect(await statusWith(oldKey)).toBe(200);

    let newKey = "";
    let isOver = false;
    const outages: (readonly number[])[] = [];
    const watch = (async () => {
      while (!isOver) {
        const statuses = [await statusWith(newKey || oldKey), await statusWith(oldKey)];
        if (!statuses.includes(200)) outages.push(statuses);
      }
    })();

    const begun = await rotate("acme main --today 2026-11-24");
    expect(begun).toMatchObject({ code: 0, stdout: "" });
    newKey = (await variablesOf("real/api.env"))["ACME_MAIN_2_KEY"] ?? "";
    expect(newKey).toMatch(/^[\w-]{43}$/);
    for (const secret of [oldKey, newKey]) expect(begun.stderr).not.toContain(secret);
    // The caller has it already, the gateway not yet: the old one stays.
    const early = await rotate("acme main --today 2026-12-02");
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('does not hold its successor "main-2"') });
    expect(await read("real/api.yaml")).toContain("ACME_KEY");

    expect(await sync()).toMatchObject({ code: 0 });
    expect([await statusWith(oldKey), await statusWith(newKey)]).toEqual([200, 200]);
    expect(await rotate("acme main --today 2026-12-01")).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("is kept until 2026-12-01"),
    });
    expect(await rotate("acme main --today 2026-12-02")).toMatchObject({ code: 0 });
    expect([await statusWith(oldKey), await statusWith(newKey)]).toEqual([200, 200]);
    expect(await sync()).toMatchObject({ code: 0 });
    expect([await statusWith(oldKey), await statusWith(newKey)]).toEqual([401, 200]);
    isOver = true;
    await watch;
    expect(outages).toEqual([]);
    expect(await rollcall(`lint ${files}`)).toMatchObject({ code: 0, stdout: "no problems, 1 file checked\n" });
  } finally {
    upstream.close();
  }
});

describe("files", () => {
  test("a dry run shows no secret and writes nothing; with --exit-code it tells that something would change", async () => {
    await project("dry", acme);
    const result = await inProcess(
      "rotate acme main -i dry --vars-file dry/api.env --overlap 2w --today 2026-11-24 --dry-run --exit-code",
    );
    expect(result).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('+          rollcall-retire-after: "2026-12-08"\n'),
      stderr: "nothing was written. •••••• hides text that may be secret.\ndry/api.env would get ACME_MAIN_2_KEY\n",
    });
    expect(await read("dry/api.yaml")).toBe(acme);
    expect(await read("dry/api.env")).toBe(`ACME_KEY=${oldKey}\n`);
  });

  test("a run that ended between the two files is followed by one that ends well", async () => {
    await project("crash", acme);
    const rotate = "rotate acme main -i crash --vars-file crash/api.env --today 2026-11-24";
    expect(await inProcess(rotate)).toMatchObject({ code: 0 });
    await writeFile(at("crash/api.yaml"), acme);
    const orphan = (await variablesOf("crash/api.env"))["ACME_MAIN_2_KEY"];
    expect(await inProcess(rotate)).toMatchObject({ code: 0 });
    // The value that nothing used is not taken: it may be that of a credential which was withdrawn.
    const variables = await variablesOf("crash/api.env");
    expect(Object.keys(variables)).toEqual(["ACME_KEY", "ACME_MAIN_2_KEY", "ACME_MAIN_2_KEY_2"]);
    expect(variables["ACME_MAIN_2_KEY_2"]).not.toBe(orphan);
    expect(await read("crash/api.yaml")).toContain("key: ${ACME_MAIN_2_KEY_2}\n");
    expect(await inProcess("lint crash --vars-file crash/api.env")).toMatchObject({ code: 0 });
  });

  test("a file that changes meanwhile is left alone, after the env file is written", async () => {
    await project("race", acme);
    const changed = acme.replace("# the first", "# the only one");
    const rotate = "rotate acme main -i race --vars-file race/api.env";
    const result = await runInProcess(workspace.folder, `${rotate} --secret-from -`.split(" "), {}, async () => {
      await writeFile(at("race/api.yaml"), changed);
      return "Zt8qW3nB6yG1rC4xV7kP2zM5";
    });
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "race/api.yaml: has changed meanwhile; it is left as it is. ACME_MAIN_2_KEY in race/api.env is used by nothing yet. Run this again.",
      ),
    });
    expect(await read("race/api.yaml")).toBe(changed);
    expect(Object.keys(await variablesOf("race/api.env"))).toEqual(["ACME_KEY", "ACME_MAIN_2_KEY"]);
    expect(await inProcess(rotate)).toMatchObject({ code: 0 });
    expect(await read("race/api.yaml")).toContain("- name: main # the only one\n        labels:\n");
  });

  test("the env file stays what it was otherwise, is a link if it was one, and is its owner's", async () => {
    await project("link", acme, `# Keys.\nexport ACME_KEY="${oldKey}" # first`);
    await copyFile(at("link/api.env"), at("link/real.env"));
    await symlink("real.env", at("link/secrets.env"));
    const result = await inProcess("rotate acme main -i link/api.yaml --secrets link/secrets.env");
    expect(result).toMatchObject({ code: 0 });
    expect(await read("link/real.env")).toMatch(
      /^# Keys\.\nexport ACME_KEY="Rk3vX9bQ2mT7pL5wZ8cN4dF6" # first\nACME_MAIN_2_KEY='[\w-]{43}'\n$/,
    );
    expect((await stat(at("link/real.env"))).mode & 0o777).toBe(0o600);
  });

  test("secrets of the user's come from a file or standard input, and are not shown", async () => {
    await project("given", acme);
    await writeFile(at("given/next.txt"), "Zt8qW3nB6yG1rC4xV7kP2zM5\n", { mode: 0o600 });
    const result = await inProcess("rotate acme main -i given --vars-file given/api.env --secret-from given/next.txt");
    expect(result.stdout + result.stderr).not.toContain("Zt8qW3nB6yG1rC4xV7kP2zM5");
    expect((await variablesOf("given/api.env"))["ACME_MAIN_2_KEY"]).toBe("Zt8qW3nB6yG1rC4xV7kP2zM5");
  });

  test("--due retires what is due in every file, and tells what it cannot", async () => {
    const marked = (username: string, day: string, successor: string): string => `consumers:
  - username: ${username}
    credentials:
      - name: main
        labels: { rollcall-retire-after: "${day}", rollcall-replaced-by: ${successor} }
        plugins: { key-auth: { key: "${username}-Rk3vX9bQ2mT7pL5wZ8cN4" } }
      - name: main-2
        plugins: { key-auth: { key: "${username}-Hj6sW1nB8yG4rC7xV2kP9" } }
`;
    await mkdir(at("due"));
    await writeFile(at("due/a.yaml"), marked("a", "2026-11-01", "main-2"));
    await writeFile(at("due/b.yaml"), marked("b", "2026-11-02", "main-2"));
    await writeFile(at("due/c.yaml"), marked("c", "2026-11-30", "main-2"));
    await writeFile(at("due/d.yaml"), marked("d", "2026-11-01", "main-3"));
    const before = await Promise.all(["c", "d"].map((name) => read(`due/${name}.yaml`)));
    const due = "rotate --due -i due --today 2026-11-24";
    expect(await inProcess(`${due} --dry-run`)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("+++ due/b.yaml"),
    });
    expect(await inProcess(due)).toEqual({
      code: 1,
      stdout: "",
      stderr: `refused: credential "main" of consumer "d" is not retired: its successor "main-3" is not declared, and nothing would be left to call with. Declare it again, or name another one in the label rollcall-replaced-by.
wrote due/a.yaml: credential "main" of consumer "a" is retired, "main-2" is left
wrote due/b.yaml: credential "main" of consumer "b" is retired, "main-2" is left
next: sync
`,
    });
    expect(await read("due/a.yaml")).not.toContain("name: main\n");
    expect(await Promise.all(["c", "d"].map((name) => read(`due/${name}.yaml`)))).toEqual(before);
  });
});

describe("refused", () => {
  test.each([
    ["no names", "rotate -i FILES", 2, "name a consumer and one of its credentials"],
    ["names with --due", "rotate acme main --due -i FILES", 2, "--due looks at every credential"],
    ["no such consumer", "rotate acne main -i FILES", 2, 'declare no consumer "acne"'],
    ["no such credential", "rotate acme other -i FILES", 2, 'no credential "other"; it has: main, sign.'],
    ["auth in the consumer", "rotate legacy main -i FILES", 2, "`rollcall lint --fix` makes it a credential"],
    ["nowhere to put a secret", "rotate acme main -i FILES", 2, "where should the new secret go?"],
    ["a username for a key", "rotate acme main -i FILES --username x", 1, "--username is for basic-auth"],
    ["a public key is not given", "rotate acme sign -i FILES", 1, "give --public-key FILE"],
    ["a public key that is none", "rotate acme sign -i FILES --public-key refused/api.env", 1, "is not in PEM"],
    [
      "a secret that is taken",
      "rotate acme main -i FILES --reveal --secret-from refused/taken",
      1,
      "would have errors",
    ],
    ["files with errors", "rotate acme main -i FILES -i refused/wrong.yml", 1, "the files have errors"],
    ["no day", "rotate --due -i FILES --today soon", 2, "It must be a day"],
    ["no time", "rotate acme main -i FILES --overlap 12h", 2, "It must be days or weeks"],
  ])("%s", async (_name, line, code, reason) => {
    if (!(await stat(at("refused")).catch(() => undefined))) await refusedFiles();
    const before = await read("refused/api.yaml");
    const result = await inProcess(line.replace("FILES", "refused/api.yaml"), { ACME_KEY: oldKey });
    expect(result).toMatchObject({ code, stderr: expect.stringContaining(reason) });
    expect(result.stdout + result.stderr).not.toContain(oldKey);
    expect(await read("refused/api.yaml")).toBe(before);
  });

  async function refusedFiles(): Promise<void> {
    await project(
      "refused",
      `${acme}      - name: sign
        plugins:
          jwt-auth:
            key: acme
            algorithm: ES256
            public_key: |
              -----BEGIN PUBLIC KEY-----
              MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
              q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
              -----END PUBLIC KEY-----
  - username: legacy
    plugins: { key-auth: { key: $env://LEGACY } }
`,
    );
    await writeFile(at("refused/taken"), oldKey, { mode: 0o600 });
    await writeFile(at("refused/wrong.yml"), "consumers:\n  - username: not valid\n");
  }
});
