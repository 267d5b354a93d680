/** The reads of the Admin API: one resource, or a list with filters and pages (gateway reference, section 4). */
import type { Answer } from "./commit-queue.ts";
import { collectionOf, find, type State, type Stored } from "./state.ts";
import { envelope, keyNotFound, type Target } from "./writes.ts";

export function read(state: State, target: Target, query: URLSearchParams): Answer {
  const { kind, consumer, id } = target;
  const place = consumer === undefined ? { kind } : { kind, consumer };
  if (id !== undefined) {
    const stored = find(state, { ...place, id });
    return stored === undefined ? keyNotFound : { status: 200, body: envelope({ ...place, id }, stored) };
  }
  const members = collectionOf(state, kind, consumer);
  // etcd knows no empty range: no credentials look like no consumer.
  if (kind === "credentials" && members.size === 0) return keyNotFound;
  const filter = filterOf(query);
  if (typeof filter === "string") return { status: 400, body: { error_msg: filter } };
  const matching = [...members].filter(([, stored]) => filter(stored)).sort(byCreation);
  const page = pageOf(query);
  if (typeof page === "string") return { status: 400, body: { error_msg: page } };
  const list = matching.slice(page.start, page.end).map(([each, stored]) => envelope({ ...place, id: each }, stored));
  return { status: 200, body: { total: matching.length, list } };
}

function byCreation([, left]: readonly [string, Stored], [, right]: readonly [string, Stored]): number {
  return left.createdIndex - right.createdIndex;
}

/** Pages only if both are given, as APISIX does. */
function pageOf(query: URLSearchParams): { readonly start: number; readonly end?: number } | string {
  const page = query.get("page");
  const size = query.get("page_size");
  if (page === null || size === null) return { start: 0 };
  if (!/^\d{1,9}$/.test(size) || Number(size) < 10 || Number(size) > 500) return "page_size must be between 10 and 500";
  const number = /^\d{1,9}$/.test(page) ? Math.max(1, Number(page)) : 1;
  return { start: (number - 1) * Number(size), end: number * Number(size) };
}

type Filter = (stored: Stored) => boolean;

function filterOf(query: URLSearchParams): Filter | string {
  const name = patternOf(query.get("name"));
  const uri = patternOf(query.get("uri"));
  if (typeof name === "string" || typeof uri === "string") return "invalid filter";
  const label = query.get("label");
  return ({ value }) => {
    if (name !== undefined && !name.test(textOf(value["name"] ?? value["username"]))) return false;
    if (label !== null && !Object.hasOwn(Object(value["labels"] ?? {}), label)) return false;
    return uri === undefined || [value["uri"], value["uris"]].flat().some((each) => uri.test(textOf(each)));
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Patterns that could take long are refused: a viewer must not be able to stop the gateway with one. */
function patternOf(text: string | null): RegExp | string | undefined {
  if (text === null || text === "") return undefined;
  const quantifiers = text.match(/[*+{]/g)?.length ?? 0;
  if (text.length > 128 || quantifiers > 2 || /\)[*+?{]|\\\d/.test(text)) return "invalid filter";
  try {
    return new RegExp(text, "u");
  } catch {
    return "invalid filter";
  }
}
