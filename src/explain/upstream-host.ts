/** The Host header with which an upstream is asked, by its pass_host. */

import type { CompiledUpstream } from "../artifact/contract.ts";
import type { HeaderList } from "../engine/contract.ts";
import { urlHost } from "../model/url-host.ts";

const defaultPorts = { http: 80, https: 443, grpc: 80, grpcs: 443 } as const;

/** Where the node's name goes and there are several, the first one's; empty if there is none. */
export function upstreamHostOf(upstream: CompiledUpstream, headers: HeaderList): string {
  if (upstream.passHost === "rewrite" && upstream.upstreamHost !== undefined) return upstream.upstreamHost;
  const asked = headers.find(([name]) => name.toLowerCase() === "host")?.[1] ?? "";
  if (upstream.passHost === "pass" && asked !== "") return asked;
  const [node] = upstream.nodes;
  if (!node) return "";
  const name = urlHost(node.host);
  return node.port === defaultPorts[upstream.scheme] ? name : `${name}:${node.port}`;
}
