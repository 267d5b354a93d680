/** Section 4.2 of the gateway reference: one document, with a digest of the writer's choice and a version a section. */
import { stringify } from "yaml";
import { fill } from "./defaults.ts";
import type { LoggedCall, Reply } from "./server.ts";
import { problemOf } from "./validation.ts";

type Value = Record<string, unknown>;

const sections = [
  "routes",
  "services",
  "upstreams",
  "consumers",
  "consumer_groups",
  "plugin_configs",
  "global_rules",
  "plugin_metadata",
  "ssls",
];

export class Standalone {
  document: Value = Object.fromEntries(sections.map((section) => [`${section}_conf_version`, 0]));
  #digest = "";
  #lastModified = 1_764_000_000;
  readonly #fillDefaults: boolean;

  constructor({ fillDefaults = false }: { readonly fillDefaults?: boolean | undefined }) {
    this.#fillDefaults = fillDefaults;
  }

  reply(call: LoggedCall, bodyError: string | undefined): Reply {
    if (call.path === "/configs/validate" && call.method === "POST") {
      const problem = sections.map((section) => sectionProblem(section, (call.body as Value)[section])).find(Boolean);
      return problem === undefined ? { status: 200, body: {} } : { status: 400, body: { error_msg: problem } };
    }
    if (call.path !== "/configs") return { status: 404, body: { error_msg: "404 Route Not Found" } };
    const headers = {
      "x-last-modified": String(this.#lastModified),
      ...(this.#digest === "" ? {} : { "x-digest": this.#digest }),
    };
    if (call.method === "PUT") return this.#put(call, bodyError);
    if (call.method === "HEAD") return { status: 200, headers };
    if (call.method !== "GET") return { status: 405, body: { error_msg: "method not allowed" } };
    if (!String(call.headers.accept).startsWith("application/yaml"))
      return { status: 200, headers, body: this.document };
    const text = stringify(this.document);
    return { status: 200, headers: { ...headers, "content-type": "application/yaml" }, text };
  }

  #put(call: LoggedCall, bodyError: string | undefined): Reply {
    const refuse = (error_msg: string): Reply => ({ status: 400, body: { error_msg } });
    const digest = call.headers["x-digest"];
    if (digest === undefined) return refuse("missing digest header");
    if (bodyError !== undefined) return refuse(`invalid request body: ${bodyError}`);
    if (digest === this.#digest) return { status: 204 };
    const body = call.body as Value;
    const next: Value = {};
    for (const section of sections) {
      const field = `${section}_conf_version`;
      const running = Number(this.document[field]);
      const version = body[field] ?? running + 1;
      if (typeof version !== "number") return refuse(`${field} must be a number`);
      if (version < running) return refuse(`${field} must be greater than or equal to (${running})`);
      next[field] = version;
      const isSame = version === running;
      const problem = isSame ? undefined : sectionProblem(section, body[section]);
      if (problem !== undefined) return refuse(problem);
      // What a section holds counts only together with a higher version.
      const items = isSame ? this.document[section] : this.#filled(section, body[section]);
      if (items !== undefined) next[section] = items;
    }
    this.document = next;
    this.#digest = String(digest);
    this.#lastModified += 1;
    return { status: 202 };
  }

  #filled(section: string, items: unknown): unknown {
    if (!this.#fillDefaults || !Array.isArray(items)) return items;
    return (items as readonly Value[]).map((item) => fill(isCredential(section, item) ? "credentials" : section, item));
  }
}

function sectionProblem(section: string, items: unknown): string | undefined {
  if (items === undefined) return undefined;
  if (!Array.isArray(items)) return `${section} must be an array`;
  const seen = new Set<unknown>();
  for (const [index, item] of (items as readonly Value[]).entries()) {
    const isOfConsumer = isCredential(section, item);
    const id = isOfConsumer ? String(item["id"]).split("/").at(-1) : item["id"];
    const checked = id === undefined ? item : { ...item, id };
    const problem = problemOf(isOfConsumer ? "credentials" : section, checked);
    if (problem !== undefined) return `invalid ${section} at index ${index}, err: ${problem}`;
    const identity = item["id"] ?? item["username"];
    const what = section === "consumers" && !isOfConsumer ? "username" : "id";
    if (seen.has(identity)) return `found duplicate ${what} ${String(identity)} in ${section}`;
    seen.add(identity);
  }
  return undefined;
}

function isCredential(section: string, { id }: Value): boolean {
  return section === "consumers" && /^[^/]+\/credentials\/[^/]+$/.test(String(id ?? ""));
}
