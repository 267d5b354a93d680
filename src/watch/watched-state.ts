/** Keeps what a serving process tells of itself. */
import type { Artifact } from "../artifact/contract.ts";
import type { NodeReport, ProxyStats, RunningProxy } from "../proxy/contract.ts";
import type { ReloadOutcome, Watched } from "./contract.ts";

const keptReloads = 20;

interface Counting extends Pick<RunningProxy, "stats" | "nodes"> {
  /** Absent: its counts are never behind. */
  caughtUp?(): Promise<void>;
}

export class WatchedState implements Watched {
  readonly source: string;
  readonly reloadCounts = { good: 0, failed: 0 };
  readonly droppedLogLines: Watched["droppedLogLines"];
  readonly traced: Watched["traced"];
  #artifact: Artifact | undefined;
  #loadedAt = 0;
  #reloads: readonly ReloadOutcome[] = [];
  #proxy: Counting | undefined;
  #isDraining = false;

  constructor(
    source: string,
    droppedLogLines: Watched["droppedLogLines"] = () => undefined,
    traced: Watched["traced"] = () => undefined,
  ) {
    this.source = source;
    this.droppedLogLines = droppedLogLines;
    this.traced = traced;
  }

  /** An artifact is in force from now on. */
  use(artifact: Artifact): void {
    this.#artifact = artifact;
    this.#loadedAt = Date.now();
  }

  reloaded(isGood: boolean, text: string): void {
    this.reloadCounts[isGood ? "good" : "failed"]++;
    // A source that is away fails again and again: shown once, with the last time.
    const [last, ...earlier] = this.#reloads;
    const others = last && !isGood && !last.isGood && last.text === text ? earlier : this.#reloads;
    this.#reloads = [{ at: Date.now(), isGood, text }, ...others].slice(0, keptReloads);
  }

  /** The proxy listens. */
  serving(proxy: Counting): void {
    this.#proxy = proxy;
  }

  draining(): void {
    this.#isDraining = true;
  }

  artifact(): Artifact | undefined {
    return this.#artifact;
  }

  loadedAt(): number {
    return this.#loadedAt;
  }

  reloads(): readonly ReloadOutcome[] {
    return this.#reloads;
  }

  isServing(): boolean {
    return this.#artifact !== undefined && this.#proxy !== undefined && !this.#isDraining;
  }

  isDraining(): boolean {
    return this.#isDraining;
  }

  stats(): ProxyStats | undefined {
    return this.#proxy?.stats();
  }

  async caughtUp(): Promise<void> {
    await this.#proxy?.caughtUp?.();
  }

  nodes(): readonly NodeReport[] {
    return this.#proxy?.nodes() ?? [];
  }
}
