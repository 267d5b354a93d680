/** Counts requests as they end, in arrays: what is shown is worked out when somebody asks. */
import { type AccessEvent, clientWentAway } from "../proxy/contract.ts";
import { BoundedTable } from "./bounded-table.ts";
import type { Incident } from "./contract.ts";
import { TimeHistogram } from "./histogram.ts";
import { reasonLabel } from "./reasons.ts";

/** Statuses 100 to 599; others cannot be sent. */
const statuses = 600;

/** `1xx` to `5xx` stand at 1 to 5. */
const classes = 6;

export interface RouteCounts {
  readonly byStatus: Float64Array;
  readonly byClass: Float64Array;
  limitHits: Map<string, number>;
}

export interface Tally {
  count: number;
}

export interface RecorderLimits {
  /** Routes and upstreams counted by their own names. */
  readonly routes: number;
  /** Consumers counted by their own names. 0: none is counted at all. */
  readonly consumers: number;
  /** Pairs of plugin and reason. */
  readonly reasons: number;
  /** Refusals and failures kept for the status page. */
  readonly incidents: number;
}

const defaultRecorderLimits: RecorderLimits = { routes: 1_000, consumers: 0, reasons: 200, incidents: 100 };

/** Characters of a client's path that are kept. */
const keptPath = 200;

export class Recorder {
  /** By route id; empty: no route matched. */
  readonly routes: BoundedTable<RouteCounts>;
  /** By username. Undefined: consumers are not counted. */
  readonly consumers: BoundedTable<Float64Array> | undefined;
  /** By plugin, a line feed, and the reason. */
  readonly refusals: BoundedTable<Tally>;
  /** By reason. */
  readonly forwardFailures: BoundedTable<Tally>;
  /** By owner: time until the head of the answer. */
  readonly upstreams: BoundedTable<TimeHistogram>;
  readonly durations = new TimeHistogram();
  readonly #incidents: Incident[] = [];
  readonly #keptIncidents: number;
  #nextIncident = 0;
  readonly #now: () => number;

  /** @param now milliseconds since the epoch */
  constructor(limits: Partial<RecorderLimits> = {}, now: () => number = Date.now) {
    const { routes, consumers, reasons, incidents } = { ...defaultRecorderLimits, ...limits };
    this.routes = new BoundedTable(routes, newRouteCounts);
    this.consumers = consumers > 0 ? new BoundedTable(consumers, newClasses) : undefined;
    this.refusals = new BoundedTable(reasons, newTally);
    this.forwardFailures = new BoundedTable(reasons, newTally);
    this.upstreams = new BoundedTable(routes, () => new TimeHistogram());
    this.#keptIncidents = incidents;
    this.#now = now;
  }

  record(event: AccessEvent): void {
    const { status, upstream, upstreamDuration, reason } = event;
    const route = this.routes.row(event.route ?? "");
    const statusClass = Math.trunc(status / 100);
    add(route.byStatus, status);
    add(route.byClass, statusClass);
    if (this.consumers !== undefined && event.consumer !== undefined) {
      add(this.consumers.row(event.consumer), statusClass);
    }
    if (upstream !== undefined && upstreamDuration !== undefined)
      this.upstreams.row(upstream).observe(upstreamDuration);
    // A tunnel lasts as long as its ends want.
    if (status !== 101) this.durations.observe(event.duration);
    if (reason !== "" && reason !== clientWentAway) this.#recordIncident(event, route);
  }

  /** Newest first. */
  incidents(): readonly Incident[] {
    const { length } = this.#incidents;
    return this.#incidents
      .map((_, index) => this.#incidents[(this.#nextIncident - 1 - index + 2 * length) % length])
      .filter((incident) => incident !== undefined);
  }

  #recordIncident(event: AccessEvent, route: RouteCounts): void {
    const reason = reasonLabel(event.reason);
    if (event.upstream === undefined) this.refusals.row(`${event.plugin}\n${reason}`).count++;
    else this.forwardFailures.row(reason).count++;
    if (isLimitHit(event)) route.limitHits.set(event.plugin, (route.limitHits.get(event.plugin) ?? 0) + 1);
    this.#incidents[this.#nextIncident % this.#keptIncidents] = {
      at: this.#now(),
      status: event.status,
      plugin: event.plugin,
      reason,
      route: event.route ?? "",
      consumer: event.consumer ?? "",
      method: event.method,
      path: event.path.length > keptPath ? `${event.path.slice(0, keptPath)}…` : event.path,
      remoteAddress: event.remoteAddress,
    };
    this.#nextIncident = (this.#nextIncident + 1) % this.#keptIncidents;
  }
}

function add(counts: Float64Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

function newRouteCounts(): RouteCounts {
  return { byStatus: new Float64Array(statuses), byClass: newClasses(), limitHits: new Map() };
}

function newClasses(): Float64Array {
  return new Float64Array(classes);
}

function newTally(): Tally {
  return { count: 0 };
}

/** A limit that cannot be counted answers 500 and is no hit. */
function isLimitHit({ plugin, status }: AccessEvent): boolean {
  return plugin.startsWith("limit-") && status !== 500;
}
