/** Consumer records: fixed size, in the order of usernames. */
import { NumberSink, RecordSink, viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";
import type { ConsumerInput } from "./input.ts";
import { consumerFlags, consumerRecord as field, knownConsumerFlags, none } from "./layout.ts";
import type { PairLists, PairListWriter } from "./pair-lists.ts";
import type { PluginSets, PluginTableWriter } from "./plugin-table.ts";
import type { StringHeap, StringHeapWriter } from "./string-heap.ts";

/** Numbers of strings and sets; `labels`, `group` and `plugins` may be `none`. */
export interface ConsumerTable {
  readonly count: number;
  username(consumer: number): number;
  labels(consumer: number): number;
  group(consumer: number): number;
  plugins(consumer: number): number;
  isGroupMissing(consumer: number): boolean;
}

export class ConsumerTableWriter {
  readonly #records: RecordSink;
  readonly #usernameHashes: NumberSink;
  readonly #strings: StringHeapWriter;
  readonly #labelSets: PairListWriter;
  readonly #pluginTable: PluginTableWriter;
  readonly #labelNames: string[] = [];

  /** @param expected consumers that there will be, about */
  constructor(strings: StringHeapWriter, labelSets: PairListWriter, pluginTable: PluginTableWriter, expected = 0) {
    this.#records = new RecordSink(field.size, expected);
    this.#usernameHashes = new NumberSink(expected);
    this.#strings = strings;
    this.#labelSets = labelSets;
    this.#pluginTable = pluginTable;
  }

  add({ username, labels, groupId, plugins, isGroupMissing }: ConsumerInput): void {
    const strings = this.#strings;
    const labelSet = this.#addLabels(labels);
    const name = strings.add(username);
    this.#usernameHashes.push(strings.hash(name));
    const group = strings.addOptional(groupId);
    const pluginSet = plugins.length === 0 ? none : this.#pluginTable.addSet(plugins);
    const at = this.#records.next();
    const { view } = this.#records;
    view.setUint32(at + field.username, name, true);
    view.setUint32(at + field.labels, labelSet, true);
    view.setUint32(at + field.group, group, true);
    view.setUint32(at + field.plugins, pluginSet, true);
    view.setUint32(at + field.flags, isGroupMissing ? consumerFlags.groupMissing : 0, true);
  }

  toBytes(): Uint8Array {
    return this.#records.toBytes();
  }

  /** FNV-1a of the usernames. */
  usernameHashes(): Uint32Array {
    return this.#usernameHashes.toNumbers();
  }

  #addLabels(labels: Readonly<Record<string, string>>): number {
    // Mostly they are in order, and then no list of their names is needed.
    let last: string | undefined;
    for (const name in labels) {
      if (last !== undefined && last > name) return this.#addSortedLabels(labels);
      last = name;
    }
    if (last === undefined) return none;
    for (const name in labels) this.#addLabel(name, labels);
    return this.#labelSets.end();
  }

  /** In an array that stays: what `sort` takes for one of its own was half of all garbage of compiling. */
  #addSortedLabels(labels: Readonly<Record<string, string>>): number {
    const names = this.#labelNames;
    let count = 0;
    for (const name in labels) {
      if (count === fewLabels) return this.#addManyLabels(labels);
      names[count++] = name;
    }
    sortFew(names, count);
    for (let index = 0; index < count; index++) this.#addLabel(names[index] ?? "", labels);
    return this.#labelSets.end();
  }

  #addManyLabels(labels: Readonly<Record<string, string>>): number {
    for (const name of Object.keys(labels).sort()) this.#addLabel(name, labels);
    return this.#labelSets.end();
  }

  #addLabel(name: string, labels: Readonly<Record<string, string>>): void {
    this.#labelSets.push(this.#strings.addUsual(name), this.#strings.addUsual(labels[name] ?? ""));
  }
}

/** That are sorted one by one, which takes time by the square of their number. */
const fewLabels = 16;

/** The first `count`, by UTF-16 code unit. */
function sortFew(names: string[], count: number): void {
  for (let index = 1; index < count; index++) {
    const name = names[index] ?? "";
    let place = index;
    for (; place > 0 && (names[place - 1] ?? "") > name; place--) names[place] = names[place - 1] ?? "";
    names[place] = name;
  }
}

export function openConsumers(
  bytes: Uint8Array,
  strings: StringHeap,
  labelSets: PairLists,
  pluginSets: PluginSets,
): ConsumerTable {
  const count = bytes.length / field.size;
  if (!Number.isInteger(count)) refuse("its consumer records have the wrong length");
  const view = viewOf(bytes);
  const read = (consumer: number, offset: number) => view.getUint32(consumer * field.size + offset, true);
  const isOptional = (value: number, limit: number) => value === none || value < limit;
  for (let consumer = 0; consumer < count; consumer++) {
    if (
      read(consumer, field.username) >= strings.count ||
      !isOptional(read(consumer, field.labels), labelSets.count) ||
      !isOptional(read(consumer, field.group), strings.count) ||
      !isOptional(read(consumer, field.plugins), pluginSets.count) ||
      (read(consumer, field.flags) & ~knownConsumerFlags) !== 0
    ) {
      refuse(`consumer record ${consumer} is malformed`);
    }
  }
  return {
    count,
    username: (consumer) => read(consumer, field.username),
    labels: (consumer) => read(consumer, field.labels),
    group: (consumer) => read(consumer, field.group),
    plugins: (consumer) => read(consumer, field.plugins),
    isGroupMissing: (consumer) => (read(consumer, field.flags) & consumerFlags.groupMissing) !== 0,
  };
}
