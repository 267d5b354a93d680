/** What happens when an upstream has as many requests under way as it may. */
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { until, withProxy } from "./harness.ts";

test("further requests are refused before they are sent, and taken when there is room again", async () => {
  const held: ServerResponse[] = [];
  await withProxy(
    (_request, response) => void held.push(response),
    async ({ proxy, events }) => {
      const { url } = proxy.address;
      const first = fetch(url);
      const gone = new AbortController();
      const second = fetch(url, { signal: gone.signal }).catch(() => "gone");
      await until(() => held.length === 2);
      const refused = await fetch(url);
      expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toEqual([
        503,
        "1",
        { error_msg: "too many requests under way" },
      ]);
      expect(held).toHaveLength(2);
      expect(events).toMatchObject([
        { status: 503, route: "r1", consumer: "jane", reason: "too many requests under way to the upstream" },
      ]);
      // A client that goes away gives its place back, too.
      gone.abort();
      expect(await second).toBe("gone");
      await until(() => proxy.stats().activeRequests === 1);
      const third = fetch(url);
      await until(() => held.length === 3);
      for (const response of held) response.end("fine");
      expect(await Promise.all([first, third].map(async (each) => (await each).text()))).toEqual(["fine", "fine"]);
    },
    { proxy: { limits: { upstreamRequests: 2 } } },
  );
});
