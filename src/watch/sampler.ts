/** Which traces are told: the samplers of OTEL_TRACES_SAMPLER (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). */
import type { TraceParent } from "./trace-context.ts";

export type Sampler = (traceId: string, parent: TraceParent | undefined) => boolean;

/** By name; `ratio` is OTEL_TRACES_SAMPLER_ARG. */
export const samplers: Readonly<Record<string, (ratio: number) => Sampler>> = {
  always_on: () => () => true,
  always_off: () => () => false,
  traceidratio: ofRatio,
  parentbased_always_on: () => parentBased(() => true),
  parentbased_always_off: () => parentBased(() => false),
  parentbased_traceidratio: (ratio) => parentBased(ofRatio(ratio)),
};

function parentBased(root: Sampler): Sampler {
  return (traceId, parent) => parent?.isSampled ?? root(traceId, parent);
}

/** The last 56 bits of a trace id are random (W3C Trace Context level 2); those above the threshold are told, so that all who sample agree. */
function ofRatio(ratio: number): Sampler {
  const threshold = (1 - ratio) * 2 ** 56;
  return (traceId) => ratio > 0 && Number.parseInt(traceId.slice(-14), 16) >= threshold;
}
