/** What `/-/config` answers: which artifact is in force, what it holds, and how the last loads went. */
import { version } from "../version.ts";
import type { Watched } from "./contract.ts";

export function configReport(watched: Watched, now: number): object {
  const artifact = watched.artifact();
  const time = (at: number): string => new Date(at).toISOString();
  return {
    version,
    source: watched.source,
    ready: watched.isServing(),
    draining: watched.isDraining(),
    artifact: artifact
      ? {
          digest: artifact.meta.digest,
          content: artifact.meta.content,
          inputDigest: artifact.meta.inputDigest,
          keyId: artifact.meta.keyId,
          tool: artifact.meta.tool,
          isSigned: artifact.meta.isSigned,
          bytes: artifact.byteLength,
          consumers: artifact.consumerCount,
          credentials: artifact.credentialCount,
          routes: artifact.routes.length,
          globalRules: artifact.globalRules.length,
          warnings: artifact.warnings.length,
          loadedAt: time(watched.loadedAt()),
          ageSeconds: Math.round((now - watched.loadedAt()) / 1000),
        }
      : null,
    nodes: watched.nodes().map(({ upstream, node, isHealthy, change }) => ({
      upstream,
      node,
      healthy: isHealthy,
      ...(change && { since: time(change.at), by: change.by, found: change.found }),
    })),
    reloads: {
      ...watched.reloadCounts,
      last: watched
        .reloads()
        .map(({ at, isGood, text }) => ({ at: time(at), outcome: isGood ? "good" : "failed", text })),
    },
  };
}
