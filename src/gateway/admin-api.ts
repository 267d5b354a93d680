/** What all gateways with one resource at one path have in common: reading lists page by page, and one call a change. */

import {
  type ConsumerEntry,
  type ConsumerFields,
  type Entry,
  type Kind,
  kinds,
  type Live,
  type ResourceTypes,
} from "../model/config.ts";
import type { Credential } from "../model/generated/types.ts";
import { compareText } from "../model/identity.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { Change } from "../plan/contract.ts";
import { compareNames } from "../plan/match.ts";
import { secretTexts } from "../plan/secrets.ts";
import { lockId } from "./admin-lock.ts";
import { isKeyNotFound, isKindUnknown, type ListItem, type ListPage } from "./answers.ts";
import { mapBounded } from "./concurrency.ts";
import type { Connection } from "./connection.ts";
import { type Gateway, GatewayError } from "./contract.ts";
import type { Answer, Call, HttpClient } from "./http.ts";

/** In what one Admin API differs from another. */
export interface Dialect {
  /** The name of the backend. */
  readonly backend: string;
  readonly client: HttpClient;
  readonly connection: Connection;
  /** A list as this gateway writes it. @throws GatewayError for anything else */
  readPage(call: Call, answer: Answer, secrets: Iterable<string>): ListPage;
  /** Proof that it was the Admin API that took a write. @throws GatewayError for anything else */
  checkWritten(call: Call, answer: Answer, secrets: Iterable<string>): void;
}

type PlainKind = Exclude<Kind, "consumers" | "credentials">;

interface ListOptions {
  readonly keyNotFoundMeansNone?: boolean;
  /** Called where the gateway does not know the kind; the list is then empty. An error if absent. */
  readonly onUnknownKind?: () => void;
}

/** How often a list that changes while it is read is read again. */
const maxReadings = 5;

/** Asks little, and what any of these gateways can answer. */
export const firstCall: Call = { method: "GET", path: "/consumers?page=1&page_size=10" };

export function adminGateway(dialect: Dialect): Gateway {
  const { backend, client, connection } = dialect;
  return {
    async ping() {
      const answer = await client.send(firstCall);
      dialect.readPage(firstCall, answer, [connection.token]);
      return { server: answer.server || "unknown", backend };
    },
    read: (asked) => readLive(dialect, asked),
    apply: (change) => applyChange(dialect, change),
    close: () => client.close(),
  };
}

async function readLive(dialect: Dialect, asked: ReadonlySet<Kind>): Promise<Live> {
  const wants = (kind: Kind): boolean => asked.has(kind) || (kind === "consumers" && asked.has("credentials"));
  const declared = new Set(kinds.filter((kind) => wants(kind) || (kind === "credentials" && wants("consumers"))));
  const entries = async <K extends PlainKind>(kind: K): Promise<Entry<ResourceTypes[K]>[]> => {
    if (!wants(kind)) return [];
    const items = await readList(dialect, `/${kind}`, { onUnknownKind: () => declared.delete(kind) });
    return items
      .filter(({ id }) => kind !== "plugin_configs" || id !== lockId)
      .map(({ id, value }) => ({ id, hasOwnId: true, value: value as unknown as ResourceTypes[K] }))
      .sort((left, right) => compareText(left.id, right.id));
  };
  return {
    consumer_groups: await entries("consumer_groups"),
    consumers: wants("consumers") ? await readConsumers(dialect) : [],
    upstreams: await entries("upstreams"),
    services: await entries("services"),
    plugin_configs: await entries("plugin_configs"),
    routes: await entries("routes"),
    global_rules: await entries("global_rules"),
    declared,
  };
}

async function readConsumers(dialect: Dialect): Promise<ConsumerEntry[]> {
  const items = await readList(dialect, "/consumers");
  for (const { id, value } of items) {
    if (value["username"] !== id)
      throw new GatewayError(`GET /consumers: the consumer at ${id} has another username`, 200);
  }
  items.sort((left, right) => compareText(left.id, right.id));
  return mapBounded(items, dialect.connection.concurrency, async ({ id, value }) => ({
    id,
    hasOwnId: true,
    value: value as unknown as ConsumerFields,
    credentials: await readCredentials(dialect, id),
  }));
}

