/** No secret of the fixture appears in any output of any command: each one is searched for in all that is printed and in all that is written but for the files meant to hold it. */
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture, key, openWorkspace, type Server, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let gateway: Server;

beforeAll(async () => {
  workspace = await openWorkspace();
  await cp(path.join(workspace.folder, "harbourline"), path.join(workspace.folder, "fresh"), { recursive: true });
  gateway = await workspace.serve(["--admin", "127.0.0.1:0", "--state", "state.sealed", "--access-log", "-"], {
    ROLLCALL_ADMIN_KEY: token,
  });
});
afterAll(() => workspace.close());

/** What rotate is told to write next. */
const nextKey = "9c2f60e1b7a84d53a16e0f7725";

const secrets: readonly string[] = [...fixture.secrets, ...Object.values(fixture.env), key, token, nextKey];

function leaked(text: string): readonly string[] {
  return secrets.filter((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)));
}

test("the search finds what it looks for", async () => {
  const partners = await readFile(path.join(workspace.folder, "harbourline/partners.yaml"), "utf8");
  expect(leaked(partners).length).toBeGreaterThan(5);
});

const fileFormats = ["sarif", "compact", "github", "gitlab", "junit", "checkstyle", "markdown"];

/** Arguments, and what goes wrong in the input first (if anything). */
const commands: readonly (readonly [string, (() => Promise<unknown>)?])[] = [
  ["lint harbourline"],
  ["lint harbourline --format json"],
  ["test harbourline --coverage"],
  ["test harbourline --format json"],
  [`explain harbourline --request /tracking/1?apikey=${fixture.secrets[0]}`],
  ["lint harbourline --fix --dry-run"],
  ["diff harbourline --server ADMIN"],
  ["diff harbourline --server ADMIN --format json"],
  ["diff harbourline --server ADMIN --format markdown --out first.plan"],
  ["diff first.plan --format html"],
  ["sync first.plan --server ADMIN --dry-run"],
  ["sync harbourline --server ADMIN --dry-run"],
  ["sync harbourline --server ADMIN --format json"],
  ["dump --server ADMIN"],
  ["dump --server ADMIN --out dumped.yaml --secrets dumped.env"],
  ["dump --server ADMIN --split split --seal"],
  ["lint split --vars-file split.env"],
  ["compile harbourline --out harbourline.artifact"],
  ["compile harbourline --out harbourline.artifact --check"],
  ["inspect harbourline.artifact --consumer northwind-foods"],
  ["inspect harbourline.artifact"],
  ["inspect harbourline.artifact --format json"],
  ["lint harbourline --fix"],
  ["ping --server ADMIN"],
  ["ping --server http://127.0.0.1:1"],
  ["diff harbourline --server ADMIN", () => rotateEverything()],
  ["diff harbourline --server ADMIN --format json"],
  ["diff harbourline --server ADMIN --format html"],
  ["diff harbourline --server ADMIN --base dumped.yaml --base-vars-file dumped.env --format json"],
  ["sync harbourline --server ADMIN"],
  ["inspect --diff harbourline.artifact changed.artifact", () => compileChanged()],
  [
    "rotate northwind-foods erp-2026 -i harbourline --secret-from next.txt --secrets rotated.env --dry-run",
    () => chooseNext(),
  ],
  ["rotate northwind-foods erp-2026 -i harbourline --secret-from next.txt --secrets rotated.env"],
  ["lint harbourline --vars-file rotated.env", () => duplicateEverything()],
  [`lint harbourline --format json ${fileFormats.map((format) => `--format ${format}=lint.${format}`).join(" ")}`],
  ["sync harbourline --server ADMIN"],
  ["compile harbourline --out other.artifact"],
  ["lint harbourline", () => breakSyntax()],
  ["serve harbourline"],
];

test("no command shows a secret", { timeout: 240_000 }, async () => {
  for (const [line, prepare] of commands) {
    await prepare?.();
    const argv = line.replace("ADMIN", gateway.admin).split(" ");
    const { stdout, stderr } = await workspace.run(argv);
    expect(leaked(stdout + stderr), line).toEqual([]);
    expect(stdout + stderr, line).not.toBe("");
  }
});

