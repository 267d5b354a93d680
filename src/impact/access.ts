/** Who loses and who gains access, consumer by consumer. */
import type { GainedAccess, LimitChange, LostAccess, RouteName } from "./contract.ts";
import { LimitChanges } from "./limits.ts";
import { isOpen } from "./open-routes.ts";
import type { PresentServices } from "./present.ts";
import type { ProbeClass } from "./probes.ts";
import type { Scope } from "./scope.ts";
import type { Side } from "./side.ts";
import { type Question, type Verdict, verdictOn } from "./verdict.ts";

export interface AccessInput {
  readonly before: Side;
  readonly after: Side;
  readonly classes: readonly ProbeClass[];
  readonly scope: Scope;
  readonly services: PresentServices;
  /** Pairs of a consumer and a class of requests at most; 100,000 by default. */
  readonly maxPairs?: number;
}

export interface Access {
  readonly lost: readonly LostAccess[];
  readonly gained: readonly GainedAccess[];
  readonly limits: readonly LimitChange[];
  readonly notJudged: readonly string[];
}

interface Judged {
  readonly probeClass: ProbeClass;
  readonly verdict: Verdict;
}

export async function accessChanges(input: AccessInput): Promise<Access> {
  const { before, after, classes, scope } = input;
  const lost: LostAccess[] = [];
  const gained: GainedAccess[] = [];
  const limits = new LimitChanges();
  const notJudged = new Set<string>();
  let pairs = input.maxPairs ?? 100_000;
  const everyone = [...scope.direct, ...scope.indirect];
  for (const [index, username] of everyone.entries()) {
    const isDirect = scope.direct.has(username);
    const asked = classes.filter((each) => (isDirect || each.isChanged) && asksForCredentials(each));
    pairs -= asked.length;
    if (pairs < 0) {
      notJudged.add(`Only ${index} of ${everyone.length} consumers were judged: there are too many for all routes.`);
      break;
    }
    const judged: Judged[] = [];
    for (const probeClass of asked) {
      const verdict = await verdictOn({ ...input, username, probeClass });
      if (verdict) judged.push({ probeClass, verdict });
    }
    const losses = lossesOf(username, judged);
    const rest = losses.some(({ isEverything }) => isEverything) ? classes.filter((each) => !asked.includes(each)) : [];
    const hasRest = await passesAny({ ...input, username }, rest.filter(asksForCredentials));
    lost.push(...losses.map((loss) => (hasRest ? { ...loss, isEverything: false } : loss)));
    const routes = routesOf(judged.filter(({ verdict }) => isGain(verdict)));
    if (routes.length > 0) gained.push({ consumer: username, isNew: !before.hasConsumer(username), routes });
    for (const { probeClass, verdict } of judged) {
      addDoubts(username, probeClass, verdict, notJudged);
      if (!passesBefore(verdict) || !verdict.passesAfter) continue;
      const { probe } = probeClass;
      const plugins = [
        before.pluginsFor(username, probe.before.route?.id ?? ""),
        after.pluginsFor(username, probe.after.route?.id ?? ""),
      ] as const;
      limits.add(username, probeClass.routes, ...plugins);
    }
  }
  return { lost, gained, limits: limits.list(), notJudged: [...notJudged] };
}

/** Whether the consumer passes on one of these, which have not changed. */
async function passesAny(question: Omit<Question, "probeClass">, classes: readonly ProbeClass[]): Promise<boolean> {
  for (const probeClass of classes) {
    if ((await verdictOn({ ...question, probeClass }))?.passesAfter) return true;
  }
  return false;
}

/** Routes that let anyone in are told by themselves. */
function asksForCredentials({ probe }: ProbeClass): boolean {
  return !isOpen(probe.before) && !isOpen(probe.after);
}

function passesBefore({ losses, kept, uncertain }: Verdict): boolean {
  return losses.length + kept.length + uncertain.length > 0;
}

function isGain(verdict: Verdict): boolean {
  return verdict.passesAfter && !passesBefore(verdict);
}

function lossesOf(consumer: string, judged: readonly Judged[]): readonly LostAccess[] {
  const byReason = new Map<string, Judged[]>();
  for (const each of judged) {
    const { losses, kept } = each.verdict;
    const reason = [...new Set(losses.map((loss) => loss.reason))].join("; ");
    if (reason === "") continue;
    const key = JSON.stringify([reason, losses.map(({ credential }) => credential.id), kept.map(({ id }) => id)]);
    const group = byReason.get(key) ?? [];
    group.push(each);
    byReason.set(key, group);
  }
  const isEverything = judged.every(({ verdict }) => !verdict.passesAfter && verdict.uncertain.length === 0);
  return [...byReason.values()].map((group) => {
    const { losses = [], kept = [] } = group[0]?.verdict ?? {};
    return {
      consumer,
      reason: [...new Set(losses.map((loss) => loss.reason))].join("; "),
      credentials: losses.map(({ credential }) => credential.name),
      routes: routesOf(group),
      isEverything,
      remaining: kept.map(({ name }) => name),
    };
  });
}

function routesOf(judged: readonly Judged[]): readonly RouteName[] {
  const routes = new Map(judged.flatMap(({ probeClass }) => probeClass.routes.map((route) => [route.id, route])));
  return [...routes.values()];
}

function addDoubts(username: string, { routes }: ProbeClass, verdict: Verdict, notJudged: Set<string>): void {
  for (const { name } of verdict.uncertain) {
    notJudged.add(
      `Credential ${username}/${name} is known by a reference to a secret that changes: whether its callers keep access is not judged.`,
    );
  }
  if (verdict.refusedBy === undefined) return;
  const [route] = routes;
  const others = routes.length > 1 ? ` and ${routes.length - 1} more` : "";
  notJudged.add(
    `${verdict.refusedBy} refuses every request that was tried on ${route?.name ?? route?.id ?? "a route"}${others}: who passes there is not judged.`,
  );
}
