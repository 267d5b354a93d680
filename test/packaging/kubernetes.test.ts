/** deploy/kubernetes: the API's schemas take the manifests, they fit together, and what they start serves and counts together. */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { IDeployment } from "kubernetes-models/apps/v1";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { hasRedis } from "../cli/redis-server.ts";
import { openWorkspace, type Server, type Workspace } from "../cli/rollcall.ts";
import { freePort } from "../free-port.ts";
import { runPage } from "./deploy-page.ts";
import { drainSeconds } from "./drain.ts";
import { writeFiles } from "./files.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const folder = path.join(repository, "deploy/kubernetes");

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const manifests = readdirSync(folder).flatMap((file) =>
  parseAllDocuments(readFileSync(path.join(folder, file), "utf8")).map((document) => document.toJS() as Manifest),
);

/** Where the schema and the type of a kind are. */
const models: Readonly<Record<string, readonly [schema: string, module: string]>> = {
  "v1 ServiceAccount": ["IoK8sApiCoreV1ServiceAccount", "v1"],
  "v1 Service": ["IoK8sApiCoreV1Service", "v1"],
  "apps/v1 Deployment": ["IoK8sApiAppsV1Deployment", "apps/v1"],
  "policy/v1 PodDisruptionBudget": ["IoK8sApiPolicyV1PodDisruptionBudget", "policy/v1"],
  "networking.k8s.io/v1 NetworkPolicy": ["IoK8sApiNetworkingV1NetworkPolicy", "networking.k8s.io/v1"],
};

const modelOf = ({ apiVersion, kind }: Manifest): readonly [string, string] => {
  const model = models[`${apiVersion} ${kind}`];
  if (model === undefined) throw new Error(`no schema for ${apiVersion} ${kind}`);
  return model;
};

const isDeployment = (manifest: Manifest): manifest is Manifest & IDeployment => manifest.kind === "Deployment";

function deployment(name: string): IDeployment {
  const found = manifests.filter(isDeployment).find(({ metadata }) => metadata.name === name);
  if (found === undefined) throw new Error(`no Deployment ${name}`);
  return found;
}

const podOf = (name: string) => {
  const pod = deployment(name).spec?.template.spec;
  const [container] = pod?.containers ?? [];
  if (pod === undefined || container === undefined) throw new Error(`${name} has no container`);
  return { pod, container };
};

describe("the schemas of Kubernetes", () => {
  const validate = async (manifest: Manifest): Promise<unknown> => {
    const { validate: isValid } = (await import(`kubernetes-models/_schemas/${modelOf(manifest)[0]}`)) as {
      validate: { (value: unknown): boolean; errors?: unknown };
    };
    return isValid(manifest) ? [] : isValid.errors;
  };

  test.each(manifests.map((manifest) => [manifest.kind, manifest.metadata.name, manifest]))(
    "%s %s",
    async (...given) => {
      expect(await validate(given[2])).toEqual([]);
    },
  );

  test("see what is wrong", async () => {
    const wrong = { ...deployment("rollcall"), spec: { replicas: "two" } };
    expect(JSON.stringify(await validate(wrong as unknown as Manifest))).toMatch(/replicas.*integer/);
  });

  // The schemas of Kubernetes allow fields that they do not know; its types do not.
  test("no field is misspelt, but for one that the test misspells", async () => {
    const typed = await mkdtemp(path.join(tmpdir(), "rollcall-manifests-"));
    try {
      const text = JSON.stringify(deployment("rollcall"));
      const misspelt = JSON.parse(text.replace("readOnlyRootFilesystem", "readonlyRootFilesystem")) as Manifest;
      const lines = [...manifests, misspelt].map((manifest, index) => {
        const type = `import("kubernetes-models/${modelOf(manifest)[1]}").I${manifest.kind}`;
        return `export const manifest${index}: ${type} = ${JSON.stringify(manifest)};`;
      });
      await symlink(path.join(repository, "node_modules"), path.join(typed, "node_modules"));
      await writeFile(path.join(typed, "manifests.mts"), lines.join("\n"));
      const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", ""];
      const tsc = path.join(repository, "node_modules/.bin/tsc");
      const { stdout } = spawnSync(tsc, [...options, "manifests.mts"], { cwd: typed, encoding: "utf8" });
      const [last, ...others] = stdout.trimEnd().split("\n").reverse();
      expect([others, last]).toEqual([[], expect.stringMatching(/readonlyRootFilesystem.* does not exist in type/)]);
      expect(last).toContain(`manifests.mts(${lines.length},`);
    } finally {
      await rm(typed, { recursive: true });
    }
  });
});

