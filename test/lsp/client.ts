/** A language client as an editor is one: starts a server, and speaks LSP 3.17 with it over its standard input and output. */
import { type ChildProcess, spawn } from "node:child_process";

/** Of a message from the server, as far as the tests look into it. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Client {
  readonly child: ChildProcess;
  /** All that the server has sent. */
  readonly received: readonly Message[];
  /** What the server has written to standard error. */
  errors(): string;
  /** Resolves with the result; rejects with the error that the server answers. */
  request<Result>(method: string, params?: unknown): Promise<Result>;
  notify(method: string, params?: unknown): void;
  /** Sends any text as it is. */
  send(text: string): void;
  /** The first message (of those received, or the next) that fits. */
  next(fits: (message: Message) => boolean, what: string): Promise<Message>;
  /** shutdown, exit; the exit code. */
  stop(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

interface Waiting {
  readonly fits: (message: Message) => boolean;
  readonly resolve: (message: Message) => void;
}

const patience = 15_000;

/** @param answer what the client answers to requests of the server, by default null */
export function startServer(
  command: readonly [file: string, ...argv: string[]],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
  answer: (method: string, params: unknown) => unknown = () => null,
): Client {
  const [file, ...argv] = command;
  const child = spawn(file, argv, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  const received: Message[] = [];
  const waiting = new Set<Waiting>();
  let errors = "";
  let lastId = 0;
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk));
  // A server that is gone is what some tests are about.
  child.stdin.on("error", () => {});
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));

  const send = (text: string): void => void child.stdin.write(text);
  const post = (message: object): void => send(frame(JSON.stringify({ jsonrpc: "2.0", ...message })));
  readFrames(child, (message) => {
    received.push(message);
    if (message.method !== undefined && message.id !== undefined) {
      post({ id: message.id, result: answer(message.method, message.params) });
    }
    for (const one of [...waiting]) {
      if (!one.fits(message)) continue;
      waiting.delete(one);
      one.resolve(message);
    }
  });

  const next = (fits: Waiting["fits"], what: string): Promise<Message> => {
    const known = received.find(fits);
    if (known) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${what} within ${patience} ms\n${errors}`)), patience);
      waiting.add({
        fits,
        resolve(message) {
          clearTimeout(timer);
          resolve(message);
        },
      });
    });
  };

  const request = async <Result>(method: string, params?: unknown): Promise<Result> => {
    lastId += 1;
    const id = lastId;
    const answered = next((message) => message.id === id && message.method === undefined, `answer to ${method}`);
    post({ id, method, ...(params !== undefined && { params }) });
    const { error, result } = await answered;
    if (error) throw new Error(`${error.code}: ${error.message}`);
    return result as Result;
  };

  return {
    child,
    received,
    errors: () => errors,
    request,
    notify: (method, params) => post({ method, ...(params !== undefined && { params }) }),
    send,
    next,
    async stop() {
      await request("shutdown");
      post({ method: "exit" });
      return ended;
    },
    ended,
  };
}

function frame(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function readFrames({ stdout }: ChildProcess, take: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  stdout?.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const headEnd = buffer.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString("latin1", 0, headEnd))?.[1]);
      const start = headEnd + 4;
      if (buffer.length < start + length) return;
      take(JSON.parse(buffer.toString("utf8", start, start + length)) as Message);
      buffer = buffer.subarray(start + length);
    }
  });
}
