/** A gate in the style of the Fetch API: Workers, Deno, Bun, service workers. */
import type { Forward, GatewayRequest } from "../engine/contract.ts";
import { bodiless, type Caller, callerOf, type Gate } from "./contract.ts";

export interface FetchGate extends Gate {
  /** The client's address, which each runtime tells in its own way; of a proxy's header only if the proxy always sets it. */
  remoteAddress(request: Request): string;
}

/** A request that may go on. */
export interface Passed {
  readonly request: Request;
  readonly caller: Caller;
  /** Call it with the answer: it adds headers such as X-RateLimit-*, and ends what counts open requests. */
  finish(response: Response): Response;
}

/**
 * @example
 * const gate = fetchGate({ engine, remoteAddress: (request) => request.headers.get("cf-connecting-ip") });
 * const passed = await gate(request);
 * if (passed instanceof Response) return passed;
 * return passed.finish(new Response(`hello ${passed.caller.consumer}`));
 */
export function fetchGate({ engine, remoteAddress }: FetchGate) {
  return async (request: Request): Promise<Response | Passed> => {
    const decision = await engine.decide(requestOf(request, remoteAddress(request)));
    if (decision.kind === "forward") return pass(request, decision);
    const { status, headers, body, bytes } = decision;
    return new Response(
      bodiless.has(status) || request.method === "HEAD"
        ? null
        : ((bytes as Uint8Array<ArrayBuffer> | undefined) ?? body),
      {
        status,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
      },
    );
  };
}

function requestOf(request: Request, remoteAddress: string): GatewayRequest {
  const url = new URL(request.url);
  const headers = [...request.headers];
  if (!request.headers.has("host")) headers.push(["host", url.host]);
  return {
    method: request.method,
    target: url.pathname + url.search,
    headers,
    remoteAddress,
    scheme: url.protocol === "https:" ? "https" : "http",
    readBody: (limit) => readCopy(request, limit),
  };
}

/** The application still gets the body. */
async function readCopy(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const copy = request.clone().body;
  for await (const chunk of copy ?? []) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

function pass(request: Request, decision: Forward): Passed {
  // By joining, not by resolving: a path that begins with // would name another host.
  const url = new URL(request.url).origin + decision.target;
  const isBodiless = request.body === null || decision.method === "GET" || decision.method === "HEAD";
  const passed = new Request(url, {
    method: decision.method,
    headers: decision.headers.map(([name, value]): [string, string] => [name, value]),
    redirect: "manual",
    signal: request.signal,
    ...(isBodiless ? {} : { body: request.body, duplex: "half" as const }),
  });
  return { request: passed, caller: callerOf(decision), finish: (response) => finish(response, decision) };
}

function finish(response: Response, { responseHeaders, release }: Forward): Response {
  const body = response.body && release ? untilEnd(response.body, release) : response.body;
  if (!response.body) release?.();
  const finished = new Response(body, response);
  for (const [name, value] of responseHeaders) finished.headers.set(name, value);
  return finished;
}

/** The same body; `ended` is called once, however it ends. */
function untilEnd(body: ReadableStream<Uint8Array>, ended: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          controller.enqueue(value);
          return;
        }
        ended();
        controller.close();
      } catch (error) {
        ended();
        controller.error(error);
      }
    },
    cancel(reason) {
      ended();
      return reader.cancel(reason);
    },
  });
}
