/** Which part of a gateway is managed: what carries the selected labels, and of what is not declared only what we own. */
import type { Config, Entry, Kind } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Pair } from "./match.ts";

export type Labels = Readonly<Record<string, string>>;

export interface Scope {
  /** Only what carries all of these; empty selects everything. Credentials go with their consumers. */
  readonly select: Labels;
  /** Marks what is written with `ownLabel`, and leaves alone what is not declared and lacks it. */
  readonly own: boolean;
}

const ownLabel = { name: "managed-by", value: "rollcall" } as const;

/** What is paired, and for a consumer that would go the credentials that would go with it. */
interface Scoped {
  readonly kind: Kind;
  readonly pair: Pair<unknown>;
  readonly consumer?: string;
  readonly cascade?: readonly Entry<unknown>[];
}

/** The subjects of the scope. A declared resource is in it by its own labels, another one by those of the gateway. */
export function withinScope<Subject extends Scoped>(subjects: readonly Subject[], scope: Scope): readonly Subject[] {
  if (selectsAll(scope.select) && !scope.own) return subjects;
  const selected = subjects.filter(({ kind, pair }) => kind !== "credentials" && isSelected(pair, scope.select));
  const consumers = new Set(selected.filter(({ kind }) => kind === "consumers").map(({ pair }) => pair.id));
  const credentials = subjects.filter(({ kind, consumer = "" }) => kind === "credentials" && consumers.has(consumer));
  const inside = new Set([...selected, ...credentials]);
  return subjects
    .filter((subject) => inside.has(subject) && (!scope.own || subject.pair.desired || isOwned(subject)))
    .map((subject) => (scope.own ? marked(subject) : subject));
}

/** The part of what a gateway holds that carries these labels. */
export function selectedPart(config: Config, select: Labels): Config {
  if (selectsAll(select)) return config;
  const carries = ({ value }: Entry<unknown>): boolean => carriesAll(value, select);
  return {
    ...config,
    consumer_groups: config.consumer_groups.filter(carries),
    consumers: config.consumers.filter(carries),
    upstreams: config.upstreams.filter(carries),
    services: config.services.filter(carries),
    plugin_configs: config.plugin_configs.filter(carries),
    routes: config.routes.filter(carries),
    global_rules: config.global_rules.filter(carries),
  };
}

/** As nearly always: nobody then pays for looking at a million labels. */
function selectsAll(select: Labels): boolean {
  return Object.keys(select).length === 0;
}

function isSelected({ desired, live }: Pair<unknown>, select: Labels): boolean {
  return carriesAll((desired ?? live)?.value, select);
}

function carriesAll(value: unknown, select: Labels): boolean {
  const labels = isMap(value) && isMap(value["labels"]) ? value["labels"] : {};
  return Object.entries(select).every(([name, wanted]) => Object.hasOwn(labels, name) && labels[name] === wanted);
}

/** A consumer takes its credentials along, so all of them must be ours too. */
function isOwned({ pair, cascade = [] }: Scoped): boolean {
  const own = { [ownLabel.name]: ownLabel.value };
  return [pair.live, ...cascade].every((entry) => carriesAll(entry?.value, own));
}

/** Global rules have no labels. */
function marked<Subject extends Scoped>(subject: Subject): Subject {
  const { kind, pair } = subject;
  const { desired } = pair;
  if (!desired || kind === "global_rules" || !isMap(desired.value)) return subject;
  const labels = isMap(desired.value["labels"]) ? desired.value["labels"] : {};
  const value = { ...desired.value, labels: { ...labels, [ownLabel.name]: ownLabel.value } };
  return { ...subject, pair: { ...pair, desired: { ...desired, value } } };
}
