/**
 * Loads at start what requests will need by the routes. In the bundled program it is loaded when it is first used otherwise, because
 * each worker has memory of its own for it (rolldown.when-used.mjs), and a first request would wait some milliseconds.
 */
import { connect as connectHttp2 } from "node:http2";
import { connect as connectTls } from "node:tls";
import UndiciPool from "undici/lib/dispatcher/pool.js";
import type { Artifact } from "../artifact/contract.ts";

type Scheme = "http" | "https" | "grpc" | "grpcs";

/** What a connection is opened by: to read these functions loads what they are of. */
const neededBy: Readonly<Record<Scheme, () => readonly unknown[]>> = {
  http: () => [],
  https: () => [connectTls, connectHttp2, UndiciPool],
  grpc: () => [connectHttp2],
  grpcs: () => [connectTls, connectHttp2],
};

/** Returns how many there are, which means nothing: the bundler drops what is not used. */
export function loadEarly({ routes }: Pick<Artifact, "routes">): number {
  const schemes = new Set(routes.flatMap(({ upstream }) => upstream?.scheme ?? []));
  return [...schemes].flatMap((scheme) => neededBy[scheme]()).filter(Boolean).length;
}
