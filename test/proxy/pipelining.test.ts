/** Several requests on one connection without waiting for answers: in order, one at a time, and never a way to harm others. */
import { expect, test } from "vitest";
import { echo, rawExchange, until, withProxy } from "./harness.ts";

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: h\r\n\r\n`;

test("one at a time is sent on, and the answers come in order", async () => {
  let active = 0;
  let mostActive = 0;
  await withProxy(
    (request, response) => {
      mostActive = Math.max(mostActive, ++active);
      setTimeout(() => {
        active--;
        response.end(`<${request.url}>`);
      }, 5);
    },
    async ({ proxy }) => {
      const paths = Array.from({ length: 30 }, (_each, index) => `/${index}`);
      const isEnough = (text: string): boolean => text.includes("</29>");
      const { text } = await rawExchange(proxy.address.port, paths.map(get).join(""), isEnough);
      expect(text.match(/<[^>]*>/g)).toEqual(paths.map((path) => `<${path}>`));
      expect(mostActive).toBe(1);
      await until(() => proxy.stats().activeRequests === 0);
    },
  );
});

test("a flood is answered up to a bound, then the connection is closed", async () => {
  await withProxy(
    (_request, response) => response.end("ok"),
    async ({ proxy }) => {
      const { text, isClosed } = await rawExchange(proxy.address.port, get("/").repeat(5_000));
      const answers = text.match(/HTTP\/1\.1 200/g) ?? [];
      expect(answers.length).toBeGreaterThan(90);
      expect(answers.length).toBeLessThan(300);
      expect(text.match(/Connection: close/g) ?? []).toHaveLength(1);
      expect(isClosed).toBe(true);
    },
  );
});

test("a body behind an unanswered request arrives whole", async () => {
  await withProxy(
    (request, response) => {
      if (request.url === "/slow") setTimeout(() => response.end("slow"), 50);
      else echo(request, response);
    },
    async ({ proxy }) => {
      const body = "x".repeat(200_000);
      const post = `POST /big HTTP/1.1\r\nHost: h\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      const { text } = await rawExchange(proxy.address.port, get("/slow") + post, (all) => all.endsWith("}"));
      expect(text).toContain(`"body":"${body}"`);
    },
  );
});

test.each([
  ["a change of protocol", "GET /x HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"],
  ["another change of protocol", "GET /x HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"],
  ["CONNECT", "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n"],
  ["what is no request", "\0\0\0\0"],
])("%s behind an unanswered request costs that connection only", async (_name, second) => {
  await withProxy(
    (request, response) => {
      setTimeout(() => response.end("slow"), request.url === "/slow" ? 300 : 0);
    },
    async ({ proxy }) => {
      const { text, isClosed } = await rawExchange(proxy.address.port, get("/slow") + second);
      expect({ text, isClosed }).toEqual({ text: "", isClosed: true });
      expect(await (await fetch(proxy.address.url)).text()).toBe("slow");
      await until(() => proxy.stats().activeRequests === 0);
    },
  );
});
