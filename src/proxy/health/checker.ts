/** The health checks of one upstream: probes of its nodes on timers, and what clients' requests tell of them. */
import type { CompiledChecks, CompiledNode, CompiledUpstream, HealthRules } from "../../artifact/contract.ts";
import type { NodeChange, UpstreamTls } from "../contract.ts";
import { nodeAuthority } from "../upstream-headers.ts";
import { NodeHealth, type Report, reportOfStatus } from "./node-health.ts";
import { type ProbeTarget, probe } from "./probe.ts";

export interface Checker {
  /** The upstream, by its owner. */
  readonly owner: string;
  /** By host and port. */
  readonly nodes: ReadonlyMap<string, CheckedNode>;
  /** Nodes that stay keep their state; those that are new are well until something else is known. */
  use(nodes: readonly CompiledNode[]): void;
  close(): void;
}

export interface CheckedNode {
  readonly isHealthy: boolean;
  /** The last one; undefined: it has been healthy all the time. */
  readonly change: NodeChange | undefined;
  /** A request was answered with this status. */
  answered(status: number): void;
  /** A request was not answered, or not to its end. */
  failed(report: Exclude<Report, "success">): void;
}

export function createChecker(
  upstream: CompiledUpstream,
  checks: CompiledChecks,
  tls: UpstreamTls,
  tell: (text: string) => void,
): Checker {
  const { owner } = upstream;
  const { active, passive } = checks;
  const nodes = new Map<string, ProbedNode>();
  /** Nodes whose time has come, while others are probed. */
  const waiting = new Set<ProbedNode>();
  let underWay = 0;

  function begin(): void {
    for (const node of waiting) {
      if (underWay >= active.concurrency) return;
      waiting.delete(node);
      underWay++;
      node.stop = probe(active, node.target, tls, (report) => {
        underWay--;
        if (report !== undefined) node.report(report, active, "active");
        node.wait(node.isHealthy ? active.healthyInterval : active.unhealthyInterval);
        begin();
      });
    }
  }

  const add = (node: CompiledNode): void => {
    const name = nodeAuthority(node);
    const added = new ProbedNode(
      targetOf(upstream, checks, node),
      passive,
      (isHealthy) => tell(`${owner}: node ${name} is ${isHealthy ? "healthy again" : "unhealthy"}`),
      () => {
        waiting.add(added);
        begin();
      },
    );
    nodes.set(name, added);
    added.wait(0);
  };

  const remove = (name: string, node: ProbedNode): void => {
    nodes.delete(name);
    waiting.delete(node);
    if (node.end()) underWay--;
  };

  return {
    owner,
    nodes,
    use(wanted) {
      const names = new Set(wanted.map((node) => nodeAuthority(node)));
      for (const [name, node] of nodes) if (!names.has(name)) remove(name, node);
      for (const node of wanted) if (!nodes.has(nodeAuthority(node))) add(node);
      begin();
    },
    close() {
      for (const [name, node] of nodes) remove(name, node);
    },
  };
}

class ProbedNode implements CheckedNode {
  readonly target: ProbeTarget;
  /** Ends the probe that is under way. */
  stop: (() => void) | undefined;
  change: NodeChange | undefined;
  readonly #health = new NodeHealth();
  readonly #passive: HealthRules | undefined;
  readonly #onChange: (isHealthy: boolean) => void;
  readonly #onDue: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    target: ProbeTarget,
    passive: HealthRules | undefined,
    onChange: (isHealthy: boolean) => void,
    onDue: () => void,
  ) {
    this.target = target;
    this.#passive = passive;
    this.#onChange = onChange;
    this.#onDue = onDue;
  }

  get isHealthy(): boolean {
    return this.#health.isHealthy;
  }

  answered(status: number): void {
    const report = this.#passive && reportOfStatus(this.#passive, status);
    if (this.#passive && report) this.report(report, this.#passive, "passive");
  }

  failed(report: Exclude<Report, "success">): void {
    if (this.#passive) this.report(report, this.#passive, "passive");
  }

  report(found: Report, rules: HealthRules, by: NodeChange["by"]): void {
    if (!this.#health.report(found, rules)) return;
    this.change = { at: Date.now(), by, found };
    this.#onChange(this.isHealthy);
  }

  wait(seconds: number): void {
    this.stop = undefined;
    this.#timer = setTimeout(this.#onDue, seconds * 1000);
    this.#timer.unref();
  }

  /** @returns whether a probe was under way */
  end(): boolean {
    clearTimeout(this.#timer);
    const { stop } = this;
    this.stop = undefined;
    stop?.();
    return stop !== undefined;
  }
}

function targetOf(upstream: CompiledUpstream, { active }: CompiledChecks, node: CompiledNode): ProbeTarget {
  const rewritten = upstream.passHost === "rewrite" ? upstream.upstreamHost : undefined;
  const port = active.port ?? node.port;
  return {
    host: node.host.replace(/^\[(.*)\]$/, "$1"),
    port,
    hostHeader: active.host ?? rewritten ?? nodeAuthority({ ...node, port }),
  };
}
