/** One probe of a node: a connection, or a GET on a connection of its own. */
import { type ClientRequest, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { connect, isIP, type Socket } from "node:net";
import type { CompiledActiveCheck } from "../../artifact/contract.ts";
import type { UpstreamTls } from "../contract.ts";
import { isLocal } from "../upstream-fault.ts";
import { type Report, reportOfStatus } from "./node-health.ts";

export interface ProbeTarget {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** The Host header, and the name in TLS unless it is an address. */
  readonly hostHeader: string;
}

/**
 * Tells what came of it, once; undefined: a status that says nothing.
 *
 * @returns what ends it before
 */
export function probe(
  check: CompiledActiveCheck,
  target: ProbeTarget,
  tls: UpstreamTls,
  onReport: (report: Report | undefined) => void,
): () => void {
  let isOver = false;
  const end = (report?: Report): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    attempt.destroy();
    onReport(report);
  };
  const timer = setTimeout(() => end("timeout"), check.timeout * 1000);
  timer.unref();
  const attempt = check.type === "tcp" ? openConnection(target, end) : sendRequest(check, target, tls, end);
  attempt.on("error", (error: Error) => end(isLocal(error) ? undefined : "tcpFailure"));
  return () => {
    isOver = true;
    clearTimeout(timer);
    attempt.destroy();
  };
}

function openConnection({ host, port }: ProbeTarget, end: (report: Report) => void): Socket {
  return connect(port, host, () => end("success"));
}

function sendRequest(
  check: CompiledActiveCheck,
  { host, port, hostHeader }: ProbeTarget,
  tls: UpstreamTls,
  end: (report?: Report) => void,
): ClientRequest {
  const headers: [string, string][] = [
    ["Host", hostHeader],
    ...check.headers.map(([name, value]): [string, string] => [name, value]),
  ];
  // One of the configuration's own counts.
  const hosts = headers.filter(([name]) => name.toLowerCase() === "host");
  const options = {
    host,
    port,
    path: check.path,
    agent: false,
    headers: [
      ...hosts.slice(-1),
      ...headers.filter(([name]) => name.toLowerCase() !== "host"),
      ["Connection", "close"],
    ].flat(),
  };
  const request =
    check.type === "https" ? requestHttps({ ...options, ...secure(check, hostHeader, tls) }) : requestHttp(options);
  request.on("response", (response) => end(reportOfStatus(check, response.statusCode ?? 0)));
  return request.end();
}

function secure(check: CompiledActiveCheck, hostHeader: string, tls: UpstreamTls) {
  const name = hostHeader.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return {
    rejectUnauthorized: check.isVerified && tls.isVerified !== false,
    // An address is no name for SNI, but one that a certificate may be for.
    ...(isIP(name) === 0 && { servername: name }),
    ...(tls.ca !== undefined && { ca: tls.ca }),
  };
}
