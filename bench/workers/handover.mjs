/** Replaces two listeners again and again while clients connect anew for each request, and counts what fails. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import net from "node:net";
import { fileURLToPath } from "node:url";

const listener = fileURLToPath(new URL("listener.mjs", import.meta.url));

/** @param way "one socket" that both generations listen on, or "SO_REUSEPORT" */
export async function lostConnections(way, replacements) {
  const handle = net._createServerHandle("127.0.0.1", 0, 4);
  const address = {};
  handle.getsockname(address);
  const { port } = address;
  const isShared = way === "one socket";
  if (!isShared) handle.close();
  const start = async () => {
    const sockets = isShared ? [handle, handle] : [];
    const child = spawn(process.execPath, [listener, `${port}`], {
      stdio: ["ignore", "ignore", "inherit", "ipc", ...sockets],
    });
    await once(child, "message");
    return child;
  };
  let current = await start();
  let isOver = false;
  let requests = 0;
  let failures = 0;
  const client = async () => {
    while (!isOver) {
      requests++;
      if (!(await isAnswered(port))) failures++;
    }
  };
  const clients = Array.from({ length: 16 }, client);
  for (let count = 0; count < replacements; count++) {
    const next = await start();
    current.send("close");
    await once(current, "exit");
    current = next;
  }
  isOver = true;
  await Promise.all(clients);
  current.kill();
  return { requests, failures };
}

function isAnswered(port) {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, agent: false }, (response) => {
      response.on("error", () => resolve(false));
      response.resume().on("end", () => resolve(true));
    });
    request.on("error", () => resolve(false));
  });
}
