/** What `/-/explain` answers: what the artifact in force would do with a request, without doing it. */
import type { IncomingMessage } from "node:http";
import type { Artifact } from "../artifact/contract.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { createCounters } from "../engine/counters.ts";
import { RequestError } from "../explain/contract.ts";
import { explain } from "../explain/explain.ts";
import { renderExplanationText } from "../report/explanation-text.ts";
import { safeJson } from "../report/safe-json.ts";
import { createStyle } from "../report/style.ts";
import { type Asked, askedOfJson, askedOfQuery } from "./explain-request.ts";

/** Of the question, the request's body included. */
const maxBodyBytes = 64 * 1024;

export interface ExplainAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export async function explainAnswer(
  artifact: Artifact | undefined,
  message: IncomingMessage,
  query: URLSearchParams,
): Promise<ExplainAnswer> {
  if (!artifact) return fault(503, "no artifact is served yet");
  const body = await readBody(message);
  if (body === undefined) return fault(413, `a question has ${maxBodyBytes} bytes at most`);
  let asked: Asked;
  try {
    asked = ask(message, body, query);
  } catch (error) {
    if (error instanceof RequestError) return fault(400, error.message);
    throw error;
  }
  const now = asked.at ?? Date.now();
  const explanation = await explain(asked.request, artifact, {
    crypto: nodeCrypto,
    now: () => now,
    // Those of the running gateway stay as they are: a question costs nobody a request.
    counters: createCounters(),
    sleep: () => Promise.resolve(),
  });
  if (!/\btext\/plain\b/.test(message.headers.accept ?? "")) {
    return { status: 200, type: "application/json", body: `${safeJson(explanation)}\n` };
  }
  const text = renderExplanationText(explanation, createStyle(false));
  return { status: 200, type: "text/plain; charset=utf-8", body: `${text}\n` };
}

function ask(message: IncomingMessage, body: string, query: URLSearchParams): Asked {
  if (body === "") return askedOfQuery(query);
  if (query.size > 0) throw new RequestError("give the request as JSON or in the query, not in both.");
  // Pages of the web can send other types to a loopback address without asking first.
  if (!/^application\/json\s*(?:;|$)/i.test(message.headers["content-type"] ?? ""))
    throw new RequestError("the body should be JSON, with Content-Type: application/json.");
  return askedOfJson(body);
}

/** Undefined: it is too long. */
async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBodyBytes) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function fault(status: number, error: string): ExplainAnswer {
  return { status, type: "application/json", body: `${safeJson({ error })}\n` };
}
