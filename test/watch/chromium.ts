/** Headless Chromium over the pipe of its DevTools protocol (https://chromedevtools.github.io/devtools-protocol/). */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";

export const isChromiumInstalled = spawnSync("chromium", ["--version"]).status === 0;

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

export interface ViewOptions {
  readonly width: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** Without JavaScript, as some browsers are set. */
  readonly isScriptOff?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BrowserPage {
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>;
  view(options: ViewOptions): Promise<void>;
  /** The value of an expression in the page, which must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
  send(method: string, params?: Params): Promise<Params>;
  /** A key such as `Tab` or `Enter`; resolves at once. */
  press(key: "Tab" | "Enter"): Promise<void>;
  type(text: string): Promise<void>;
  /** Resolves at the next load. */
  loaded(): Promise<void>;
  /** PNG of the page from the top of an element on; at most so many pixels high. */
  screenshot(selector: string, mostHeight: number): Promise<Buffer>;
  /** What was told since the last call: requests by URL, and whatever the browser complains of. */
  taken(): { readonly requests: readonly string[]; readonly complaints: readonly string[] };
}

export interface Browser {
  page(): Promise<BrowserPage>;
  close(): Promise<void>;
}

export async function startChromium(): Promise<Browser> {
  const profile = await mkdtemp(path.join(tmpdir(), "rollcall-chromium-"));
  const settings = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
  const child = spawn("chromium", [...settings, "--remote-debugging-pipe", `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const connection = connect(child);
  return {
    async page() {
      const { targetId } = await connection.send("Target.createTarget", { url: "about:blank" });
      const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
      return openPage(connection, String(sessionId));
    },
    async close() {
      const ended = once(child, "close");
      child.kill();
      await ended;
      // Its processes end a moment after it does, and write meanwhile.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined);
    },
  };
}

interface Connection {
  send(method: string, params?: Params, sessionId?: string): Promise<Params>;
  onEvent(listen: (message: Message) => void): void;
}

function connect(child: ChildProcess): Connection {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve(result: Params): void; reject(error: Error): void }>();
  const listeners: ((message: Message) => void)[] = [];
  let count = 0;
  let rest = "";
  child.once("close", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`chromium ended with ${code}`));
  });
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop() ?? "";
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      if (message.id === undefined) for (const listen of listeners) listen(message);
      else if (message.error) waiting.get(message.id)?.reject(new Error(message.error.message));
      else waiting.get(message.id)?.resolve(message.result ?? {});
    }
  });
  return {
    send(method, params = {}, sessionId) {
      const id = ++count;
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    onEvent: (listen) => void listeners.push(listen),
  };
}

/** Of what the browser tells, by event: what the page asked for, and what is wrong. */
const complaintOf: Readonly<Record<string, (params: Params) => unknown>> = {
  "Log.entryAdded": ({ entry }) => (entry as { readonly text: string }).text,
  "Runtime.exceptionThrown": ({ exceptionDetails }) => exceptionDetails,
  "Page.javascriptDialogOpening": ({ message }) => `dialog: ${String(message)}`,
};

async function openPage(connection: Connection, sessionId: string): Promise<BrowserPage> {
  const send = (method: string, params?: Params): Promise<Params> => connection.send(method, params, sessionId);
  let requests: string[] = [];
  let complaints: string[] = [];
  const onLoad: (() => void)[] = [];
  connection.onEvent((message) => {
    if (message.sessionId !== sessionId) return;
    const { method = "", params = {} } = message;
    if (method === "Page.loadEventFired") for (const resolve of onLoad.splice(0)) resolve();
    if (method === "Network.requestWillBeSent") requests.push((params["request"] as { readonly url: string }).url);
    const complaint = complaintOf[method]?.(params);
    if (complaint !== undefined) complaints.push(typeof complaint === "string" ? complaint : JSON.stringify(complaint));
  });
  await send("Emulation.setScrollbarsHidden", { hidden: true });
  for (const domain of ["Page", "Runtime", "Network", "Log", "Accessibility"]) await send(`${domain}.enable`);
  const loaded = (): Promise<void> => new Promise((resolve) => onLoad.push(resolve));
  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value: T }).value;
  }
  return {
    send,
    loaded,
    async open(url) {
      const isLoaded = loaded();
      await send("Page.navigate", { url });
      await isLoaded;
    },
    async view({ width, height = 900, scheme = "light", isScriptOff = false, headers = {} }) {
      await send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
      await send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
      await send("Emulation.setScriptExecutionDisabled", { value: isScriptOff });
      await send("Network.setExtraHTTPHeaders", { headers });
    },
    evaluate,
    async press(key) {
      const code = key === "Tab" ? 9 : 13;
      const event = { key, code: key, windowsVirtualKeyCode: code, ...(key === "Enter" && { text: "\r" }) };
      await send("Input.dispatchKeyEvent", { type: "keyDown", ...event });
      await send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
    },
    async type(text) {
      await send("Input.insertText", { text });
    },
    async screenshot(selector, mostHeight) {
      const { cssContentSize } = (await send("Page.getLayoutMetrics")) as unknown as {
        readonly cssContentSize: { readonly width: number; readonly height: number };
      };
      const box = `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect()`;
      const top = await evaluate<number>(`${box}.top + scrollY`);
      const { width } = cssContentSize;
      const clip = { x: 0, y: top, width, height: Math.min(mostHeight, cssContentSize.height - top), scale: 1 };
      const { data } = await send("Page.captureScreenshot", { format: "png", clip, captureBeyondViewport: true });
      return Buffer.from(String(data), "base64");
    },
    taken() {
      const told = { requests, complaints };
      requests = [];
      complaints = [];
      return told;
    },
  };
}
