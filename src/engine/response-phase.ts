/** Runs the plugins that have a say in the answer, over the upstream's or over one of the gateway. */
import { errorAnswer } from "./answer.ts";
import type { ChainLink } from "./chain.ts";
import type { RequestContext } from "./context.ts";
import type { Refusal, ResponseChange, ResponseHead } from "./contract.ts";
import { utf8Bytes, utf8Text } from "./encoding.ts";
import { ResponseDraft } from "./response-draft.ts";

export function changeResponse(
  links: readonly ChainLink[],
  context: RequestContext,
  head: ResponseHead,
): ResponseChange {
  try {
    const draft = new ResponseDraft(head);
    context.response = draft;
    for (const link of links) link.respond?.(context, draft);
    return draft.change();
  } catch {
    const { status, headers = [], body } = unchangeable;
    return { status, headers, body: utf8Bytes(body) };
  }
}

/** An answer that was to be rewritten and could not be must not go out as it was. */
const unchangeable = errorAnswer(500, "the response cannot be rewritten");

/** A refusal as the client sees it. */
export function changeRefusal(links: readonly ChainLink[], context: RequestContext, refusal: Refusal): Refusal {
  if (links.length === 0) return refusal;
  const change = changeResponse(links, context, refusal);
  const { status, headers } = change;
  const body = change.rewriteBody ? change.rewriteBody(utf8Bytes(refusal.body)) : change.body;
  if (change.rewriteBody && !body) {
    return { ...refusal, status: unchangeable.status, headers: unchangeable.headers ?? [], body: unchangeable.body };
  }
  if (!body) return { ...refusal, status, headers };
  const text = utf8Text(body);
  return { ...refusal, status, headers, ...(text === undefined ? { body: "", bytes: body } : { body: text }) };
}
