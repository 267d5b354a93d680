/**
 * Plugin configurations, deduplicated, and the sets of them that consumers, routes and global rules carry.
 * Any configuration may hold a secret (a Redis password, a header for a forward-auth server), so all are sealed, in one piece.
 */

import type { Crypto } from "../crypto/contract.ts";
import { canonicalJson } from "../model/json.ts";
import { refuse } from "./container.ts";
import type { CompiledPlugin } from "./contract.ts";
import { parseJson } from "./json.ts";
import type { ArtifactKeys } from "./keys.ts";
import { openPairLists, PairListWriter } from "./pair-lists.ts";
import { seal, sealContext, unseal } from "./seal.ts";
import type { StringHeap, StringHeapWriter } from "./string-heap.ts";

export interface PluginSets {
  readonly count: number;
  /** The same array for the same number. */
  plugins(set: number): readonly CompiledPlugin[];
}

interface NamedConfig {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

const context = sealContext("plugin configurations");

export class PluginTableWriter {
  readonly #numbers = new Map<string, number>();
  /** Who compiles gives the same object for equal configurations where it can. */
  readonly #seen = new WeakMap<object, { readonly name: string; readonly number: number }>();
  readonly #sets = new PairListWriter();
  readonly #strings: StringHeapWriter;

  constructor(strings: StringHeapWriter) {
    this.#strings = strings;
  }

  addSet(plugins: readonly CompiledPlugin[]): number {
    for (const plugin of plugins) this.#sets.push(this.#addConfig(plugin), this.#strings.add(plugin.owner));
    return this.#sets.end();
  }

  sets(): Uint8Array {
    return this.#sets.toBytes();
  }

  sealedConfigs(crypto: Crypto, keys: ArtifactKeys): Uint8Array {
    return seal(crypto, keys, context, new TextEncoder().encode(`[${[...this.#numbers.keys()].join(",")}]`));
  }

  #addConfig({ name, config }: CompiledPlugin): number {
    const known = this.#seen.get(config);
    if (known?.name === name) return known.number;
    const text = canonicalJson([name, config]);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    this.#seen.set(config, { name, number });
    return number;
  }
}

export function openPluginTable(
  sealedConfigs: Uint8Array,
  sets: Uint8Array,
  strings: StringHeap,
  crypto: Crypto,
  keys: ArtifactKeys,
): PluginSets {
  const plain = unseal(crypto, keys, context, sealedConfigs);
  if (plain === undefined) refuse("its plugin configurations cannot be unsealed");
  const configs = namedConfigs(parseJson(plain, "plugin configurations"));
  const lists = openPairLists(sets, configs.length, strings.count);
  const opened = new Map<number, readonly CompiledPlugin[]>();
  return {
    count: lists.count,
    plugins(set) {
      let plugins = opened.get(set);
      if (plugins === undefined) {
        plugins = lists.pairs(set).flatMap(([config, owner]) => {
          const named = configs[config];
          return named === undefined ? [] : [{ ...named, owner: strings.text(owner) }];
        });
        opened.set(set, plugins);
      }
      return plugins;
    },
  };
}

function namedConfigs(value: unknown): NamedConfig[] {
  if (!Array.isArray(value)) refuse("its plugin configurations are no list");
  return value.map((item: unknown) => {
    const [name, config] = Array.isArray(item) ? (item as unknown[]) : [];
    if (typeof name !== "string" || typeof config !== "object" || config === null || Array.isArray(config)) {
      refuse("a plugin configuration is malformed");
    }
    return { name, config: config as Readonly<Record<string, unknown>> };
  });
}
