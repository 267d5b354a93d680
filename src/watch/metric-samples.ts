/** The samples of the metrics that have labels. */
import type { Watched } from "./contract.ts";
import type { Recorder } from "./recorder.ts";

export type Labels = Readonly<Record<string, string>>;
export type Sample = readonly [labels: Labels, value: number];

export function* requestsByRoute({ routes }: Recorder): Generator<Sample> {
  for (const [route, { byStatus }] of routes.entries()) {
    for (const [code, value] of byStatus.entries()) if (value > 0) yield [{ route, code: String(code) }, value];
  }
}

export function* requestsByConsumer({ consumers }: Recorder): Generator<Sample> {
  for (const [consumer, byClass] of consumers?.entries() ?? []) {
    for (const [digit, value] of byClass.entries()) if (value > 0) yield [{ consumer, class: `${digit}xx` }, value];
  }
}

export function* refusals({ refusals: table }: Recorder): Generator<Sample> {
  for (const [name, { count }] of table.entries()) {
    const [plugin = "", reason = plugin] = name.includes("\n") ? name.split("\n", 2) : [name];
    yield [{ plugin, reason }, count];
  }
}

export function* limitHits({ routes }: Recorder): Generator<Sample> {
  for (const [route, { limitHits: hits }] of routes.entries()) {
    for (const [plugin, value] of hits) yield [{ plugin, route }, value];
  }
}

export function* tallies({ forwardFailures }: Recorder): Generator<Sample> {
  for (const [reason, { count }] of forwardFailures.entries()) yield [{ reason }, count];
}

export function artifactInfo(watched: Watched): readonly Sample[] {
  const meta = watched.artifact()?.meta;
  return meta ? [[{ digest: meta.digest, content: meta.content }, 1]] : [];
}
