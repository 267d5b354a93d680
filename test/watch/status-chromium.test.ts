/**
 * The status page of a serving gateway in a real browser: what it shows, by keyboard, to screen readers, in both colour
 * schemes, without script. `npm run screenshots` keeps pictures of it in docs/images.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openWorkspace, type Server, type Workspace } from "../cli/rollcall.ts";
import { freePort } from "../free-port.ts";
import { type Browser, type BrowserPage, isChromiumInstalled, startChromium } from "./chromium.ts";

const images = process.env["STATUS_SCREENSHOTS"];
const demo = path.resolve(import.meta.dirname, "../../fixtures/demo");
const { credentialOf, basicHeader } = {
  ...(await import(path.join(demo, "requests.mjs"))),
  ...(await import(path.join(demo, "sign.mjs"))),
} as {
  credentialOf(consumer: string, name: string): Readonly<Record<string, string>>;
  basicHeader(credential: Readonly<Record<string, string>>): Record<string, string>;
};

const vesselRoute = { id: "vessels", uri: "/vessels/*", upstream_id: "vessels" };

const script = "<script>alert(1)</script>";

describe.skipIf(!isChromiumInstalled && process.env["CI"] !== "true")("the status page", () => {
  let workspace: Workspace;
  let upstream: HttpServer;
  let server: Server;
  let browser: Browser;
  let page: BrowserPage;
  let status: string;
  const file = (name: string): string => path.join(workspace.folder, name);

  beforeAll(async () => {
    const starting = startChromium();
    workspace = await openWorkspace();
    upstream = createServer((message, response) => message.resume().on("end", () => response.end("{}")));
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    const { port } = upstream.address() as AddressInfo;
    for (const name of await readdir(file("harbourline"))) {
      const text = await readFile(file(`harbourline/${name}`), "utf8");
      await writeFile(file(`harbourline/${name}`), text.replaceAll("19080", String(port)));
    }
    await writeFile(file("harbourline/hostile.yaml"), hostileConsumers());
    await writeFile(file("harbourline/checked.yaml"), checkedUpstream(port, await freePort()));
    server = await workspace.serve(["harbourline", "--status-listen", "127.0.0.1:0"]);
    status = /status on (\S+)/.exec(server.output())?.[1] ?? "";
    await traffic(server.url);
    await reloads(server);
    await vi.waitFor(() => expect(server.output()).toContain("is unhealthy"), 10_000);
    browser = await starting;
    page = await browser.page();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await workspace?.close();
    upstream?.closeAllConnections();
    upstream?.close();
  });

  /** Enough names for a second page, with texts that would run if they were markup. */
  function hostileConsumers(): string {
    const consumers = Array.from({ length: 30 }, (_, index) => ({
      username: `depot-${String(index + 1).padStart(2, "0")}`,
      desc: script,
      labels: { region: "<script>alert(1)</script>", ["<img/src=x>"]: "onerror=alert(1)" },
    }));
    return JSON.stringify({ consumers });
  }

  /** One node is well, and on the other nobody listens. */
  function checkedUpstream(port: number, free: number): string {
    const active = { healthy: { interval: 1 }, unhealthy: { interval: 1, tcp_failures: 1 } };
    const nodes = { [`127.0.0.1:${port}`]: 1, [`127.0.0.1:${free}`]: 1 };
    return JSON.stringify({ upstreams: [{ id: "vessels", nodes, checks: { active } }], routes: [vesselRoute] });
  }

  async function traffic(url: string): Promise<void> {
    const key = (consumer: string, name: string) => ({ apikey: credentialOf(consumer, name)["key"] ?? "" });
    const basic = basicHeader(credentialOf("fjord-timber", "rates-desk"));
    const trial = key("tidewater-trial", "trial");
    const northwind = key("northwind-foods", "erp-2026");
    const asked: readonly (readonly [string, Record<string, string>, number])[] = [
      ["/status", {}, images === undefined ? 3 : 30],
      ["/tracking/HLBU4411", northwind, images === undefined ? 6 : 60],
      ["/tracking/HLBU4411", trial, 8],
      ["/tracking/HLBU4411", { apikey: "guessed" }, 4],
      [`/tracking/${script}`, {}, 1],
      ["/rates/1", basic, images === undefined ? 2 : 25],
      ["/rates/1", basicHeader({ username: "fjord-rates", password: "guessed" }), 3],
      ["/bookings", {}, 2],
      ["/wp-login.php", {}, 2],
    ];
    for (const [target, headers, count] of asked) {
      for (let index = 0; index < count; index++) await (await fetch(url + target, { headers })).arrayBuffer();
    }
  }

  async function reloads({ child, output }: Server): Promise<void> {
    const reload = async (told: string): Promise<void> => {
      const before = output().length;
      child.kill("SIGHUP");
      while (!output().slice(before).includes(told)) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await reload("loaded again");
    await writeFile(file("harbourline/broken.yaml"), "routes: [{ id: r, uri: 5 }]\n");
    await reload("not reloaded");
  }

  const text = (): Promise<string> => page.evaluate<string>("document.body.innerText");

  test("without script, and with nothing from elsewhere, it shows artifact, rates, reloads and refusals", async () => {
    await page.view({ width: 1280, isScriptOff: true });
    page.taken();
    await page.open(status);
    expect(page.taken()).toEqual({ requests: [`${status}/`], complaints: [] });
    const shown = await text();
    for (const part of [
      /digest\s+[0-9a-f]{64}/,
      /holds\s+\d+ consumers, .*credentials, .* routes/,
      /Requests a second\s+\d+\.\d\d over the last \d+ s/,
      /1 of 2 are healthy/,
      /upstreams\/vessels\t127\.0\.0\.1:\d+\tunhealthy\t\d+ s ago\tprobes: no connection, or one that broke/,
      /upstreams\/vessels\t127\.0\.0\.1:\d+\thealthy\tthe start\tnothing has changed/,
      /1 good, 1 failed since the start/,
      /refused\tthe files have errors/,
      /Invalid API key in request\tkey-auth\t4/,
      /429\t\s*over the limit\s+limit-count\s+tracking\ttidewater-trial/,
      /\/tracking\/%3Cscript%3E/,
    ]) {
      expect(shown).toMatch(part);
    }
    expect(shown).not.toContain("guessed");
  });

  test("by keyboard: to the search, a beginning of a name, the next page, a consumer and its policy", async () => {
    await page.view({ width: 1280 });
    await page.open(status);
    const focused = (): Promise<string> => page.evaluate("document.activeElement.outerHTML.slice(0, 80)");
    for (let index = 0; !(await focused()).includes('id="consumer"'); index++) {
      expect(index).toBeLessThan(12);
      await page.press("Tab");
    }
    await page.type("depot-");
    const found = page.loaded();
    await page.press("Enter");
    await found;
    expect(await text()).toContain("depot-25");
    expect(await text()).not.toContain("depot-26");
    const link = (name: string): Promise<void> =>
      page.evaluate(`[...document.links].find((each) => each.textContent === ${JSON.stringify(name)}).focus()`);
    for (const name of ["Next page", "depot-28"]) {
      await link(name);
      const next = page.loaded();
      await page.press("Enter");
      await next;
    }
    const shown = await text();
    expect(shown).toContain("What holds for depot-28 on each route");
    expect(shown).toContain(`region=${script}`);
    expect(await page.evaluate("document.querySelectorAll('script, img').length")).toBe(0);
    expect(page.taken().complaints).toEqual([]);
  });

  test.each(["light", "dark"] as const)(
    "%s: every text stands out from what it is on (WCAG 2.2, 1.4.3)",
    async (scheme) => {
      await page.view({ width: 1280, scheme });
      await page.open(`${status}/?consumer=northwind-foods`);
      const { texts, worst } = await page.evaluate<{ texts: number; worst: readonly [number, string] }>(
        `(${contrasts})()`,
      );
      expect(texts).toBeGreaterThan(100);
      expect(worst, worst[1]).toEqual([expect.any(Number), expect.any(String)]);
      expect(worst[0], worst[1]).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("to a screen reader every control and table has a name, and headings go down one step at a time", async () => {
    await page.open(`${status}/?consumer=northwind-foods`);
    const { nodes } = (await page.send("Accessibility.getFullAXTree")) as unknown as {
      readonly nodes: readonly Node[];
    };
    interface Node {
      readonly role?: { readonly value: string };
      readonly name?: { readonly value: string };
      readonly ignored: boolean;
      readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
    }
    const of = (...roles: string[]): readonly Node[] =>
      nodes.filter(({ role, ignored }) => !ignored && roles.includes(role?.value ?? ""));
    const named = of("searchbox", "button", "link", "table", "region", "navigation", "heading", "columnheader");
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ name }) => (name?.value ?? "").trim() === "")).toEqual([]);
    for (const role of ["banner", "main", "search", "searchbox", "rowheader"])
      expect(of(role).length, role).toBeGreaterThan(0);
    expect(of("searchbox")[0]?.name?.value).toBe("Name, its beginning, or a part of it");
    const levels = of("heading").map(({ properties = [] }) =>
      Number(properties.find(({ name }) => name === "level")?.value.value),
    );
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });

  test.each([320, 400, 1280])(
    "at %i pixels the page itself is not scrolled sideways (WCAG 2.2, 1.4.10)",
    async (width) => {
      await page.view({ width });
      await page.open(`${status}/?consumer=northwind-foods`);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    },
  );

  test("it asks for itself again only where that is wanted", async () => {
    expect((await fetch(`${status}/`)).headers.get("refresh")).toBeNull();
    const live = await fetch(`${status}/?live`);
    expect([live.headers.get("refresh"), await live.text()]).toEqual(["5", expect.stringContaining("stop refreshing")]);
  });

  test.runIf(images !== undefined)("pictures of it", async () => {
    for (const [name, query, view, from, height] of pictures) {
      await page.view(view);
      await page.open(`${status}/${query}`);
      const picture = await page.screenshot(from, height);
      expect(picture.length, name).toBeLessThan(200_000);
      await writeFile(path.join(images ?? "", `${name}.png`), picture);
    }
  });
});

const pictures: readonly (readonly [string, string, Parameters<BrowserPage["view"]>[0], string, number])[] = [
  ["status", "", { width: 1000 }, "body", 1700],
  ["status-dark", "", { width: 1000, scheme: "dark" }, "body", 900],
  ["status-consumer", "?consumer=northwind-foods", { width: 1000 }, "#consumers", 1100],
  ["status-search", "?consumer=depot-", { width: 1000 }, "#consumers", 380],
  ["status-narrow", "?consumer=tidewater-trial", { width: 400 }, "body", 1700],
];

/** Runs in the page: the lowest contrast of a text with what lies behind it (WCAG 2.2, relative luminance). */
const contrasts = `() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const color = parse(getComputedStyle(each).backgroundColor);
      if (color[3] !== 0) return color;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  let worst = [21, ""];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "") continue;
    const [light, dark] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    texts++;
    if (ratio < worst[0]) worst = [ratio, element.outerHTML.slice(0, 100)];
  }
  return { texts, worst };
}`;
