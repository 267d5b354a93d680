/** Which limits change for those who pass on both sides: by the plugins that take effect for them, merged as the engine merges them. */
import type { CompiledPlugin } from "../artifact/contract.ts";
import { isDisabled } from "../compile/fields.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { LimitChange, LimitDirection, RouteName } from "./contract.ts";
import { limitPlugins } from "./judgeable.ts";

type Plugins = readonly CompiledPlugin[];

interface Collected {
  readonly plugin: string;
  readonly before: Limit | undefined;
  readonly after: Limit | undefined;
  /** By consumer. */
  readonly routes: Map<string, Map<string, RouteName>>;
}

interface Limit {
  readonly text: string;
  /** For telling up from down; undefined if an amount is not known before a request comes. */
  readonly rate: number | undefined;
}

export class LimitChanges {
  readonly #collected = new Map<string, Collected>();

  add(consumer: string, routes: readonly RouteName[], pluginsBefore: Plugins, pluginsAfter: Plugins): void {
    for (const plugin of limitPlugins) {
      const before = limitOf(plugin, pluginsBefore);
      const after = limitOf(plugin, pluginsAfter);
      if (before?.text === after?.text) continue;
      const key = JSON.stringify([plugin, before?.text, after?.text]);
      const collected = this.#collected.get(key) ?? { plugin, before, after, routes: new Map() };
      const own = collected.routes.get(consumer) ?? new Map<string, RouteName>();
      for (const route of routes) own.set(route.id, route);
      collected.routes.set(consumer, own);
      this.#collected.set(key, collected);
    }
  }

  /** Consumers with the same change on the same routes are told together. */
  list(): readonly LimitChange[] {
    return [...this.#collected.values()].flatMap(({ plugin, before, after, routes }) => {
      const together = new Map<string, { consumers: string[]; routes: readonly RouteName[] }>();
      for (const [consumer, own] of routes) {
        const key = JSON.stringify([...own.keys()].sort());
        const group = together.get(key) ?? { consumers: [], routes: [...own.values()] };
        group.consumers.push(consumer);
        together.set(key, group);
      }
      return [...together.values()].map((group) => ({
        ...group,
        plugin,
        ...(before && { before: before.text }),
        ...(after && { after: after.text }),
        direction: directionOf(before, after),
      }));
    });
  }
}

function directionOf(before: Limit | undefined, after: Limit | undefined): LimitDirection {
  if (!before) return "starts";
  if (!after) return "ends";
  if (before.rate === undefined || after.rate === undefined || before.rate === after.rate) return "changes";
  return after.rate < before.rate ? "falls" : "rises";
}

function limitOf(name: string, plugins: Plugins): Limit | undefined {
  const found = plugins.filter((plugin) => plugin.name === name && !isDisabled(plugin.config));
  if (found.length === 0) return undefined;
  const limits = found.map(({ config }) => readers[name]?.(config)).filter((limit) => limit !== undefined);
  return {
    text: limits.map(({ text }) => text).join(" and "),
    rate: least(limits.map(({ rate }) => rate)),
  };
}

const readers: Readonly<Record<string, (config: JsonMap) => Limit>> = {
  "limit-count": (config) => {
    const rules = Array.isArray(config["rules"]) ? config["rules"].filter(isMap) : [config];
    const limits = rules.map(countLimit);
    return { text: limits.map(({ text }) => text).join(", "), rate: least(limits.map(({ rate }) => rate)) };
  },
  "limit-req": ({ rate, burst }) => ({ text: `${amount(rate)}/s${withBurst(burst)}`, rate: numberOf(rate) }),
  "limit-conn": ({ conn, burst }) => ({ text: `${amount(conn)} at once${withBurst(burst)}`, rate: numberOf(conn) }),
};

const windows: Readonly<Record<number, string>> = { 1: "s", 60: "min", 3600: "h", 86400: "day" };

function countLimit({ count, time_window: seconds }: JsonMap): Limit {
  const window = numberOf(seconds);
  const named = window === undefined ? undefined : windows[window];
  const number = numberOf(count);
  return {
    text: named ? `${amount(count)}/${named}` : `${amount(count)} in ${amount(seconds)} s`,
    rate: number === undefined || window === undefined ? undefined : number / window,
  };
}

function withBurst(burst: unknown): string {
  return burst === undefined || burst === 0 ? "" : ` (burst ${amount(burst)})`;
}

/** An amount may be a text with variables. */
function amount(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "?";
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

function least(rates: readonly (number | undefined)[]): number | undefined {
  const known = rates.filter((rate) => rate !== undefined);
  return known.length === rates.length && known.length > 0 ? Math.min(...known) : undefined;
}
