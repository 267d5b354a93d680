import { closest } from "../../model/closest.ts";
import { type Entry, kinds } from "../../model/config.ts";
import type { Path } from "../../model/place.ts";
import { referenceKey } from "../survey/file-facts.ts";
import { type ReferenceTarget, visitReferences } from "../survey/references.ts";
import { rowsWhere, type Survey } from "../survey/survey.ts";
import { hashText } from "../survey/text-hash.ts";
import type { ConcludeContext, Rule } from "./rule.ts";

/** A reference to nothing fails at request time (a consumer of a missing group gets 503), long after the deploy. Kinds that no file declares are taken to live in the gateway. */
export const referenceExists: Rule = {
  id: "reference/exists",
  severity: "error",
  conclude(survey, context) {
    const isMissing = createIsMissing(survey);
    const found: Missing[] = [];
    for (const kind of kinds) {
      if (kind === "consumers" || kind === "credentials") continue;
      for (const from of survey.others[kind]) {
        visitReferences(kind, from, (target, id, path) => {
          if (isMissing(target, id)) found.push({ from, target, id, path });
        });
      }
    }
    if (found.length > 0) reportAll(found, survey, context);
    for (const [key, rows] of survey.consumers.references) {
      const [target, id] = splitKey(key);
      if (isMissing(target, id)) lookAtConsumers(target, id, rows.toArray(), survey, context);
    }
  },
};

interface Missing {
  readonly from: Entry<unknown>;
  readonly target: ReferenceTarget;
  readonly id: string;
  readonly path: Path;
}

function createIsMissing({ others, consumers }: Survey): (target: ReferenceTarget, id: string) => boolean {
  const idsByKind = new Map<ReferenceTarget, ReadonlySet<string>>();
  return (target, id) => {
    if (!others.declared.has(target)) return false;
    if (target === "consumers") {
      hashText(id);
      return !consumers.usernames.includesHashed();
    }
    const ids = idsByKind.get(target) ?? new Set(others[target].map((entry) => entry.id));
    idsByKind.set(target, ids);
    return !ids.has(id);
  };
}

function splitKey(key: string): [target: ReferenceTarget, id: string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space) as ReferenceTarget, key.slice(space + 1)];
}

function lookAtConsumers(
  target: ReferenceTarget,
  id: string,
  rows: readonly number[],
  survey: Survey,
  context: ConcludeContext,
): void {
  context.lookAgain([...new Set(rows)], (consumers) => {
    const found: Missing[] = [];
    for (const from of consumers) {
      visitReferences("consumers", from, (otherTarget, otherId, path) => {
        if (referenceKey(otherTarget, otherId) === referenceKey(target, id)) found.push({ from, target, id, path });
      });
    }
    reportAll(found, survey, context);
  });
}

/** With more consumers than these, to look for the one that was meant would cost more than it helps. */
const mostToSuggest = 50_000;

function reportAll(found: readonly Missing[], survey: Survey, context: ConcludeContext): void {
  const { others, consumers } = survey;
  const reportFrom = (usernames: readonly string[]): void => {
    for (const { from, target, id, path } of found) {
      const ids = target === "consumers" ? usernames : others[target].map((entry) => entry.id);
      const likely = closest(id, ids);
      context.report({
        place: from.place,
        path,
        message: `"${id}" is not among the ${target.replaceAll("_", " ")} that the files declare`,
        help: likely ? `Did you mean "${likely}"?` : `Declare it, or take the reference out.`,
        ...(likely && { replacement: likely }),
      });
    }
  };
  const needsUsernames = found.some(({ target }) => target === "consumers") && consumers.rows <= mostToSuggest;
  if (!needsUsernames) reportFrom([]);
  else
    context.lookAgain(
      rowsWhere(consumers, () => true),
      (all) => reportFrom(all.map(({ id }) => id).sort()),
    );
}
