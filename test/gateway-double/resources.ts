/** The resources of an Admin API by path: what section 4 of the gateway reference says of each method. */
import { fill } from "./defaults.ts";
import type { LoggedCall, Reply } from "./server.ts";
import type { Store } from "./store.ts";
import { problemOf } from "./validation.ts";

export interface ResourceCall {
  readonly call: LoggedCall;
  readonly url: URL;
  /** Why the body is no JSON object. */
  readonly bodyError: string | undefined;
}

export interface ResourceOptions {
  readonly fillDefaults?: boolean | undefined;
  readonly pageLimit?: number | undefined;
}

const collections = [
  "consumers",
  "consumer_groups",
  "routes",
  "services",
  "upstreams",
  "plugin_configs",
  "global_rules",
];

export class Resources {
  readonly store: Store;
  readonly #options: ResourceOptions;

  constructor(store: Store, options: ResourceOptions) {
    this.store = store;
    this.#options = options;
  }

  reply({ call, url, bodyError }: ResourceCall, [collection = "", ...segments]: readonly string[]): Reply {
    if (!collections.includes(collection)) {
      return { status: 404, body: { error_msg: `Unsupported resource type: ${collection}` } };
    }
    if (call.method === "PUT" && bodyError !== undefined) {
      return { status: 400, body: { error_msg: `invalid request body: ${bodyError}` } };
    }
    if (collection === "consumers" && segments[1] === "credentials") {
      return this.#credentials(call, url, segments[0] ?? "", segments[2]);
    }
    if (call.method === "PATCH" && writable.has(collection)) return this.#patch(call, url, collection, segments);
    if (segments.length > 1) return { status: 404, body: { error_msg: "not found" } };
    return this.#resources(call, url, collection, segments[0]);
  }

