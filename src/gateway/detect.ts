/** Asks a server which backend is right for it. */
import { isMap, parseJson } from "../model/json.ts";
import { firstCall } from "./admin-api.ts";
import { readObject } from "./answers.ts";
import { groupsCall } from "./api7.ts";
import { type ConnectionOptions, openConnection } from "./connection.ts";
import { type Answer, createHttpClient, type HttpClient } from "./http.ts";
import type { BackendName } from "./index.ts";
import { isConfigFile } from "./server-address.ts";

/**
 * - a file: standalone
 * - a list of consumers whose items are {key, value}, or from a server that calls itself so: apisix, or rollcall
 * - no such list, but a configuration at /configs: standalone
 * - neither, or a list without that envelope, and gateway groups: api7
 *
 * What is none of these counts as an apisix, whose backend then says what is wrong with its answers.
 * @throws GatewayError if it cannot be reached or refuses the key
 */
export async function detectBackend(options: ConnectionOptions): Promise<BackendName> {
  if (isConfigFile(options.server)) return "standalone";
  if (options.gatewayGroup !== undefined) return "api7";
  const client = createHttpClient(openConnection(options));
  try {
    return await ask(client, options.token);
  } finally {
    await client.close();
  }
}

async function ask(client: HttpClient, token: string): Promise<BackendName> {
  const answer = await client.send(firstCall);
  if (/^rollcall\b/i.test(answer.server)) return "rollcall";
  if (isFinal(answer)) readObject(firstCall, answer, "a list {total, list}", [token]);
  const body = mapOf(answer);
  const isList = answer.status === 200 && typeof body?.["total"] === "number";
  if (isList && (isEnveloped(body["list"]) || /^APISIX\b/i.test(answer.server))) return "apisix";
  if (!isList && (await hasConfiguration(client))) return "standalone";
  return (await hasGroups(client)) ? "api7" : "apisix";
}

/** To ask for something else would get the same answer. */
function isFinal({ status }: Answer): boolean {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}

function isEnveloped(list: unknown): boolean {
  const [first] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  return isMap(first) && typeof first["key"] === "string" && isMap(first["value"]);
}

/** A server may answer 200 to any HEAD. */
async function hasConfiguration(client: HttpClient): Promise<boolean> {
  const answer = await client.send({ method: "GET", path: "/configs" });
  const body = answer.status === 200 ? mapOf(answer) : undefined;
  return body !== undefined && Object.keys(body).some((field) => field.endsWith("_conf_version"));
}

/** An API7 has at least one group. A server may answer with an empty list to anything. */
async function hasGroups(client: HttpClient): Promise<boolean> {
  const answer = await client.send(groupsCall);
  const list = answer.status === 200 ? mapOf(answer)?.["list"] : undefined;
  const [first] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  return isMap(first) && first["id"] !== undefined && typeof first["name"] === "string";
}

function mapOf({ text }: Answer): Record<string, unknown> | undefined {
  const value = parseJson(text);
  return isMap(value) ? value : undefined;
}
