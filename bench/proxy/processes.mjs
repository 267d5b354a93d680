/** The processes of the benchmark: proxies share the first core, load and upstreams have the others, where the system can pin. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

const canPin = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;
const cores = { proxy: "0", load: `1-${availableParallelism() - 1}` };
const running = new Set();

/** Starts a program on the cores of its `place` and waits until its port answers. */
export async function start(place, port, ...command) {
  const child = launch(place, command);
  const stopped = once(child, "exit").then(([code]) => {
    throw new Error(`${command.join(" ")} stopped with ${code}`);
  });
  stopped.catch(() => {});
  await Promise.race([stopped, reachable(port)]);
  return { pid: child.pid, port };
}

/** Runs a program to its end and resolves with what it prints. */
export async function run(place, ...command) {
  const child = launch(place, command, "pipe");
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${command.slice(0, 3).join(" ")} ended with ${code}\n${output}`);
  return output;
}

export function stopAll() {
  for (const child of running) child.kill();
}

/** Seconds of the processor that a process has used, of all threads, user and system. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function launch(place, command, output = "ignore") {
  const [file, ...parameters] = canPin ? ["taskset", "-c", cores[place], ...command] : command;
  const child = spawn(file, parameters, { stdio: ["ignore", output, "inherit"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

async function reachable(port) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error(`nothing listens on port ${port}`);
}
