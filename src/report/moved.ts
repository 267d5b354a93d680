/** Why a saved plan is refused: the resources that are no longer as it found them, each with the fields that differ. */
import { kindNouns } from "../model/config.ts";
import type { Moved, MoveReason } from "../plan/contract.ts";
import { printable, type Style } from "./style.ts";

const reasons: Readonly<Record<MoveReason, string>> = {
  appeared: "is there now; the plan found none",
  gone: "is gone",
  changed: "was changed",
  reverted: "was changed back after the plan had changed it",
  "consumer-gone": "cannot be made: its consumer is gone",
};

/** More would only hide that the plan is out of date. */
const maxShown = 20;

export function renderMoved(moved: readonly Moved[], style: Style): string {
  const blocks = moved.slice(0, maxShown).map((move) => renderMove(move, style));
  const rest = moved.length - blocks.length;
  return [...blocks, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join("\n");
}

function renderMove({ change, reason, fields }: Moved, style: Style): string {
  const { kind, name, consumer } = change;
  const head = `  ${kindNouns[kind]} ${style.bold(printable(consumer === undefined ? name : `${consumer}/${name}`))}`;
  const shown = fields.map(({ path, before, after }) => {
    const [from, to] = [before, after].map((text) => (text === undefined ? "(none)" : clip(text)));
    return `      ${printable(path.join("."))}: ${from} → ${to}`;
  });
  return [`${head} ${reasons[reason]}`, ...shown].join("\n");
}

function clip(text: string): string {
  return printable(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