describe("the manifests fit together", () => {
  test.each([["rollcall"], ["rollcall-redis"]])("%s: names, labels and ports", (name) => {
    const { container } = podOf(name);
    const { selector, template } = deployment(name).spec ?? {};
    const labels = { "app.kubernetes.io/name": name };
    const named = (kind: string) => manifests.find((each) => each.kind === kind && each.metadata.name === name);
    expect([selector?.matchLabels, template?.metadata?.labels]).toEqual([labels, labels]);
    expect(named("Service")).toMatchObject({ spec: { selector: labels } });
    expect(named("NetworkPolicy")).toMatchObject({ spec: { podSelector: { matchLabels: labels } } });
    const ports = new Set(container.ports?.map((port) => port.name));
    const asked = [...JSON.stringify([container, named("Service"), named("NetworkPolicy")]).matchAll(portNames)];
    expect(asked.length).toBeGreaterThan(2);
    for (const [, port] of asked) expect(ports).toContain(port);
  });

  test.each([["rollcall"], ["rollcall-redis"]])("%s: may do no more than it must", (name) => {
    const { pod, container } = podOf(name);
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(pod.securityContext?.runAsUser).toBeGreaterThan(0);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(container.resources?.limits).toHaveProperty("memory");
  });

  test("a pod has the time to finish what is under way", () => {
    const { pod, container } = podOf("rollcall");
    const [, seconds] = container.lifecycle?.preStop?.exec?.command ?? [];
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(seconds) + drainSeconds());
  });
});

/** Where a port is named instead of numbered. */
const portNames = /"(?:port|targetPort)":"(\w+)"/g;

