/** Checks a file of policy tests, as read from its text. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PolicyTest } from "../model/generated/policy-test.ts";
import { isMap } from "../model/json.ts";
import type { Place } from "../model/place.ts";
import type { Document } from "../source/document.ts";
import { inOrder } from "./conclude.ts";
import { policy_test } from "./generated/policy-test.js";
import { validateAt } from "./schema.ts";

export interface PolicyTestCheck {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent if a diagnostic is an error. */
  readonly test?: PolicyTest;
}

/** Sections by which a configuration is told. */
const configSections = ["consumers", "routes", "services", "consumer_groups", "global_rules", "upstreams"];

export function checkPolicyTest({ value, place }: Document): PolicyTestCheck {
  if (isMap(value) && !("cases" in value) && configSections.some((section) => section in value)) {
    const message = "this is a configuration, not a file of policy tests";
    const help =
      "Name it otherwise than *.test.yaml, *.test.yml or *.test.json: what ends so is not read as configuration.";
    return { diagnostics: [{ rule: "test/shape", severity: "error", message, span: place.span(), help }] };
  }
  const wrong = validateAt(policy_test, value, place, "this file of policy tests");
  if (wrong.length > 0) return { diagnostics: inOrder(wrong) };
  const test = value as PolicyTest;
  const diagnostics = inOrder([...checkNames(test, place), ...checkSteps(test, place), ...checkClocks(test, place)]);
  return diagnostics.length > 0 ? { diagnostics } : { diagnostics, test };
}

/** `--filter` and reports go by the name. */
function checkNames({ cases }: PolicyTest, place: Place): readonly Diagnostic[] {
  const first = new Map<string, number>();
  return cases.flatMap(({ name }, index): readonly Diagnostic[] => {
    const known = first.get(name);
    if (known === undefined) {
      first.set(name, index);
      return [];
    }
    const related = [{ span: place.span(["cases", known, "name"]), message: "first here" }];
    const span = place.span(["cases", index, "name"]);
    return [{ rule: "test/unique-name", severity: "error", message: "two cases have this name", span, related }];
  });
}

/** The schema knows the form only. */
function checkClocks({ clock, cases }: PolicyTest, place: Place): readonly Diagnostic[] {
  const all = [
    { clock, path: ["clock"] },
    ...cases.map((each, index) => ({ clock: each.clock, path: ["cases", index, "clock"] })),
  ];
  return all.flatMap(({ clock: written, path }): readonly Diagnostic[] => {
    if (written === undefined || Number.isFinite(Date.parse(written))) return [];
    const message = "there is no such day or time";
    return [{ rule: "test/clock", severity: "error", message, span: place.span(path) }];
  });
}

/** A case is one request with what is expected of it, or several steps. */
function checkSteps({ cases }: PolicyTest, place: Place): readonly Diagnostic[] {
  return cases.flatMap(({ request, expect, repeat, steps }, index): readonly Diagnostic[] => {
    const at = (message: string, help: string, ...path: readonly (string | number)[]): Diagnostic => {
      const span = place.span(["cases", index, ...path]);
      return { rule: "test/shape", severity: "error", message, span, help };
    };
    if (!steps) {
      if (request !== undefined && expect) return [];
      const missing = request === undefined ? "request" : "expect";
      return [at(`this case has no \`${missing}\``, "A case has `request` and `expect`, or `steps`.")];
    }
    if (expect || repeat) {
      const field = expect ? "expect" : "repeat";
      return [at(`a case with \`steps\` has no \`${field}\` of its own`, `Write \`${field}\` in the steps.`, field)];
    }
    return steps.flatMap((step, number) =>
      step.request === undefined && request === undefined
        ? [at("this step has no `request`, nor has its case", "Write one in either.", "steps", number)]
        : [],
    );
  });
}
