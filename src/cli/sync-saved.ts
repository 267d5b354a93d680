/** `rollcall sync PLAN`: carries out a saved plan, if what it touches is still as the plan found it. */
import type { Gateway } from "../gateway/contract.ts";
import { type Kind, kinds, type Live } from "../model/config.ts";
import type { Change, Plan } from "../plan/contract.ts";
import { emptyGuard } from "../plan/empty.ts";
import { deleteGuard } from "../plan/guard.ts";
import { isReached, standingOf } from "../plan/standing.ts";
import { renderMoved } from "../report/moved.ts";
import { planFormats } from "../report/plans.ts";
import { carryOut } from "./apply.ts";
import { withGateway } from "./connect.ts";
import { withLock } from "./lock.ts";
import { gatewayAddress, readPlanFile } from "./plan-file.ts";
import { savedImpact } from "./plan-impact.ts";
import { fingerprintFor } from "./plan-inputs.ts";
import { journalFileOf, openJournal } from "./plan-journal.ts";
import type { SyncOptions } from "./sync.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

/** @throws CommandError if the plan cannot be opened, GatewayError if the gateway cannot be read */
export async function runSavedSync(file: string, options: SyncOptions, terminal: Terminal): Promise<number> {
  const misplaced = !options.delete ? "--no-delete" : options.select ? "--select" : options.own ? "--own" : undefined;
  if (misplaced) {
    throw new CommandError(`${file} is a saved plan: ${misplaced} belongs to the diff --out that makes it.`);
  }
  const { saved, digest } = await readPlanFile(file, options, terminal);
  const { plan } = saved;
  const style = terminal.outStyle;
  const refuse = (reason: string): number => {
    terminal.note(`${terminal.noteStyle.red("refused:")} ${reason}\nNothing was changed.`);
    return exitCodes.findings;
  };
  const address = gatewayAddress(options);
  if (saved.server !== address) return refuse(`the plan was made for ${saved.server}, and this is ${address}.`);
  const reason = deleteGuard(plan, options) ?? emptyGuard(plan, saved.isDesiredEmpty, options.allowEmpty);
  if (plan.changes.length === 0 || options.dryRun) {
    const impact = savedImpact(saved, options);
    terminal.out(planFormats[options.format]({ plan, style, ...(impact && { impact }) }));
  }
  if (reason !== undefined) return refuse(`${reason}.`);
  if (plan.changes.length === 0) return exitCodes.fine;

  const fingerprint = await fingerprintFor(options, terminal);
  const locking = options.dryRun ? {} : options;
  return withGateway(options, terminal, (gateway) =>
    withLock(gateway, locking, terminal, async (lost) => {
      const journal = await openJournal(file, digest, terminal);
      const live = await readTouched(gateway, plan);
      if (isReached(plan, live, fingerprint)) {
        if (!options.dryRun) await journal.end();
        terminal.note("everything that the plan touches is as it wants it already");
        return exitCodes.fine;
      }
      if (journal.applied && !options.resume) {
        return refuse(`this plan was begun (${journalFileOf(file)}); add --resume to go on with the rest.`);
      }
      const resumed = options.resume ? (journal.applied ?? new Set<number>()) : undefined;
      const standing = standingOf(plan, live, { fingerprint, ...(resumed && { resumed }) });
      if (standing.moved.length > 0) {
        const moved = renderMoved(standing.moved, terminal.noteStyle);
        return refuse(`the gateway has moved since the plan was made:\n${moved}\nMake a new plan with diff --out.`);
      }
      if (options.dryRun) return exitCodes.fine;
      if (standing.done.length > 0) terminal.note(`resumed: ${standing.done.length} changes were made before`);
      const numbers = new Map(plan.changes.map((change, index) => [change, index]));
      const watcher = {
        begin: () => journal.begin(),
        applied(change: Change) {
          const index = numbers.get(change);
          if (index !== undefined) journal.note(index);
        },
        end: () => journal.end(),
      };
      const advice = `Run sync ${file} --resume: it does only what is still missing.`;
      const left = { ...plan, changes: standing.left };
      return carryOut({ gateway, plan: left, advice, watcher, ...(lost && { lost }) }, options, terminal);
    }),
  );
}

/** @throws CommandError if the gateway does not know a kind that the plan writes */
async function readTouched(gateway: Gateway, plan: Plan): Promise<Live> {
  const touched = new Set<Kind>(plan.changes.map(({ kind }) => (kind === "credentials" ? "consumers" : kind)));
  const live = await gateway.read(touched);
  const missing = kinds.find((kind) => touched.has(kind) && !live.declared.has(kind));
  if (missing) throw new CommandError(`the gateway has no ${missing}, which the plan changes. Nothing was changed.`);
  return live;
}