describe("what they start", () => {
  let workspace: Workspace;
  /** What the Secret of docs/deploy.md holds. */
  const secrets = new Map<string, string>();
  /** The environment of a container: all of it is from that Secret. */
  const environmentOf = (name: string): Record<string, string> =>
    Object.fromEntries(
      (podOf(name).container.env ?? []).map(({ name: variable, valueFrom }) => {
        expect(valueFrom?.secretKeyRef?.name).toBe("rollcall");
        const value = secrets.get(valueFrom?.secretKeyRef?.key ?? "");
        if (value === undefined) throw new Error(`${variable} is not in the Secret`);
        return [variable, value];
      }),
    );

  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  test("docs/deploy.md makes the Secret and the ConfigMap that they ask for", async () => {
    await writeFiles(workspace.folder);
    const calls = await runPage(workspace.folder, ["The artifact and its key", "Kubernetes"]);
    const filesOf = (call: string | undefined) =>
      [...(call ?? "").matchAll(/ --from-file=(\S+)/g)].map(([, file = ""]) => file);
    expect(calls.map((call) => call.replaceAll(/ --from-file=\S+/g, ""))).toEqual([
      "kubectl create secret generic rollcall",
      `kubectl create configmap ${podOf("rollcall").pod.volumes?.[0]?.configMap?.name}`,
      "kubectl apply -f deploy/kubernetes/",
    ]);
    for (const file of filesOf(calls[0])) secrets.set(file, await readFile(path.join(workspace.folder, file), "utf8"));
    expect(Object.keys({ ...environmentOf("rollcall"), ...environmentOf("rollcall-redis") })).toHaveLength(3);
    expect(podOf("rollcall").container.args).toContain(`/etc/rollcall/${filesOf(calls[1])[0]}`);
  });

  test.runIf(hasRedis)("two gateways that are alive, ready, and count in the Redis together", async () => {
    const upstream = createServer((_message, response) => response.end());
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    const redisPort = await freePort();
    const data = path.join(workspace.folder, "data");
    await mkdir(data);
    const { command: [shell = "", ...flags] = [], args = [] } = podOf("rollcall-redis").container;
    const script = args.map((text) => text.replaceAll("/data", data).replace("--port 6379", `--port ${redisPort}`));
    const environment = { PATH: process.env["PATH"], ...environmentOf("rollcall-redis") };
    const redis = spawn(shell, [...flags, ...script, "--bind", "127.0.0.1"], { env: environment, stdio: "ignore" });
    try {
      await writeFile(
        path.join(workspace.folder, "api.yaml"),
        limited(redisPort, (upstream.address() as AddressInfo).port),
      );
      const compiled = await workspace.run(["compile", "api.yaml", "-o", "api.rca"], environmentOf("rollcall"));
      expect(compiled).toMatchObject({ code: 0 });
      await untilListening(redisPort);
      const servers = [
        await startGateway(workspace, environmentOf("rollcall")),
        await startGateway(workspace, environmentOf("rollcall")),
      ];
      for (const server of servers) await askProbes(server, secrets.get("status-token") ?? "");
      const answers: number[] = [];
      for (let index = 0; index < 8; index++) {
        answers.push(
          (await fetch(servers[index % 2]?.url ?? "", { headers: { apikey: "a-key-of-acme-5e1d" } })).status,
        );
      }
      expect(answers).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    } finally {
      redis.kill();
      upstream.closeAllConnections();
      upstream.close();
    }
  });
});

function startGateway(workspace: Workspace, environment: Readonly<Record<string, string>>): Promise<Server> {
  const { args: [command, ...args] = [], volumeMounts } = podOf("rollcall").container;
  expect([command, volumeMounts?.map(({ mountPath }) => mountPath)]).toEqual(["serve", ["/etc/rollcall"]]);
  // Loopback in place of all addresses, for the time of the test.
  const argv = args.map((text) => text.replace("/etc/rollcall/", "").replace(/0\.0\.0\.0:90[89]0$/, "127.0.0.1:0"));
  return workspace.serve(argv, environment);
}

/** As the kubelet asks: without the token, which metrics need. */
async function askProbes(server: Server, token: string): Promise<void> {
  const { container } = podOf("rollcall");
  const status = /status on (\S+)/.exec(server.output())?.[1];
  for (const probe of [container.startupProbe, container.readinessProbe, container.livenessProbe]) {
    expect(probe?.httpGet?.port).toBe("status");
    expect((await fetch(`${status}${probe?.httpGet?.path}`)).status).toBe(200);
  }
  expect((await fetch(`${status}/-/metrics`)).status).toBe(401);
  expect((await fetch(`${status}/-/metrics`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
}

const limited = (redisPort: number, upstreamPort: number): string => `consumers:
  - username: acme
    credentials: [{ name: main, plugins: { key-auth: { key: a-key-of-acme-5e1d } } }]
    plugins:
      limit-count:
        count: 5
        time_window: 600
        rejected_code: 429
        policy: redis
        redis_host: 127.0.0.1
        redis_port: ${redisPort}
        redis_timeout: 20000
        redis_password: $env://REDIS_PASSWORD
routes:
  - id: all
    uri: /*
    plugins: { key-auth: {} }
    upstream: { nodes: { "127.0.0.1:${upstreamPort}": 1 } }
`;

/** As the probe of Redis asks. */
async function untilListening(port: number): Promise<void> {
  expect(podOf("rollcall-redis").container.readinessProbe).toHaveProperty("tcpSocket");
  const isListening = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
  await expect.poll(isListening, { timeout: 20_000 }).toBe(true);
}
