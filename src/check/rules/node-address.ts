import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** A gateway takes whatever stands there for a name and answers 502 or 503 to every request. */
export const nodeAddress: Rule = {
  id: "upstream/node-address",
  severity: "error",
  visit: ({ report }) => ({
    other(kind, { value, place }) {
      const path: Path = kind === "upstreams" ? ["nodes"] : ["upstream", "nodes"];
      const nodes = fieldOf(kind === "upstreams" ? value : fieldOf(value, "upstream"), "nodes");
      if (Array.isArray(nodes)) {
        for (const [index, node] of nodes.entries()) {
          const host = fieldOf(node, "host");
          // An empty one is the schema's.
          if (typeof host !== "string" || host === "" || isHost(host)) continue;
          const message = `"host" is neither a host name nor an IP address (found "${host}")`;
          report({ place, path: [...path, index, "host"], message, help: listHelp });
        }
      } else if (isMap(nodes)) {
        for (const address of Object.keys(nodes)) {
          if (isAddress(address)) continue;
          const message = `"${address}" is not of the form HOST or HOST:PORT`;
          report({ place, path: [...path, address], part: "key", message, help: mapHelp });
        }
      }
    },
  }),
};

const mapHelp =
  "Write such as `core.example:8080` (ports from 1 to 65535, no scheme, no path); an IPv6 address goes in brackets.";
const listHelp = "Write such as `core.example`, without scheme and path, and the port as `port`.";

const name = /^[A-Za-z0-9._-]+$/;
const addressOfVersion6 = /^(?=.*:.*:)[0-9A-Fa-f:.]+$/;
const mostPorts = 65535;

function isHost(host: string): boolean {
  return name.test(host) || addressOfVersion6.test(host.replace(/^\[(.*)\]$/, "$1"));
}

function isAddress(address: string): boolean {
  const [, bracketed, host, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(address) ?? [];
  const isKnown = bracketed === undefined ? name.test(host ?? "") : addressOfVersion6.test(bracketed);
  return isKnown && (port === undefined || (Number(port) >= 1 && Number(port) <= mostPorts));
}
