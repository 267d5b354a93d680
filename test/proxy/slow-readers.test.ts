/** Clients that read in fits get what was sent, although the pieces of an answer lie in buffers that are read into again. */
import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { withProxy } from "./harness.ts";

// More than what the kernel takes for a client that does not read.
const bodies = [randomBytes(12_000_000), randomBytes(9_000_000)];
const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Reads a body of known length, and stops now and then; then asks for the next on the same connection. */
async function readInFits(port: number, targets: readonly number[]): Promise<string[]> {
  const socket = connect({ port, host: "127.0.0.1" });
  const digests: string[] = [];
  for (const target of targets) {
    const length = bodies[target]?.length ?? 0;
    socket.write(`GET /${target} HTTP/1.1\r\nHost: h\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const chunks: Buffer[] = [];
    let bytes = 0;
    let start = -1;
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (start < 0) start = chunk.indexOf("\r\n\r\n") + 4;
      if (bytes >= start + length) break;
      if (chunks.length % 40 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const got = Buffer.concat(chunks);
    digests.push(digest(got.subarray(start)));
  }
  socket.destroy();
  return digests;
}

test("clients that read in fits, several at once, each with more than one answer", async () => {
  await withProxy(
    (request, response) => {
      const body = bodies[Number(request.url?.slice(1))] ?? Buffer.alloc(0);
      response.writeHead(200, { "content-length": body.length }).end(body);
    },
    async ({ proxy }) => {
      const { port } = proxy.address;
      const orders = [
        [0, 1],
        [1, 0],
        [0, 0],
        [1, 1],
      ];
      const found = await Promise.all(orders.map((order) => readInFits(port, order)));
      const sums = bodies.map(digest);
      expect(found).toEqual(orders.map((order) => order.map((each) => sums[each])));
    },
  );
});
