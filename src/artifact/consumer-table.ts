/** Consumer records: fixed size, in the order of usernames. */
import { viewOf } from "./bytes.ts";
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

export function writeConsumers(
  consumers: readonly ConsumerInput[],
  strings: StringHeapWriter,
  labelSets: PairListWriter,
  pluginTable: PluginTableWriter,
): Uint8Array {
  const bytes = new Uint8Array(consumers.length * field.size);
  const view = viewOf(bytes);
  consumers.forEach((consumer, index) => {
    const at = index * field.size;
    const labels = Object.keys(consumer.labels).sort();
    const pairs = labels.map((name) => [strings.add(name), strings.add(consumer.labels[name] ?? "")] as const);
    view.setUint32(at + field.username, strings.add(consumer.username), true);
    view.setUint32(at + field.labels, pairs.length === 0 ? none : labelSets.add(pairs), true);
    view.setUint32(at + field.group, strings.addOptional(consumer.groupId), true);
    view.setUint32(
      at + field.plugins,
      consumer.plugins.length === 0 ? none : pluginTable.addSet(consumer.plugins),
      true,
    );
    view.setUint32(at + field.flags, consumer.isGroupMissing ? consumerFlags.groupMissing : 0, true);
  });
  return bytes;
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
