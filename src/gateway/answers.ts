/** Reads the Admin API's answers, and refuses any that has not the expected shape: a wrong answer must never pass for an empty gateway. */
import { isMap, type JsonMap, parseJson } from "../model/json.ts";
import { GatewayError } from "./contract.ts";
import type { Answer, Call } from "./http.ts";
import { redacted } from "./redact.ts";

/** One resource as a list holds it (gateway reference, section 4). */
export interface ListItem {
  readonly key: string;
  readonly value: JsonMap;
}

export interface ListPage {
  readonly total: number;
  readonly items: readonly ListItem[];
}

/** Fields in which a gateway explains itself. */
const explanations: readonly string[] = ["error_msg", "message", "description"];

/** What helps with an answer that has nothing to do with the resource. */
const helpByStatus: Readonly<Record<number, string>> = {
  401: "the API key was refused",
  403: "the API key may not do this",
  413: "the resource is too large for the gateway",
};

/** The list of an APISIX: items {key, value}. */
export function readListPage(call: Call, answer: Answer, secrets: Iterable<string>): ListPage {
  return readPage(call, answer, secrets, "items {key, value} in the list", (item) =>
    typeof item["key"] === "string" && isMap(item["value"]) ? { key: item["key"], value: item["value"] } : undefined,
  );
}

/** The list of an API7: the resources themselves (section 4.1), of which the path and the id make a key. */
export function readPlainPage(call: Call, answer: Answer, secrets: Iterable<string>): ListPage {
  const [collection = ""] = call.path.split("?");
  const idField = collection === "/consumers" ? "username" : "id";
  return readPage(call, answer, secrets, `items with \`${idField}\` in the list`, (item) => {
    const id = item[idField];
    const isId = (typeof id === "string" && id !== "") || typeof id === "number";
    return isId ? { key: `${decodeURIComponent(collection)}/${id}`, value: item } : undefined;
  });
}

function readPage(
  call: Call,
  answer: Answer,
  secrets: Iterable<string>,
  expected: string,
  readItem: (item: JsonMap) => ListItem | undefined,
): ListPage {
  const body = readObject(call, answer, "a list {total, list}", secrets);
  const { total, list } = body;
  if (typeof total !== "number" || !Number.isInteger(total) || total < 0)
    throw unexpected(call, answer, "a list with an integer `total`", body);
  // Lua has one kind of table: an empty list may be written as an empty object.
  if (isMap(list) && Object.keys(list).length === 0 && total === 0) return { total, items: [] };
  if (!Array.isArray(list)) throw unexpected(call, answer, "a list with `list`", body);
  const items = list.map((item: unknown) => {
    const found = isMap(item) ? readItem(item) : undefined;
    if (found) return found;
    throw unexpected(call, answer, expected, item);
  });
  return { total, items };
}

/** An answer to a write: proof that it was the Admin API that took it. */
export function checkWritten(call: Call, answer: Answer, secrets: Iterable<string>): void {
  const body = readObject(call, answer, "the written resource {key, …}", secrets);
  if (typeof body["key"] !== "string") throw unexpected(call, answer, "the written resource {key, …}", body);
}

/** The same of an API7, whose envelope of one resource the reference leaves open: any object will do, but for a list, which answers another question. */
export function checkTaken(call: Call, answer: Answer, secrets: Iterable<string>): void {
  const body = readObject(call, answer, "the written resource", secrets);
  if ("list" in body && "total" in body) throw unexpected(call, answer, "the written resource", body);
}

/** Whether the Admin API itself says that there is no such thing. */
export function isKeyNotFound({ status, text }: Answer): boolean {
  const body = status === 404 ? parseJson(text) : undefined;
  return isMap(body) && body["message"] === "Key not found";
}

/** Whether the Admin API itself says that it has no such kind: an older version, or another product. */
export function isKindUnknown({ status, text }: Answer): boolean {
  const body = status === 404 ? parseJson(text) : undefined;
  return isMap(body) && /^Unsupported resource type\b/.test(String(body["error_msg"]));
}

/** @throws GatewayError for a status of failure, and for a body that is no object */
export function readObject(call: Call, answer: Answer, expected: string, secrets: Iterable<string>): JsonMap {
  const body = parseJson(answer.text);
  if (answer.status < 200 || answer.status >= 300) throw refusal(call, answer, body, secrets);
  if (!isMap(body)) throw unexpected(call, answer, expected, body);
  return body;
}

/** For an answer whose body does not matter. @throws GatewayError for a status of failure */
export function checkStatus(call: Call, answer: Answer, secrets: Iterable<string>): void {
  if (answer.status < 200 || answer.status >= 300) throw refusal(call, answer, parseJson(answer.text), secrets);
}

function refusal(call: Call, answer: Answer, body: unknown, secrets: Iterable<string>): GatewayError {
  const texts = isMap(body) ? explanations.map((field) => body[field]).filter((text) => typeof text === "string") : [];
  const said = texts.length > 0 ? redacted(texts.join(": "), secrets) : describe(answer, body);
  const help = helpByStatus[answer.status];
  const meaning = help === undefined ? "" : ` (${help})`;
  return new GatewayError(
    `${call.method} ${call.path}: the gateway answered ${answer.status}${meaning}: ${said}`,
    answer.status,
  );
}

function unexpected(call: Call, answer: Answer, expected: string, found: unknown): GatewayError {
  return new GatewayError(
    `${call.method} ${call.path}: expected ${expected}, but the answer (status ${answer.status}) is ${describe(answer, found)}; is this the address of an Admin API?`,
    answer.status,
  );
}

/** The shape of an answer, never its content, which may hold secrets. */
function describe({ contentType, text }: Answer, found: unknown): string {
  if (isMap(found)) {
    const names = Object.keys(found)
      .slice(0, 5)
      .map((name) => name.slice(0, 40));
    return names.length === 0 ? "an empty object" : `an object with ${names.join(", ")}`;
  }
  if (Array.isArray(found)) return `a list of ${found.length}`;
  if (found !== undefined) return `a JSON ${found === null ? "null" : typeof found}`;
  if (text === "") return "empty";
  const kind = /^\s*<(?:!doctype|html)/i.test(text) ? "an HTML page" : "not JSON";
  return `${kind} (${contentType.split(";")[0] || "no content type"}, ${text.length} characters)`;
}