test("no request shows a secret in the proxy's log", async () => {
  const apikey = fixture.secrets[0] ?? "";
  const server = await workspace.serve(["harbourline.artifact", "--access-log", "-"]);
  for (const target of ["/tracking/1", "/rates/1", "/bookings", "/apps/1", "/documents/1"]) {
    await fetch(`${server.url}${target}?apikey=${apikey}&jwt=${apikey}`, {
      headers: { apikey, authorization: `Basic ${btoa(`x:${apikey}`)}` },
    });
  }
  await server.stop();
  expect(server.output()).toMatch(/"path":"\/tracking\/1"/);
  expect(leaked(server.output())).toEqual([]);
});

test("a gateway that fails and repeats what it was sent leaks nothing", async () => {
  const echo = await startEchoGateway();
  const { stdout, stderr, code } = await workspace.run(["sync", "fresh", "--server", echo.url]);
  await echo.close();
  expect(code).toBe(2);
  expect(stdout).toMatch(/failed {5}create credential .*fresh\/partners.yaml/);
  expect(leaked(stdout + stderr)).toEqual([]);
});

test("the files that are written hold no secret in clear, but for the one that is meant to", async () => {
  const entries = await readdir(workspace.folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(workspace.folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^(?:harbourline|fresh)\//.test(file));
  expect(files).toEqual(
    expect.arrayContaining(["state.sealed", "first.plan", "split.env", "lint.sarif", "rotated.env"]),
  );
  for (const file of files) {
    const found = leaked(await readFile(path.join(workspace.folder, file), "latin1"));
    if (file === "dumped.env") expect(found.length, file).toBeGreaterThan(20);
    else expect(found, file).toEqual(meant[file] ?? []);
  }
  expect(leaked(gateway.output())).toEqual([]);
});

/** Files that hold a secret because they were told to. */
const meant: Readonly<Record<string, readonly string[]>> = { "next.txt": [nextKey], "rotated.env": [nextKey] };

const partners = (): string => path.join(workspace.folder, "harbourline/partners.yaml");

/** Every key of the file becomes another one, so that all of them are shown as changed. */
async function rotateEverything(): Promise<void> {
  const text = await readFile(partners(), "utf8");
  await writeFile(partners(), text.replace(/(\bkey|secret|secret_key|password): ([A-Za-z0-9]{20,})/g, "$1: $2x"));
}

async function compileChanged(): Promise<void> {
  await workspace.run(["compile", "harbourline", "--out", "changed.artifact"]);
}

async function chooseNext(): Promise<void> {
  await writeFile(path.join(workspace.folder, "next.txt"), `${nextKey}\n`, { mode: 0o600 });
}

/** A second file with the same consumers: every rule about duplicates has something to show. */
async function duplicateEverything(): Promise<void> {
  const text = await readFile(partners(), "utf8");
  const wrong = text.replaceAll("algorithm: ", "algorithm: X").replaceAll("secret: ", "secrt: ");
  await writeFile(path.join(workspace.folder, "harbourline/again.yaml"), wrong);
}

async function breakSyntax(): Promise<void> {
  const text = await readFile(partners(), "utf8");
  for (const [index, line] of text.split("\n").entries()) {
    if (!/key: |secret|password/.test(line)) continue;
    const broken = text.split("\n").with(index, `${line}" [`);
    await writeFile(path.join(workspace.folder, `harbourline/broken-${index}.yaml`), broken.join("\n"));
  }
}

/** An empty gateway that refuses every credential with an error that quotes it, as text and as JSON. */
async function startEchoGateway(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const isCredential = request.url?.includes("/credentials/");
      response.statusCode = request.method === "GET" ? 200 : isCredential ? 400 : 201;
      response.setHeader("content-type", "application/json");
      const value = { error_msg: `cannot take ${body}`, total: 0, list: [] };
      response.end(JSON.stringify(isCredential || request.method === "GET" ? value : { key: "k", value: {} }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
