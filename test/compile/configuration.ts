/** Builds a `Config` from plain resources, as the checks would: identity decided, places where asked for. */
import type { Config, ConsumerEntry, Entry, Kind } from "../../src/model/config.ts";
import type { Place } from "../../src/model/place.ts";

export type Plain = Readonly<Record<string, unknown>>;

/** Resources by kind; a consumer holds its credentials. Whatever has a `line` comes from that line of `file`. */
export type PlainConfig = { readonly [K in Exclude<Kind, "credentials">]?: readonly Plain[] };

export function configuration(plain: PlainConfig, file = "all.yaml"): Config {
  const entries = <T>(kind: keyof PlainConfig) => (plain[kind] ?? []).map((value) => entry<T>(value, file));
  return {
    consumer_groups: entries("consumer_groups"),
    consumers: (plain.consumers ?? []).map((value) => consumer(value, file)),
    upstreams: entries("upstreams"),
    services: entries("services"),
    plugin_configs: entries("plugin_configs"),
    routes: entries("routes"),
    global_rules: entries("global_rules"),
    declared: new Set(Object.keys(plain) as Kind[]),
  };
}

function consumer({ credentials, ...value }: Plain, file: string): ConsumerEntry {
  const plainCredentials = Array.isArray(credentials) ? (credentials as readonly Plain[]) : [];
  return {
    ...entry<ConsumerEntry["value"]>(value, file),
    credentials: plainCredentials.map((credential) => entry(credential, file)),
  };
}

function entry<T>({ line, ...value }: Plain, file: string): Entry<T> {
  const id = String(value.id ?? value.username ?? value.name);
  return { id, value: value as T, ...(typeof line === "number" && { place: placeAt(file, line) }) };
}

/** A part of a value stands one line lower for each step of its path. */
function placeAt(file: string, line: number): Place {
  return {
    span(path = []) {
      const position = { line: line + path.length, column: 1, offset: 0 };
      return { file, start: position, end: position };
    },
  };
}
