/** API7 Enterprise (gateway reference, section 4.1): the paths of APISIX in one gateway group, lists without an envelope. */
import { isMap } from "../model/json.ts";
import { adminGateway } from "./admin-api.ts";
import { checkTaken, readObject, readPlainPage } from "./answers.ts";
import { type ConnectionOptions, openConnection } from "./connection.ts";
import { type Gateway, GatewayError } from "./contract.ts";
import { type Call, createHttpClient, type HttpClient } from "./http.ts";

interface Group {
  readonly id: string;
  readonly name: string;
}

/** How many groups a message names. */
const namedGroups = 10;

export const groupsCall: Call = { method: "GET", path: "/api/gateway_groups", isBelowRoot: true };

/** The group is looked for when the first call is made. @throws GatewayError if the options cannot work */
export function api7Gateway(options: ConnectionOptions): Gateway {
  const connection = openConnection(options);
  const client = createHttpClient(connection);
  let groupId: Promise<string> | undefined;
  const inGroup: HttpClient = {
    async send(call) {
      groupId ??= findGroup(client, options.gatewayGroup, options.token);
      const query = `gateway_group_id=${encodeURIComponent(await groupId)}`;
      return client.send({ ...call, path: `${call.path}${call.path.includes("?") ? "&" : "?"}${query}` });
    },
    close: () => client.close(),
  };
  return adminGateway({
    backend: "api7",
    client: inGroup,
    connection,
    readPage: readPlainPage,
    checkWritten: checkTaken,
  });
}

/** By id, else by name; without either, the only one that there is. */
async function findGroup(client: HttpClient, wanted: string | undefined, token: string): Promise<string> {
  const answer = await client.send(groupsCall);
  const body = readObject(groupsCall, answer, "a list of gateway groups {list, total}", [token]);
  const list: readonly unknown[] = Array.isArray(body["list"]) ? body["list"] : [];
  const groups = list.flatMap(groupOf);
  const isWhole = typeof body["total"] !== "number" || body["total"] <= list.length;
  const names = groups.slice(0, namedGroups).map(({ name }) => name);
  const known = `${names.join(", ")}${isWhole && groups.length <= namedGroups ? "" : " and others"}`;
  const there = groups.length === 0 ? "It names none" : `There are: ${known}`;
  if (wanted === undefined) {
    const [only, second] = groups;
    if (only && !second && isWhole) return only.id;
    throw new GatewayError(`say which gateway group is meant, with --gateway-group. ${there}`, answer.status);
  }
  const named = groups.filter(({ name }) => name === wanted);
  const found = groups.find(({ id }) => id === wanted) ?? named[0];
  if (found && (found.id === wanted || named.length === 1)) return found.id;
  if (found) throw new GatewayError(`${named.length} gateway groups are named ${wanted}; give the id`, answer.status);
  // The list was cut: it may still be an id, and if not, the next call says so.
  if (!isWhole) return wanted;
  throw new GatewayError(`the gateway has no group with the id or name ${wanted}. ${there}`, answer.status);
}

function groupOf(item: unknown): readonly Group[] {
  if (!isMap(item) || (typeof item["id"] !== "string" && typeof item["id"] !== "number")) return [];
  const id = String(item["id"]);
  return [{ id, name: typeof item["name"] === "string" ? item["name"] : id }];
}
