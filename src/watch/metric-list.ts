/** What is counted and measured, by name: one line of help each, and where the samples come from. */
import type { ProxyStats } from "../proxy/contract.ts";
import { version } from "../version.ts";
import type { Watched } from "./contract.ts";
import {
  artifactInfo,
  limitHits,
  refusals,
  requestsByConsumer,
  requestsByRoute,
  type Sample,
  tallies,
} from "./metric-samples.ts";
import type { Recorder } from "./recorder.ts";

type Samples = () => Iterable<Sample>;

export type MetricDefinition = readonly [name: string, help: string, labelNames: readonly string[], samples: Samples];

/** Without labels. */
function sample(value: number): Sample {
  return [{}, value];
}

export function counters(watched: Watched, recorder: Recorder): readonly MetricDefinition[] {
  const { reloadCounts } = watched;
  return [
    [
      "rollcall_http_requests_total",
      "Requests by route (empty: none matched) and status as sent to the client; 499: the client went away.",
      ["route", "code"],
      () => requestsByRoute(recorder),
    ],
    [
      "rollcall_refusals_total",
      "Requests that the gateway answered itself, by plugin (empty: no plugin) and reason.",
      ["plugin", "reason"],
      () => refusals(recorder),
    ],
    [
      "rollcall_limit_hits_total",
      "Requests over a limit, by plugin and route.",
      ["plugin", "route"],
      () => limitHits(recorder),
    ],
    [
      "rollcall_forward_failures_total",
      "Requests that were sent on and not answered to their end, by reason.",
      ["reason"],
      () => tallies(recorder),
    ],
    ...(recorder.consumers
      ? [
          [
            "rollcall_consumer_requests_total",
            "Requests by consumer (the first ones by name, the rest other) and class of the status.",
            ["consumer", "class"],
            () => requestsByConsumer(recorder),
          ] as const,
        ]
      : []),
    [
      "rollcall_reloads_total",
      "Attempts to load an artifact or files anew, by outcome.",
      ["outcome"],
      () => [
        [{ outcome: "success" }, reloadCounts.good],
        [{ outcome: "failure" }, reloadCounts.failed],
      ],
    ],
    ...proxyCounts.map(
      ([name, help, field]): MetricDefinition => [name, help, [], () => [sample(watched.stats()?.[field] ?? 0)]],
    ),
    ...(watched.droppedLogLines() === undefined
      ? []
      : [
          [
            "rollcall_access_log_dropped_total",
            "Lines of the access log that were dropped because they could not be written fast enough.",
            [],
            () => [sample(watched.droppedLogLines() ?? 0)],
          ] as const,
        ]),
    ...(watched.traced() === undefined
      ? []
      : [
          [
            "rollcall_traced_requests_total",
            "Sampled requests, by whether a collector took their spans (exported, dropped).",
            ["outcome"],
            () => Object.entries(watched.traced() ?? {}).map(([outcome, value]): Sample => [{ outcome }, value]),
          ] as const,
        ]),
  ];
}

const proxyCounts: readonly (readonly [name: string, help: string, field: keyof ProxyStats])[] = [
  ["rollcall_malformed_requests_total", "Requests that could not be read in one way only.", "malformed"],
  ["rollcall_forwarded_requests_total", "Requests sent to an upstream.", "forwarded"],
  ["rollcall_upstream_retries_total", "Further attempts of a request at an upstream.", "retries"],
  ["rollcall_upstream_failures_total", "Requests that an upstream failed to answer.", "upstreamFailures"],
  ["rollcall_client_aborts_total", "Requests whose client went away before the answer was complete.", "clientAborts"],
  ["rollcall_upgrades_total", "Connections that became tunnels (websocket).", "upgrades"],
];

export function gauges(watched: Watched): readonly MetricDefinition[] {
  const artifact = () => watched.artifact();
  const ofArtifact =
    (value: (loaded: NonNullable<ReturnType<Watched["artifact"]>>) => number): Samples =>
    () => {
      const loaded = artifact();
      return loaded ? [sample(value(loaded))] : [];
    };
  return [
    ["rollcall_build_info", "Always 1.", ["version"], () => [[{ version }, 1]]],
    [
      "rollcall_artifact_info",
      "Always 1; the artifact in force, by the digests of its file and of its content.",
      ["digest", "content"],
      () => artifactInfo(watched),
    ],
    [
      "rollcall_artifact_age_seconds",
      "Time since the artifact came into force here.",
      [],
      ofArtifact(() => (Date.now() - watched.loadedAt()) / 1000),
    ],
    [
      "rollcall_artifact_loaded_timestamp_seconds",
      "When the artifact came into force here.",
      [],
      ofArtifact(() => watched.loadedAt() / 1000),
    ],
    ["rollcall_artifact_consumers", "Consumers of the artifact.", [], ofArtifact(({ consumerCount }) => consumerCount)],
    [
      "rollcall_artifact_credentials",
      "Credentials of the artifact.",
      [],
      ofArtifact(({ credentialCount }) => credentialCount),
    ],
    ["rollcall_artifact_routes", "Routes of the artifact.", [], ofArtifact(({ routes }) => routes.length)],
    ["rollcall_artifact_bytes", "Size of the artifact.", [], ofArtifact(({ byteLength }) => byteLength)],
    [
      "rollcall_last_reload_successful",
      "1 if the last attempt to load anew was good, 0 if it failed; absent before the first.",
      [],
      () =>
        watched
          .reloads()
          .slice(0, 1)
          .map(({ isGood }) => [{}, isGood ? 1 : 0] as const),
    ],
    [
      "rollcall_upstream_healthy",
      "1 if health checks find the node of an upstream well, 0 if it was taken out; of upstreams with checks only.",
      ["upstream", "node"],
      () => watched.nodes().map(({ upstream, node, isHealthy }) => [{ upstream, node }, isHealthy ? 1 : 0] as const),
    ],
    ["rollcall_ready", "1 if new requests are taken.", [], () => [[{}, watched.isServing() ? 1 : 0]]],
    [
      "rollcall_client_connections",
      "Client connections that are open.",
      [],
      () => [[{}, watched.stats()?.openConnections ?? 0]],
    ],
    [
      "rollcall_active_requests",
      "Requests under way to an upstream.",
      [],
      () => [[{}, watched.stats()?.activeRequests ?? 0]],
    ],
  ];
}