/** Old credentials have no name: the id stands in for it (section 1.3). */
async function readCredentials(dialect: Dialect, username: string): Promise<Entry<Credential>[]> {
  const path = `/consumers/${encodeURIComponent(username)}/credentials`;
  const items = await readList(dialect, path, { keyNotFoundMeansNone: true });
  return items
    .map(({ id, value }) => {
      const named = typeof value["name"] === "string" && value["name"] !== "" ? value : { ...value, name: id };
      return { id, hasOwnId: true, value: named as unknown as Credential };
    })
    .sort(compareNames);
}

/**
 * All pages of a list. It may change while it is read: it counts only if as many different resources were seen
 * as the gateway says there are, before and after.
 */
async function readList(
  { client, connection: { pageSize, token }, readPage }: Dialect,
  path: string,
  { keyNotFoundMeansNone = false, onUnknownKind }: ListOptions = {},
): Promise<{ readonly id: string; readonly value: JsonMap }[]> {
  for (let reading = 0; reading < maxReadings; reading += 1) {
    const seen = new Map<string, ListItem>();
    let firstTotal: number | undefined;
    let lastTotal = 0;
    for (let page = 1; ; page += 1) {
      const call: Call = { method: "GET", path: `${path}?page=${page}&page_size=${pageSize}` };
      const answer = await client.send(call);
      if (keyNotFoundMeansNone && isKeyNotFound(answer)) return [];
      if (onUnknownKind && isKindUnknown(answer)) {
        onUnknownKind();
        return [];
      }
      const { total, items } = readPage(call, answer, [token]);
      firstTotal ??= total;
      lastTotal = total;
      const seenBefore = seen.size;
      for (const item of items) seen.set(item.key, item);
      if (seen.size >= total || seen.size === seenBefore) break;
    }
    if (seen.size === lastTotal && firstTotal === lastTotal) return resourcesOf(path, seen.values());
  }
  throw new GatewayError(
    `GET ${path}: the list did not add up in ${maxReadings} readings; does something else write to the gateway?`,
    200,
  );
}

/** The id is the last segment of the key. */
function resourcesOf(path: string, items: Iterable<ListItem>): { readonly id: string; readonly value: JsonMap }[] {
  const collection = decodeURIComponent(path);
  const resources: { readonly id: string; readonly value: JsonMap }[] = [];
  for (const { key, value } of items) {
    // Where the store is listed by prefix, credentials stand among the consumers.
    if (collection === "/consumers" && /\/consumers\/[^/]+\/credentials\/[^/]+$/.test(key)) continue;
    const id = key.slice(key.lastIndexOf("/") + 1);
    if (id === "" || !key.endsWith(`${collection}/${id}`)) {
      throw new GatewayError(
        `GET ${path}: expected keys that end with ${collection}/ID, but a key of ${key.length} characters does not`,
        200,
      );
    }
    const { create_time: _created, update_time: _updated, ...fields } = value;
    resources.push({ id, value: fields });
  }
  return resources;
}

async function applyChange({ client, connection, checkWritten }: Dialect, change: Change): Promise<void> {
  const secrets = secretsOf(change, connection);
  if (change.action === "delete") {
    const call: Call = { method: "DELETE", path: pathOf(change) };
    const answer = await client.send(call);
    // A repeated delete finds nothing: what was wanted is so.
    if (!isKeyNotFound(answer)) checkWritten(call, answer, secrets);
    return;
  }
  const call: Call = {
    method: "PUT",
    path: change.kind === "consumers" ? "/consumers" : pathOf(change),
    body: bodyOf(change),
  };
  checkWritten(call, await client.send(call), secrets);
}

/** Looked for only when there is something to keep them out of. */
function secretsOf(change: Change, { token }: Connection): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      yield* secretTexts(change.before);
      yield* secretTexts(change.after);
      yield token;
    },
  };
}

function pathOf({ kind, id, consumer }: Change): string {
  if (kind !== "credentials") return `/${kind}/${segment(id)}`;
  return `/consumers/${segment(consumer ?? "")}/credentials/${segment(id)}`;
}

/** The pattern of ids allows dots alone, and a path that ends in `..` would mean the resource above (RFC 3986, 5.2.4). */
function segment(id: string): string {
  if (/^\.{0,2}$/.test(id))
    throw new GatewayError(`"${id}" cannot be an id in a path; give the resource another one`, 0);
  return encodeURIComponent(id);
}

/** The id stands in the path; credentials are resources of their own. */
function bodyOf({ after }: Change): JsonMap {
  const {
    id: _id,
    credentials: _credentials,
    create_time: _created,
    update_time: _updated,
    ...body
  } = isMap(after) ? after : {};
  return body;
}
