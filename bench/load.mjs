/** Drives load at one port: with wrk where it is installed, else with keep-alive sockets of this process. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";

const hasWrk = spawnSync("wrk", ["--version"]).error === undefined;

/** Answers the number of requests, how many of them failed, and the seconds that it took. */
export function drive(load) {
  return hasWrk ? driveWithWrk(load) : driveWithSockets(load);
}

async function driveWithWrk({ port, apiKey, seconds, connections, cores }) {
  const url = `http://127.0.0.1:${port}/bench`;
  const command = ["wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "-H", `apikey: ${apiKey}`, url];
  const [file, ...rest] = cores === undefined ? command : ["taskset", "-c", cores, ...command];
  const child = spawn(file, rest, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  await once(child, "close");
  const [, requests, elapsed] = /(\d+) requests in ([\d.]+)s/.exec(output) ?? [];
  if (requests === undefined) throw new Error(`wrk: unexpected output\n${output}`);
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0;
  const socketErrors = (/Socket errors: (.*)/.exec(output)?.[1] ?? "").match(/\d+/g) ?? [];
  const failures = [refused, ...socketErrors].reduce((sum, count) => sum + Number(count), 0);
  return { requests: Number(requests), failures, elapsed: Number(elapsed) };
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
