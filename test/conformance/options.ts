/** The command line of `npm run conformance`. */
import { parseArgs } from "node:util";
import { parseAddress } from "../../src/cli/address.ts";
import { CommandError } from "../../src/cli/terminal.ts";
import type { GatewayName, PlacedCase } from "./contract.ts";
import type { Place } from "./wire.ts";

export interface Options {
  readonly target: Place;
  readonly admin: string;
  readonly keyFile: string;
  readonly only: string | undefined;
  readonly format: "text" | "json";
  readonly gateway: GatewayName;
  /** Port 0: the one that the echo gets. */
  readonly upstream: Place;
  readonly listen: Place;
  readonly besideOthers: boolean;
  readonly clean: boolean;
}

export const usage = `Usage: npm run conformance -- --target URL --admin URL --key-file FILE [options]

  --target URL            where the gateway takes requests, such as http://127.0.0.1:9080
  --admin URL             its Admin API, such as http://127.0.0.1:9180
  --key-file FILE         a file with the Admin API's key
  --gateway NAME          rollcall (default) or apisix: leaves out where rollcall is stricter
  --only NAME             one table (key-auth, routes.yaml) or the cases with one plugin (acl)
  --format FORMAT         text (default) or json
  --upstream HOST:PORT    the upstream of this run as the gateway reaches it (default: 127.0.0.1 and a free port)
  --listen HOST:PORT      where that upstream listens, if it is another address
  --clean                 first remove what a run that was killed has left behind
  --beside-others         run although the gateway has routes, consumers or global rules of others
`;

/** @throws CommandError for what is no such command line */
export function parseOptions(argv: readonly string[]): Options {
  const { values } = parsed(argv);
  const { target = "", admin = "", format = "text", gateway = "rollcall" } = values;
  const keyFile = values["key-file"] ?? "";
  const [missing] = Object.entries({ target, admin, "key-file": keyFile }).find(([, value]) => value === "") ?? [];
  if (missing !== undefined) throw new CommandError(`--${missing} is missing\n\n${usage}`);
  if (format !== "text" && format !== "json") throw new CommandError(`--format ${format}: expected text or json`);
  if (gateway !== "rollcall" && gateway !== "apisix") {
    throw new CommandError(`--gateway ${gateway}: expected rollcall or apisix`);
  }
  const upstream = parseAddress(values.upstream ?? "127.0.0.1:0", "--upstream");
  return {
    target: targetOf(target),
    admin: urlOf(admin, "--admin").href,
    keyFile,
    only: values.only,
    format,
    gateway,
    upstream,
    listen: values.listen === undefined ? upstream : parseAddress(values.listen, "--listen"),
    besideOthers: values["beside-others"] === true,
    clean: values.clean === true,
  };
}

/** @throws CommandError if nothing bears the name */
export function selected(cases: readonly PlacedCase[], only: string | undefined): readonly PlacedCase[] {
  if (only === undefined) return cases;
  const topic = only.replace(/^.*\//, "").replace(/\.yaml$/, "");
  const ofTopic = cases.filter((each) => each.topic === topic);
  const found = ofTopic.length > 0 ? ofTopic : cases.filter((each) => usesPlugin(each, only));
  if (found.length > 0) return found;
  const topics = [...new Set(cases.map((each) => each.topic))].join(", ");
  throw new CommandError(`--only ${only}: no table and no plugin of a table has this name; the tables are ${topics}`);
}

/** Whether a request of the case goes to a route with the plugin, or global rules or consumers have it. */
function usesPlugin({ case: { config = {}, requests } }: PlacedCase, plugin: string): boolean {
  const has = ({ plugins }: Readonly<Record<string, unknown>>): boolean =>
    Object.hasOwn((plugins ?? {}) as object, plugin);
  const paths = new Set(requests.map(({ send }) => send.split(" ")[1]?.split("?")[0]));
  const isAsked = ({ uri }: Readonly<Record<string, unknown>>): boolean => paths.has(String(uri));
  return (config.routes ?? []).filter(isAsked).some(has) || (config.global_rules ?? []).some(has);
}

function parsed(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        target: text,
        admin: text,
        "key-file": text,
        gateway: text,
        only: text,
        format: text,
        upstream: text,
        listen: text,
        clean: flag,
        "beside-others": flag,
      },
    });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n\n${usage}`);
  }
}

function targetOf(text: string): Place {
  const { protocol, hostname, port } = urlOf(text, "--target");
  if (protocol !== "http:") throw new CommandError(`--target ${text}: expected an http:// address, without TLS`);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 80) };
}

function urlOf(text: string, option: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") return url;
  throw new CommandError(`${option}: expected an address such as http://127.0.0.1:9080, without a user`);
}
