/** What goes into a run of policy tests and what comes out of it. */
import type { ResolveReference } from "../artifact/references.ts";
import type { Crypto } from "../crypto/contract.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PolicyTest } from "../model/generated/policy-test.ts";
import type { Place, Span } from "../model/place.ts";

/** A file of tests that has passed its check, with the configuration that it is about. */
export interface TestFile {
  readonly file: string;
  readonly test: PolicyTest;
  readonly place: Place;
  /** Checked; with the plugins left out that are not to run. */
  readonly config: Config;
  /** What `$env://VAR` stands for. */
  readonly resolveReference: ResolveReference;
}

export interface TestServices {
  readonly crypto: Crypto;
  /** Whether a case of this name is to run; all by default. */
  isWanted?(name: string): boolean;
}

export interface CaseResult {
  readonly file: string;
  readonly name: string;
  /** Where its name stands. */
  readonly span: Span;
  /** Empty: it passed. Each stands where the expectation does. */
  readonly findings: readonly Diagnostic[];
}

/** Kinds of things that tests can exercise. */
export const coverageKinds = ["routes", "consumers", "credentials", "plugins"] as const;

export type CoverageKind = (typeof coverageKinds)[number];

/** One thing that a request can exercise. */
export interface CoverageItem {
  readonly kind: CoverageKind;
  /** Such as `r1`, `jack`, `jack/main`, `limit-count of consumer_groups/gold`. */
  readonly name: string;
  readonly source?: Span;
  readonly isExercised: boolean;
}

export interface Coverage {
  readonly items: readonly CoverageItem[];
}

export interface TestReport {
  readonly cases: readonly CaseResult[];
  readonly coverage: Coverage;
}
