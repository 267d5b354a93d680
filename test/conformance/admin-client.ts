/** The few calls of the Admin API that a run needs; remembers what it wrote, so that all of it can be taken back. */
import { CommandError } from "../../src/cli/terminal.ts";
import { mapBounded } from "../../src/gateway/concurrency.ts";

export interface AdminClient {
  /** Undefined if taken; else why the gateway refused this resource. */
  put(path: string, value: unknown): Promise<string | undefined>;
  /** Ids or usernames of a kind. */
  list(kind: string): Promise<readonly string[]>;
  remove(path: string): Promise<void>;
  /** Takes back all that was put. */
  removeAll(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const timeoutMs = 20_000;
/** Writes of one kind at the same time. */
export const concurrency = 8;
/** The other way round than they are put: what is named by others goes last. A consumer takes its credentials along. */
export const removalOrder = [
  "global_rules",
  "routes",
  "plugin_configs",
  "services",
  "upstreams",
  "consumers",
  "consumer_groups",
];

/** @param url with or without `/apisix/admin` */
export function adminClient(url: string, key: string): AdminClient {
  const base = `${url.replace(/\/+$/, "").replace(/\/apisix\/admin$/, "")}/apisix/admin`;
  const written = new Set<string>();

  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const said = { method, headers: { "X-API-KEY": key, "Content-Type": "application/json" } };
    const sent = body === undefined ? said : { ...said, body: JSON.stringify(body) };
    let answer: Answer;
    try {
      const response = await fetch(base + path, { ...sent, signal: AbortSignal.timeout(timeoutMs) });
      answer = { status: response.status, text: await response.text() };
    } catch (error) {
      const { cause } = error as Error;
      const why = cause instanceof Error ? cause.message : (error as Error).message;
      throw new CommandError(`the Admin API at ${base} cannot be reached: ${why}; check --admin`);
    }
    if (answer.status === 401 || answer.status === 403) {
      throw new CommandError(`the Admin API at ${base} does not take the key (${answer.status}); check --key-file`);
    }
    if (answer.status >= 500)
      throw new CommandError(`${method} ${base}${path}: the Admin API answered ${answer.status}`);
    return answer;
  };

  const remove = async (path: string): Promise<void> => {
    const { status, text } = await call("DELETE", path);
    if (status !== 200 && status !== 404) {
      throw new CommandError(`DELETE ${base}${path}: the Admin API answered ${status} ${reasonOf(text)}`);
    }
  };

  return {
    async put(path, value) {
      // Before the call: what became of one that was cut off is not known.
      written.add(path);
      // The path of a consumer is in its body.
      const { status, text } = await call("PUT", /^\/consumers\/[^/]+$/.test(path) ? "/consumers" : path, value);
      if (status === 200 || status === 201) return undefined;
      written.delete(path);
      return reasonOf(text) || `status ${status}`;
    },
    async list(kind) {
      const { status, text } = await call("GET", `/${kind}`);
      if (status === 404) return [];
      const { list } = JSON.parse(text) as { readonly list?: readonly { readonly key: string }[] };
      return [...(list ?? [])].map(({ key: each }) => each.slice(each.lastIndexOf("/") + 1));
    },
    remove,
    async removeAll() {
      for (const kind of removalOrder) {
        const paths = [...written].filter((path) => path.startsWith(`/${kind}/`) && !path.includes("/credentials/"));
        await mapBounded(paths, concurrency, remove);
      }
      written.clear();
    },
  };
}

function reasonOf(text: string): string {
  try {
    const { error_msg, message } = JSON.parse(text) as { readonly error_msg?: string; readonly message?: string };
    return (error_msg ?? message ?? "").slice(0, 300);
  } catch {
    return "";
  }
}
