/** What two artifacts differ in, a record a line, as a plan shows its changes. */
import type { RecordChange } from "../artifact/contract.ts";
import { type Paint, printable, type Style } from "./style.ts";

const signs: Readonly<Record<RecordChange["action"], string>> = { added: "+", changed: "~", removed: "-" };

/** Empty if there is none. */
export function renderRecordChanges(changes: readonly RecordChange[], style: Style): string {
  return changes.map((change) => renderRecordChange(change, style)).join("\n");
}

function renderRecordChange(change: RecordChange, style: Style): string {
  const { action, kind, name, consumer, plugin, parts, source } = change;
  const what = [kind, ...(name === "" ? [] : [style.bold(printable(name))])].join(" ");
  const traits = [
    ...(plugin === undefined ? [] : [` (${plugin})`]),
    ...(consumer === undefined ? [] : [` of consumer ${style.bold(printable(consumer))}`]),
    ...(parts.length === 0 ? [] : [`: ${parts.join(", ")}`]),
    ...(source === "" ? [] : [style.dim(`  ${printable(source)}`)]),
  ];
  return `${paintOf(action, style)(signs[action])} ${what}${traits.join("")}`;
}

function paintOf(action: RecordChange["action"], style: Style): Paint {
  return { added: style.green, changed: style.yellow, removed: style.red }[action];
}

/** Such as `1 added, 2 changed`. */
export function summariseRecordChanges(changes: readonly RecordChange[]): string {
  const counts = (["added", "changed", "removed"] as const).flatMap((action) => {
    const number = changes.filter((change) => change.action === action).length;
    return number === 0 ? [] : [`${number} ${action}`];
  });
  return counts.length === 0 ? "no differences" : counts.join(", ");
}
