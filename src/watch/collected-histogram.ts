/** A Prometheus histogram over counts that are kept elsewhere: prom-client's own is filled one observation at a time. */
import { Histogram } from "prom-client";
import { bucketBounds, type TimeHistogram } from "./histogram.ts";

export type Labelled = readonly [labels: Readonly<Record<string, string>>, times: TimeHistogram];

type Exposed = Awaited<ReturnType<Histogram<string>["get"]>>;

export class CollectedHistogram extends Histogram<string> {
  readonly #describe: { readonly name: string; readonly help: string };
  readonly #rows: () => Iterable<Labelled>;

  constructor(
    settings: ConstructorParameters<typeof Histogram<string>>[0] & { readonly name: string },
    rows: () => Iterable<Labelled>,
  ) {
    super(settings);
    this.#describe = { name: settings.name, help: settings.help };
    this.#rows = rows;
  }

  override async get(): Promise<Exposed> {
    const { name, help } = this.#describe;
    const values = [...this.#rows()].flatMap(([labels, times]) => samples(name, labels, times));
    return { name, help, type: histogram, aggregator: "sum", collect: () => {}, values };
  }

  /** What a registry asks first. */
  getForPromString(): Promise<Exposed> {
    return this.get();
  }
}

// prom-client writes the words; its types say the numbers of an enumeration that it does not export.
const histogram = "histogram" as unknown as Exposed["type"];

/** Cumulative buckets, in seconds as Prometheus has it. */
function samples(name: string, labels: Labelled[0], times: TimeHistogram): Exposed["values"] {
  const bounds = [...bucketBounds.map((bound) => bound / 1000), "+Inf"];
  let sum = 0;
  const buckets = bounds.map((le, index) => {
    sum += times.buckets[index] ?? 0;
    return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: sum };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: times.sum / 1000 },
    { metricName: `${name}_count`, labels, value: times.count },
  ];
}
