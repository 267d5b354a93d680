/** The metrics of a running proxy in the text format of Prometheus; all but those of the process are read when they are asked for. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { CollectedHistogram } from "./collected-histogram.ts";
import type { Watched } from "./contract.ts";
import { counters, gauges } from "./metric-list.ts";
import type { Recorder } from "./recorder.ts";

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
}

/** Starts to observe the process (event loop, garbage collection), which costs a little; call once a process. */
export function createMetrics(watched: Watched, recorder: Recorder): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const [name, help, labelNames, samples] of counters(watched, recorder)) {
    new Counter({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        for (const [labels, value] of samples()) this.inc(labels, value);
      },
    });
  }
  for (const [name, help, labelNames, samples] of gauges(watched)) {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        // A reset sets what has no labels to 0; what has no value is left out.
        if (labelNames.length === 0) this.remove();
        for (const [labels, value] of samples()) this.set(labels, value);
      },
    });
  }
  addHistograms(registry, recorder);
  return { contentType: registry.contentType, text: () => registry.metrics() };
}

function addHistograms(registry: Registry, recorder: Recorder): void {
  const registers = [registry];
  new CollectedHistogram(
    {
      name: "rollcall_upstream_latency_seconds",
      help: "From sending a request to the head of its answer, by upstream.",
      labelNames: ["upstream"],
      registers,
    },
    () => Array.from(recorder.upstreams.entries(), ([upstream, times]) => [{ upstream }, times] as const),
  );
  new CollectedHistogram(
    {
      name: "rollcall_http_request_duration_seconds",
      help: "From the head of a request to the end of its answer; tunnels left out.",
      registers,
    },
    () => [[{}, recorder.durations]],
  );
}
