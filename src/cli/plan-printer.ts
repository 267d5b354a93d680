/** Prints plans as they are made, or at the end as one document where the format wants one for all gateway groups. */
import { type PlanFormat, type PlanInput, planDocuments, planFormats } from "../report/plans.ts";
import type { Terminal } from "./terminal.ts";

export interface PlanPrinter {
  show(input: Omit<PlanInput, "style">): void;
  /** What is still to be printed, of a run that did not fail. */
  end(): void;
}

/** @param isReport the plans are all that the run prints */
export function planPrinter(format: PlanFormat, isReport: boolean, terminal: Terminal): PlanPrinter {
  const kept: PlanInput[] = [];
  return {
    show(input) {
      const shown = { ...input, style: terminal.outStyle };
      if (isReport && input.group !== undefined && format in planDocuments) kept.push(shown);
      else terminal.out(planFormats[format](shown));
    },
    end() {
      if (kept.length > 0) terminal.out(documentOf(format, kept));
    },
  };
}

function documentOf(format: PlanFormat, inputs: readonly PlanInput[]): string {
  const documents: Partial<Record<PlanFormat, (inputs: readonly PlanInput[]) => string>> = planDocuments;
  return documents[format]?.(inputs) ?? "";
}
