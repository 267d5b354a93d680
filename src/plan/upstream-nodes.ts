/** The servers of an upstream in one form: APISIX takes an object `"host:port": weight` or a list. */

import { compareText } from "../model/identity.ts";
import { canonicalJson, isMap, type JsonMap } from "../model/json.ts";
import { schemePorts } from "./equivalences.ts";

/** A list of nodes ordered by host and port; what is neither form is returned as it is. */
export function canonicalNodes(nodes: unknown, scheme: unknown): unknown {
  const list = isMap(nodes) ? Object.entries(nodes).map(nodeOfEntry) : nodes;
  if (!Array.isArray(list)) return nodes;
  const port = schemePorts[typeof scheme === "string" ? scheme : "http"];
  return list
    .map((node: unknown) => (isMap(node) ? canonicalNode(node, port) : node))
    .sort((left, right) => compareText(canonicalJson(left), canonicalJson(right)));
}

function nodeOfEntry([address, weight]: [string, unknown]): JsonMap {
  const split = /^(\[.*\]|[^:]*):(\d+)$/.exec(address);
  return split ? { host: split[1], port: Number(split[2]), weight } : { host: address, weight };
}

function canonicalNode(node: JsonMap, schemePort: number | undefined): JsonMap {
  const { host } = node;
  const isBracketed = typeof host === "string" && host.startsWith("[") && host.endsWith("]");
  return {
    ...(schemePort === undefined ? {} : { port: schemePort }),
    ...node,
    ...(isBracketed ? { host: host.slice(1, -1) } : {}),
    priority: node["priority"] ?? 0,
  };
}
