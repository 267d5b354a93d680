/**
 * Section 4.1 of the gateway reference: gateway groups, and lists without an envelope. Consumers and their groups are
 * the same in all gateway groups, the rest is each group's own. How API7 answers for one resource the reference leaves
 * open: here it is another envelope than that of APISIX, so that nothing relies on it.
 */
import { type ResourceCall, type ResourceOptions, Resources } from "./resources.ts";
import type { LoggedCall, Reply } from "./server.ts";
import { Store } from "./store.ts";

interface Node {
  readonly value: Record<string, unknown>;
}

const shared: ReadonlySet<string> = new Set(["consumers", "consumer_groups"]);

export class Api7 {
  readonly #names: Readonly<Record<string, string>>;
  readonly #shared: Resources;
  readonly #groups: ReadonlyMap<string, Resources>;

  /** @param names of the groups, by id */
  constructor(names: Readonly<Record<string, string>>, sharedResources: Resources, options: ResourceOptions) {
    this.#names = names;
    this.#shared = sharedResources;
    this.#groups = new Map(Object.keys(names).map((id) => [id, new Resources(new Store(), options)]));
  }

  storeOf(group: string): Store {
    return this.#groups.get(group)?.store ?? new Store();
  }

  groups({ method }: LoggedCall): Reply {
    if (method !== "GET") return { status: 405, body: { error_msg: "method not allowed" } };
    const list = Object.entries(this.#names).map(([id, name]) => ({ id, name }));
    return { status: 200, body: { list, total: list.length } };
  }

  reply(asked: ResourceCall, segments: readonly string[]): Reply {
    const id = asked.url.searchParams.get("gateway_group_id");
    if (id === null) return { status: 400, body: { error_msg: "gateway_group_id is required" } };
    const own = this.#groups.get(id);
    if (!own) return { status: 404, body: { error_msg: "gateway group not found" } };
    const resources = shared.has(segments[0] ?? "") ? this.#shared : own;
    if (asked.call.method === "GET" && segments.length === 3 && segments[2] === "credentials") {
      const holder = resources.reply(asked, segments.slice(0, 2));
      if (holder.status !== 200) return holder;
      const reply = resources.reply(asked, segments);
      return reply.status === 404 ? { status: 200, body: { list: [], total: 0 } } : withoutEnvelope(reply, asked);
    }
    return withoutEnvelope(resources.reply(asked, segments), asked);
  }
}

function withoutEnvelope(reply: Reply, { call, url }: ResourceCall): Reply {
  if (reply.status >= 300) return reply;
  if (call.method === "DELETE") return { ...reply, body: {} };
  const body = reply.body as { readonly list?: readonly Node[]; readonly total?: number } & Partial<Node>;
  if (!body.list) return { ...reply, body: { value: body.value } };
  const resources = body.list.map(({ value }) => value);
  const wanted = [...url.searchParams].flatMap(([name, value]) => {
    const label = /^labels\[(.+)\]$/.exec(name)?.[1];
    return label === undefined ? [] : [[label, value] as const];
  });
  if (wanted.length === 0) return { ...reply, body: { list: resources, total: body.total } };
  const list = resources.filter(({ labels }) =>
    wanted.every(([label, value]) => (labels as Record<string, string> | undefined)?.[label] === value),
  );
  return { ...reply, body: { list, total: list.length } };
}
