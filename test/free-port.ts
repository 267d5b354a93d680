/** Ports for programs that cannot be asked to take any free one and tell it. */
import { createServer } from "node:net";

/** Below those that systems give to whoever listens on port 0 or connects (32768 upwards on Linux), who would take it in between. */
const first = 10_000;
const last = 32_000;

export async function freePort(): Promise<number> {
  const port = first + Math.floor(Math.random() * (last - first));
  return (await isFree(port)) ? port : await freePort();
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.on("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