  #resources(call: LoggedCall, url: URL, collection: string, id: string | undefined): Reply {
    const root = `/apisix/${collection}`;
    if (call.method === "GET") return id === undefined ? this.#list(root, url) : this.#get(`${root}/${id}`);
    if (call.method === "DELETE") {
      if (id === undefined) return { status: 400, body: { error_msg: `missing ${collection} id` } };
      const holder = this.store.holderOf(collection, id);
      if (holder) return { status: 400, body: { error_msg: holder } };
      if (collection === "consumers") this.store.deleteBelow(`${root}/${id}/credentials/`);
      return this.#delete(`${root}/${id}`);
    }
    if (call.method === "POST" && writable.has(collection)) {
      const { id: given } = call.body as Record<string, unknown>;
      if (given !== undefined || id !== undefined)
        return { status: 400, body: { error_msg: `wrong ${collection.slice(0, -1)} id, do not need it` } };
      return this.#resources({ ...call, method: "PUT" }, url, collection, this.store.nextId());
    }
    if (call.method !== "PUT") return { status: 405, body: { error_msg: "method not allowed" } };
    const body = call.body as Record<string, unknown>;
    const bodyId = collection === "consumers" ? body["username"] : (body["id"] ?? id);
    const identified = collection === "consumers" || bodyId === undefined ? body : { ...body, id: bodyId };
    const problem = problemOf(collection, identified) ?? this.store.missingReference(collection, body);
    if (problem) return { status: 400, body: { error_msg: problem } };
    if (bodyId === undefined || (id !== undefined && String(bodyId) !== id)) {
      return { status: 400, body: { error_msg: collection === "consumers" ? "wrong username" : "wrong id" } };
    }
    const stored = collection === "consumers" ? body : { ...body, id: bodyId };
    return this.#put(`${root}/${bodyId}`, this.#filled(collection, stored));
  }

  /** A merge, or with a path below the resource a replacement of that field. */
  #patch(call: LoggedCall, url: URL, collection: string, [id = "", field]: readonly string[]): Reply {
    const former = this.store.get(`/apisix/${collection}/${id}`);
    if (!former) return { status: 404, body: { message: "Key not found" } };
    const { create_time: _created, update_time: _updated, ...value } = former.value;
    const body = field === undefined ? merged(value, call.body) : { ...value, [field]: call.body };
    return this.#resources({ ...call, method: "PUT", body }, url, collection, id);
  }

  #credentials(call: LoggedCall, url: URL, username: string, id: string | undefined): Reply {
    const root = `/apisix/consumers/${username}/credentials`;
    if (call.method === "GET") {
      if (id !== undefined) return this.#get(`${root}/${id}`);
      const isEmpty = this.store.below(`${root}/`).length === 0;
      return isEmpty ? { status: 404, body: { message: "Key not found" } } : this.#list(root, url);
    }
    if (call.method === "POST" || call.method === "PATCH")
      return { status: 405, body: { error_msg: "method not allowed" } };
    if (id === undefined) return { status: 400, body: { error_msg: "missing credential id" } };
    if (call.method === "DELETE") return this.#delete(`${root}/${id}`);
    if (call.method !== "PUT") return { status: 405, body: { error_msg: "method not allowed" } };
    const body = call.body as Record<string, unknown>;
    const problem = problemOf("credentials", body);
    if (problem) return { status: 400, body: { error_msg: problem } };
    if (body["id"] !== undefined && String(body["id"]) !== id)
      return { status: 400, body: { error_msg: "wrong credential id" } };
    if (!this.store.has(`/apisix/consumers/${username}`))
      return { status: 404, body: { error_msg: "consumer not found" } };
    const duplicate = this.store.duplicateLookup(username, id, body);
    if (duplicate) return { status: 400, body: { error_msg: duplicate } };
    return this.#put(`${root}/${id}`, this.#filled("credentials", { ...body, id }));
  }

  #list(root: string, url: URL): Reply {
    const page = Number(url.searchParams.get("page") ?? "0");
    const asked = Number(url.searchParams.get("page_size") ?? "10");
    if (url.searchParams.has("page") && (page < 1 || asked < 10 || asked > 500)) {
      return { status: 400, body: { error_msg: "page or page_size out of range" } };
    }
    const size = Math.min(asked, this.#options.pageLimit ?? 500);
    const name = url.searchParams.get("name");
    const label = url.searchParams.get("label");
    const uri = url.searchParams.get("uri");
    const nodes = this.store.directlyBelow(`${root}/`).filter(({ value }) => {
      if (name !== null && !new RegExp(name).test(String(value["name"] ?? value["username"] ?? ""))) return false;
      const uris = [value["uri"], value["uris"]].flat();
      if (uri !== null && !uris.some((each) => new RegExp(uri).test(String(each ?? "")))) return false;
      return label === null || Object.hasOwn((value["labels"] as object | undefined) ?? {}, label);
    });
    const list = page === 0 ? nodes : nodes.slice((page - 1) * size, page * size);
    return { status: 200, body: { total: nodes.length, list } };
  }

  #get(key: string): Reply {
    const node = this.store.get(key);
    return node ? { status: 200, body: node } : { status: 404, body: { message: "Key not found" } };
  }

  #put(key: string, value: Record<string, unknown>): Reply {
    const isNew = !this.store.has(key);
    return { status: isNew ? 201 : 200, body: this.store.put(key, value) };
  }

  #delete(key: string): Reply {
    if (!this.store.delete(key)) return { status: 404, body: { message: "Key not found" } };
    return { status: 200, body: { key, deleted: "1" } };
  }

  #filled(collection: string, value: Record<string, unknown>): Record<string, unknown> {
    return this.#options.fillDefaults ? fill(collection, value) : value;
  }
}

/** What these collections take beyond PUT: POST and PATCH. */
const writable: ReadonlySet<string> = new Set(["routes", "services", "upstreams"]);

/** RFC 7396. */
function merged(target: unknown, change: unknown): unknown {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
  const result: Record<string, unknown> = { ...(target as object | undefined) };
  for (const [field, value] of Object.entries(change)) {
    if (value === null) delete result[field];
    else result[field] = merged(result[field], value);
  }
  return result;
}
