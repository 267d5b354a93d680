/** The impact of going from what a gateway holds to what files declare, as its lines are shown. */
import { nodeCrypto } from "../../src/crypto/node.ts";
import type { Impact } from "../../src/impact/contract.ts";
import { type ImpactOptions, impactOf } from "../../src/impact/impact.ts";
import { plan } from "../../src/plan/plan.ts";
import { impactSections } from "../../src/report/impact-lines.ts";
import { declared, live, options, type Sections } from "../plan/configs.ts";

const clock = Date.UTC(2026, 10, 24, 12);

export function impactBetween(before: Sections, after: Sections, limits: Partial<ImpactOptions> = {}): Promise<Impact> {
  const held = live(before);
  const { changes } = plan(declared(after), held, options);
  return impactOf(held, changes, { crypto: nodeCrypto, now: () => clock, ...limits });
}

/** `heading: line`, one a line of the block. */
export async function impactLines(before: Sections, after: Sections): Promise<readonly string[]> {
  const sections = impactSections(await impactBetween(before, after));
  return sections.flatMap(({ heading, lines }) => lines.map((line) => `${heading}: ${line}`));
}
