/** How a sync shows its progress on standard error. */
import type { ApplyEvent } from "../gateway/apply-plan.ts";
import { describeChange } from "../report/applied.ts";
import type { Terminal } from "./terminal.ts";

/**
 * - `auto`: a bar on a terminal; elsewhere a line a change, or in long runs a line each tenth
 * - `lines`: a line a change
 */
export type ProgressMode = "auto" | "lines" | "none";

/** With more changes than this, a line each would bury the rest of the log. */
const longRun = 1_000;

const barLength = 24;

export function progressOf(mode: ProgressMode, terminal: Terminal): (event: ApplyEvent) => void {
  if (mode === "none") return () => undefined;
  if (mode === "auto" && terminal.isInteractive) return (event) => bar(event, terminal);
  let tenths = 0;
  return (event) => {
    const { type, done, total } = event;
    if (mode === "lines" || total <= longRun) return line(event, terminal);
    const reached = Math.floor((done / total) * 10);
    if (type === "started" || reached <= tenths) return;
    tenths = reached;
    terminal.note(`${done} of ${total} changes`);
  };
}

const words = { applied: "applied", failed: "failed", "not-tried": "not tried" } as const;

function line({ type, change, done, total }: ApplyEvent, terminal: Terminal): void {
  if (type === "started") return;
  const said = `${words[type].padEnd(10)} ${describeChange(change)}`;
  terminal.note(`${String(done).padStart(String(total).length)}/${total} ${said}`);
}

function bar({ type, change, done, total }: ApplyEvent, terminal: Terminal): void {
  if (type === "started") return;
  const filled = Math.floor((done / total) * barLength);
  const drawn = `[${"=".repeat(filled)}${" ".repeat(barLength - filled)}]`;
  terminal.progress(`${drawn} ${done}/${total} ${describeChange(change)}`, done === total);
}
