/** The impact of a plan in sentences, for every format that people read: a heading with its lines, the loudest first. */
import type { Impact, LimitChange, LostAccess, OpenedRoute, RouteName } from "../impact/contract.ts";
import { count } from "./count.ts";

/** How loud: somebody gets in who should not, somebody is locked out, something else. */
export type ImpactLevel = "danger" | "warning" | "note";

export interface ImpactSection {
  readonly level: ImpactLevel;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Lines of one section; JSON has all. */
const maxLines = 20;
const maxNames = 5;

/** Nothing where nothing is to be told. */
export function impactSections(impact: Impact): readonly ImpactSection[] {
  const opened = impact.open.filter(({ isNew }) => !isNew);
  const isNewAndOpen = impact.open.filter(({ isNew }) => isNew);
  const losers = impact.lost.filter(({ remaining }) => remaining.length === 0);
  const stopped = impact.lost.filter(({ remaining }) => remaining.length > 0);
  const sections: readonly (readonly [ImpactLevel, number, string, readonly string[]])[] = [
    [
      "danger",
      opened.length,
      `${count(opened.length, "route")} ${verb(opened.length, "lets", "let")} anyone in`,
      opened.map((each) => `${routeText(each.route)}: ${openText(each)}`),
    ],
    [
      "warning",
      isNewAndOpen.length,
      `${count(isNewAndOpen.length, "new route")} ${verb(isNewAndOpen.length, "asks", "ask")} for no credential`,
      isNewAndOpen.map((each) => `${routeText(each.route)}${anonymousText(each)}`),
    ],
    [
      "warning",
      callersOf(losers),
      `${count(callersOf(losers), "caller")} ${verb(callersOf(losers), "loses", "lose")} access`,
      together(losers.map((loss) => [loss.consumer, `${whereLost(loss)}: ${loss.reason}`])),
    ],
    [
      "warning",
      stopped.length,
      `${count(callersOf(stopped), "caller")} must use another credential`,
      together(stopped.map((loss) => [loss.consumer, stoppedText(loss)])),
    ],
    [
      "warning",
      impact.closed.length,
      `${count(impact.closed.length, "route")} no longer ${verb(impact.closed.length, "lets", "let")} anyone in`,
      impact.closed.map(({ route, reason }) => `${routeText(route)}: ${reason}`),
    ],
    [
      "note",
      impact.gained.length,
      `${count(impact.gained.length, "caller")} ${verb(impact.gained.length, "gains", "gain")} access`,
      together(
        impact.gained.map(({ consumer, isNew, routes }) => [consumer, `${toRoutes(routes)}${isNew ? " (new)" : ""}`]),
      ),
    ],
    [
      "note",
      impact.limits.length,
      `${count(limited(impact.limits), "caller")} ${verb(limited(impact.limits), "has", "have")} another limit`,
      impact.limits.map(limitText),
    ],
    ["note", impact.notJudged.length, "not judged", impact.notJudged],
  ];
  return sections.flatMap(([level, number, heading, lines]) =>
    number === 0 ? [] : [{ level, heading, lines: shortened(lines) }],
  );
}

/** Callers who go through the same are named together. */
function together(items: readonly (readonly [name: string, text: string])[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const [name, text] of items) names.set(text, [...(names.get(text) ?? []), name]);
  return [...names].map(([text, who]) => `${listed(who)}${text}`);
}

function callersOf(losses: readonly LostAccess[]): number {
  return new Set(losses.map(({ consumer }) => consumer)).size;
}

function limited(limits: readonly LimitChange[]): number {
  return new Set(limits.flatMap(({ consumers }) => consumers)).size;
}

function whereLost({ isEverything, routes }: LostAccess): string {
  return isEverything ? "" : toRoutes(routes);
}

function stoppedText({ credentials, remaining, reason, routes }: LostAccess): string {
  return `${toRoutes(routes)}: ${listed(credentials)} stops, ${listed(remaining)} goes on (${reason})`;
}

function limitText({ consumers, routes, plugin, before, after, direction }: LimitChange): string {
  const who = `${listed(consumers)}${toRoutes(routes)}: ${plugin}`;
  if (direction === "starts") return `${who} ${after ?? ""} begins`;
  if (direction === "ends") return `${who} ${before ?? ""} ends`;
  return `${who} ${direction} from ${before ?? ""} to ${after ?? ""}`;
}

function openText(opened: OpenedRoute): string {
  return `anyone may call it${anonymousText(opened)}, and before it asked for a credential`;
}

function anonymousText({ anonymousConsumer }: OpenedRoute): string {
  return anonymousConsumer === undefined ? "" : ` as ${anonymousConsumer}`;
}

function toRoutes(routes: readonly RouteName[]): string {
  return ` to ${listed(routes.map(pathText))}`;
}

function pathText({ id, name, paths }: RouteName): string {
  return paths[0] ?? name ?? id;
}

function routeText(route: RouteName): string {
  return `${pathText(route)} (route ${route.name ?? route.id})`;
}

function listed(names: readonly string[]): string {
  if (names.length <= maxNames) return names.join(", ");
  return `${names.slice(0, maxNames).join(", ")} and ${names.length - maxNames} more`;
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines), `… and ${lines.length - maxLines} more`];
}

function verb(number: number, one: string, several: string): string {
  return number === 1 ? one : several;
}
