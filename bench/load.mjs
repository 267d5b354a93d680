/** Drives load at one port: with wrk where it is installed, else with keep-alive sockets of this process. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";

const hasWrk = spawnSync("wrk", ["--version"]).error === undefined;

const script = fileURLToPath(new URL("proxy/requests.lua", import.meta.url));

/**
 * Answers the number of requests, how many of them failed, and the seconds that it took.
 * With `requests`, a file for proxy/requests.lua, these are sent in turn; that needs wrk.
 */
export function drive(load) {
  if (load.requests !== undefined && !hasWrk) throw new Error("wrk is missing: apt-get install wrk");
  return hasWrk ? driveWithWrk(load) : driveWithSockets(load);
}

async function driveWithWrk({ port, apiKey, requests, seconds, connections, cores }) {
  const url = `http://127.0.0.1:${port}/bench`;
  const shape = ["wrk", "-t1", `-c${connections}`, `-d${seconds}s`];
  const command = requests ? [...shape, "-s", script, url, "--", requests] : [...shape, "-H", `apikey: ${apiKey}`, url];
  const [file, ...rest] = cores === undefined ? command : ["taskset", "-c", cores, ...command];
  const child = spawn(file, rest, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  await once(child, "close");
  const [, count, elapsed] = /(\d+) requests in ([\d.]+)s/.exec(output) ?? [];
  if (count === undefined) throw new Error(`wrk: unexpected output\n${output}`);
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0;
  const socketErrors = (/Socket errors: (.*)/.exec(output)?.[1] ?? "").match(/\d+/g) ?? [];
  const failures = [refused, ...socketErrors].reduce((sum, count) => sum + Number(count), 0);
  return { requests: Number(count), failures, elapsed: Number(elapsed) };
}

async function driveWithSockets({ port, apiKey, seconds, connections }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const start = performance.now();
  const deadline = start + seconds * 1000;
  let requests = 0;
  let failures = 0;
  const worker = async () => {
    while (performance.now() < deadline) {
      requests++;
      if ((await statusOf({ agent, host: "127.0.0.1", port, path: "/bench", headers: { apikey: apiKey } })) !== 200)
        failures++;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return { requests, failures, elapsed: (performance.now() - start) / 1000 };
}

/** The status of the answer, once its body is read; 0 if there was none. */
function statusOf(options) {
  return new Promise((resolve) => {
    get(options, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode));
    }).on("error", () => resolve(0));
  });
}
