/** `sync --lock`: the second of two is told, waits, or takes over; what is interrupted leaves no lock behind. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type GatewayDouble, type LoggedCall, startGatewayDouble } from "../gateway-double/server.ts";
import { openWorkspace, type Result, token, type Workspace } from "./rollcall.ts";

let workspace: Workspace;
let double: GatewayDouble;
let onCall: (call: LoggedCall) => void;

beforeEach(async () => {
  onCall = () => undefined;
  workspace = await openWorkspace();
  double = await startGatewayDouble({ apiKey: token, onCall: (call) => onCall(call) });
  await writeFile(path.join(workspace.folder, "c.yaml"), "consumers:\n  - { username: jack }\n");
});
afterEach(async () => {
  await double.close();
  await workspace.close();
});

const argv = (line: string) => [...line.split(" "), "--server", double.url];
const run = (line: string): Promise<Result> => workspace.run(argv(line));
const lockPath = "/plugin_configs/rollcall-lock";
const locks = () => double.writes().filter((line) => line.endsWith(lockPath));
const holdLock = () => double.store.put(`/apisix${lockPath}`, { desc: "rollcall on build-7, process 12", plugins: {} });

test("taken before the gateway is read, given back at the end", async () => {
  expect(await run("sync c.yaml --lock")).toMatchObject({ code: 0, stderr: "" });
  expect(double.writes()).toEqual([`PUT ${lockPath}`, "PUT /consumers", `DELETE ${lockPath}`]);
  const lines = double.calls.map(({ method, path: called }) => `${method} ${called}`);
  expect(lines.lastIndexOf("GET /consumers")).toBeGreaterThan(lines.indexOf(`PUT ${lockPath}`));
  expect(await run("sync c.yaml --lock --dry-run")).toMatchObject({ code: 0 });
  expect(locks()).toHaveLength(2);
});

test("refused while another holds it; taken over on demand", async () => {
  holdLock();
  expect(await run("sync c.yaml --lock")).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "refused: the gateway is locked by rollcall on build-7, process 12. --lock-timeout SECONDS waits; if it is gone for good, --break-lock takes the lock. Nothing was changed.\n",
  });
  expect(double.writes()).toEqual([]);
  expect(await run("diff c.yaml --exit-code")).toMatchObject({
    code: 1,
    stdout: "+ consumer jack  c.yaml:2:5\n\n1 to create, 0 unchanged\n",
  });
  expect(await run("sync c.yaml --break-lock")).toMatchObject({ code: 0 });
  expect(double.store.keys()).toEqual(["/apisix/consumers/jack"]);
});

test("waited for", async () => {
  holdLock();
  let looks = 0;
  onCall = ({ method, path: called }) => {
    if (method === "GET" && called === lockPath && ++looks === 2) double.store.delete(`/apisix${lockPath}`);
  };
  expect(await run("sync c.yaml --lock --lock-timeout 20")).toMatchObject({
    code: 0,
    stderr: "waiting for the lock, held by rollcall on build-7, process 12\n",
  });
});

test.each(["SIGINT", "SIGTERM"] as const)("%s while the gateway is read gives it back", async (signal) => {
  const started = workspace.start(argv("sync c.yaml --lock"));
  onCall = ({ method, path: called }) => {
    if (method === "GET" && called === "/consumers" && locks().length === 1) started.child.kill(signal);
  };
  const { code } = await started.ended;
  // The answer may have been faster than the signal.
  expect([0, 2]).toContain(code);
  expect(locks()).toEqual([`PUT ${lockPath}`, `DELETE ${lockPath}`]);
});

test("usage", async () => {
  expect(await run("sync c.yaml --lock-timeout 3")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("give both"),
  });
});
