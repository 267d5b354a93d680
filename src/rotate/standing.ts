/** Tells from the labels of a credential where it stands in its rotation. */
import { lookupField } from "../model/auth.ts";
import { isMap } from "../model/json.ts";
import { type Refusal, type Retirement, rotationLabels, type Successor } from "./contract.ts";
import { type Day, isDay } from "./days.ts";
import { authOf, type DeclaredConsumer, type DeclaredCredential } from "./locate.ts";

export type Standing =
  /** Without a successor. */
  | { readonly state: "current" }
  | { readonly state: "kept" | "due"; readonly retirement: Retirement }
  /** Marked, but it cannot be retired as things are. */
  | ({ readonly state: "stuck" } & Refusal);

export function standingOf(credential: DeclaredCredential, consumer: DeclaredConsumer, today: Day): Standing {
  const labels = isMap(credential.value["labels"]) ? credential.value["labels"] : {};
  const retireAfter = labels[rotationLabels.retireAfter];
  const replacedBy = labels[rotationLabels.replacedBy];
  if (retireAfter === undefined && replacedBy === undefined) return { state: "current" };
  const stuck = (reason: string): Standing => ({
    state: "stuck",
    refused: `${describe(credential)} is not retired: ${reason}`,
  });
  if (typeof retireAfter !== "string" || !isDay(retireAfter)) {
    return stuck(`its label ${rotationLabels.retireAfter} is no day such as 2026-12-01. Put the right day there.`);
  }
  if (typeof replacedBy !== "string") {
    return stuck(`no label ${rotationLabels.replacedBy} says which credential takes its place. Add one with its id.`);
  }
  const successor = consumer.credentials.find(({ id }) => id === replacedBy);
  if (!successor || successor.id === credential.id) {
    const advice = `Declare it again, or name another one in the label ${rotationLabels.replacedBy}.`;
    return stuck(`its successor "${replacedBy}" is not declared, and nothing would be left to call with. ${advice}`);
  }
  const described = describeSuccessor(successor);
  if (!described) return stuck(`its successor "${replacedBy}" has no auth plugin that works.`);
  const { username, name } = credential;
  return {
    state: retireAfter < today ? "due" : "kept",
    retirement: { username, credential: name, retireAfter, successor: described },
  };
}

/** Such as `credential "main" of consumer "acme"`. */
export function describe({ username, name }: Pick<DeclaredCredential, "username" | "name">): string {
  return `credential "${name}" of consumer "${username}"`;
}

function describeSuccessor({ id, name, value }: DeclaredCredential): Successor | undefined {
  const auth = authOf(value);
  const meta = auth?.config["_meta"];
  if (!auth || (isMap(meta) && meta["disable"] === true)) return undefined;
  const lookup = auth.config[lookupField[auth.plugin]];
  const isKnown = typeof lookup === "string" && !/\$\{[A-Za-z_]\w*\}/.test(lookup);
  return { id, name, plugin: auth.plugin, lookup: isKnown ? lookup : undefined };
}
