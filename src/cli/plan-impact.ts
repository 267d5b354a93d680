/** What a plan means to callers, for diff and sync: reads what the plan did not need, and asks the engine. */
import { nodeCrypto } from "../crypto/node.ts";
import { type Gateway, GatewayError } from "../gateway/contract.ts";
import type { Impact } from "../impact/contract.ts";
import { type Kind, kinds, type Live } from "../model/config.ts";
import type { Plan } from "../plan/contract.ts";
import type { SavedPlan } from "../plan/saved.ts";

export interface ImpactInputOptions {
  /** commander's `--no-impact`: false when given. */
  readonly impact: boolean;
}

/** A gateway that keeps what was read of it last, so that nothing has to be read twice. */
export interface RememberingGateway extends Gateway {
  readonly lastRead: Live | undefined;
}

export function remembering(gateway: Gateway): RememberingGateway {
  let lastRead: Live | undefined;
  return {
    ...gateway,
    get lastRead() {
      return lastRead;
    },
    async read(asked) {
      lastRead = await gateway.read(asked);
      return lastRead;
    },
  };
}

/** Undefined where nothing changes, or where it is not wanted. @param gateway that the plan was made from */
export async function planImpact(
  gateway: RememberingGateway,
  plan: Plan,
  options: ImpactInputOptions,
): Promise<Impact | undefined> {
  const { lastRead } = gateway;
  if (!options.impact || plan.changes.length === 0 || !lastRead) return undefined;
  const { live, missing } = await complete(gateway, lastRead);
  const { impactOf } = await import("../impact/impact.ts");
  const impact = await impactOf(live, plan.changes, { crypto: nodeCrypto, now: Date.now });
  return { ...impact, notJudged: [...missing, ...impact.notJudged] };
}

/** What a saved plan tells of it. The plan is sealed, so that what has this shape is what rollcall wrote. */
export function savedImpact({ impact }: SavedPlan, options: ImpactInputOptions): Impact | undefined {
  return options.impact && impact && isImpact(impact) ? impact : undefined;
}

const lists = ["open", "closed", "lost", "gained", "limits", "notJudged"] as const satisfies readonly (keyof Impact)[];

function isImpact(value: object): value is Impact {
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return lists.every((list) => Array.isArray(fields[list]));
}

/** With the kinds that are not managed. A gateway that does not give them out can still be planned for. */
async function complete(
  gateway: RememberingGateway,
  read: Live,
): Promise<{ readonly live: Live; readonly missing: readonly string[] }> {
  const unread = kinds.filter((kind) => kind !== "credentials" && !read.declared.has(kind));
  if (unread.length === 0) return { live: read, missing: [] };
  try {
    const rest = await gateway.read(new Set(unread));
    const parts = Object.fromEntries(unread.map((kind) => [kind, rest[kind as Exclude<Kind, "credentials">]]));
    return { live: { ...read, ...parts, declared: new Set([...read.declared, ...rest.declared]) }, missing: [] };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return {
      live: read,
      missing: [`The gateway's ${unread.join(", ")} could not be read: what they decide is not judged.`],
    };
  }
}
