/** The options of serve for its listener and for what it believes of both sides; what they start is loaded only when serve runs. */
import { type Command, InvalidArgumentError, Option } from "commander";

export interface ListenOptions {
  readonly tlsCert: readonly string[];
  readonly tlsKey: readonly string[];
  readonly tls?: string;
  readonly tlsClientCa?: string;
  readonly h2c?: boolean;
  readonly trustedProxy: readonly string[];
  readonly trustedProxyHeader?: "x-forwarded-for" | "forwarded";
  readonly proxyProtocol?: boolean;
  readonly upstreamCaFile?: string;
  readonly upstreamInsecure?: boolean;
  readonly upstreamHttp2?: boolean;
  readonly maxConnections?: number;
  readonly maxUpstreamRequests?: number;
}

export function addListenOptions(command: Command): Command {
  return command
    .addOption(listOption("--tls-cert <file>", "speak TLS with this certificate chain (PEM; repeatable)"))
    .addOption(listOption("--tls-key <file>", "the private key of the --tls-cert in the same place (PEM; repeatable)"))
    .option("--tls <folder>", "speak TLS with each NAME.crt or NAME.pem that has a NAME.key beside it")
    .option("--tls-client-ca <file>", "serve only clients with a certificate of these authorities (PEM)")
    .option("--h2c", "take HTTP/2 without TLS too, from clients that begin with it")
    .addOption(
      listOption(
        "--trusted-proxy <address>",
        "an address or CIDR block whose word on the client's address is taken (repeatable)",
      ),
    )
    .addOption(
      new Option("--trusted-proxy-header <name>", "where they say it (default: x-forwarded-for)").choices([
        "x-forwarded-for",
        "forwarded",
      ]),
    )
    .option("--proxy-protocol", "connections of trusted proxies begin with a header of the PROXY protocol (1 or 2)")
    .option("--upstream-ca-file <file>", "trust these authorities (PEM) alone for https upstreams")
    .option("--upstream-insecure", "take any certificate of https upstreams, as APISIX does")
    .option("--upstream-http2", "offer HTTP/2 to https upstreams")
    .addOption(limitOption("--max-connections", "client connections at a time; further ones are closed"))
    .addOption(limitOption("--max-upstream-requests", "requests at a time to one upstream; further ones get a 503"));
}

/** Of each worker, if there are several. */
function limitOption(name: string, description: string): Option {
  return new Option(`${name} <number>`, `${description} (default: 10000)`).argParser((value: string) => {
    const number = /^[0-9]{1,9}$/.test(value) ? Number(value) : 0;
    if (number > 0) return number;
    throw new InvalidArgumentError("a whole number from 1 to 999999999 is expected.");
  });
}

function listOption(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], "none");
}
