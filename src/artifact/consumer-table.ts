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
    const names = Object.keys(labels);
    if (names.length === 0) return none;
    if (!isRising(names)) names.sort();
    for (const name of names)
      this.#labelSets.push(this.#strings.addUsual(name), this.#strings.addUsual(labels[name] ?? ""));
    return this.#labelSets.end();
  }
}

function isRising(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) if ((names[index - 1] ?? "") > (names[index] ?? "")) return false;
  return true;
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
