/** What came of one request: the decision, and what was seen on the way to it. */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { RequestContext } from "../engine/context.ts";
import type { Decision, GatewayRequest } from "../engine/contract.ts";
import type { Engine } from "../engine/decide.ts";

export interface Observed {
  readonly decision: Decision;
  readonly route: CompiledRoute | undefined;
  readonly consumer: string | undefined;
  readonly credentialId: string | undefined;
  /** The plugins that ran, each with who carries it. */
  readonly ran: readonly { readonly name: string; readonly owner: string }[];
}

export async function observe(engine: Engine, request: GatewayRequest): Promise<Observed> {
  const ran: { name: string; owner: string }[] = [];
  let seen: RequestContext | undefined;
  let route: CompiledRoute | undefined;
  const decision = await engine.decide(request, {
    routed(found, context) {
      seen = context;
      route = found;
    },
    begins: ({ name, owner }) => void ran.push({ name, owner }),
  });
  if (decision.kind === "forward") decision.release?.();
  const { consumer } = seen ?? {};
  return { decision, route, consumer: consumer?.record.username, credentialId: consumer?.credentialId, ran };
}
