/** A base of declared files, such as a dump: it knows every resource of the kinds that it declares. */
import type { Config, Kind, Live } from "../../model/config.ts";
import { identityOf } from "../dependencies.ts";
import { type PlanOptions, plan } from "../plan.ts";
import { contestedOf } from "./contested.ts";
import type { AgreedCredential, Base, Contested } from "./contract.ts";

/**
 * What differs between base and gateway is found as a plan finds it: in order, by id and by name, without defaults.
 * Marks and selections of the files' plan are none of the base's: it is only asked for what that plan changes.
 */
export function baseOfConfig(base: Config, live: Live, options: Pick<PlanOptions, "crypto">): Base {
  const declared = new Set([...base.declared].filter((kind) => live.declared.has(kind)));
  // The texts of fields are never looked at.
  const { changes } = plan({ ...base, declared }, live, { ...options, fingerprint: () => "" });
  const differing = contestedOf(changes);
  const createdByName = namesOf(differing);
  const movedCredentials = credentialsByConsumer(differing);
  return ({ steps: [change], live: held, desired }) => {
    const { kind, consumer } = change;
    if (!declared.has(kind === "credentials" ? "consumers" : kind)) return undefined;
    const found = differing.get(identityOf(change)) ?? (held ? undefined : createdByName.get(nameKey(change)));
    // A consumer that the base lacks takes along all of its credentials.
    const hasNoConsumer = consumer !== undefined && isMissing(differing, consumer);
    const value = found ? found.desired : hasNoConsumer ? undefined : held;
    const credentials = kind === "consumers" && held && !desired && value ? movedCredentials.get(change.id) : undefined;
    return { ...(value && { value }), ...(credentials && { credentials }) };
  };
}

function isMissing(differing: ReadonlyMap<string, Contested>, consumer: string): boolean {
  const found = differing.get(identityOf({ kind: "consumers", id: consumer }));
  return found !== undefined && !found.desired;
}

/** What the gateway lost has no id of the gateway's that both sides could share, but a name. */
function namesOf(differing: ReadonlyMap<string, Contested>): ReadonlyMap<string, Contested> {
  const created = [...differing.values()].filter(({ live }) => !live);
  return new Map(created.map((contested) => [nameKey(contested.steps[0]), contested]));
}

function nameKey({ kind, consumer, name }: { readonly kind: Kind; readonly consumer?: string; readonly name: string }) {
  return JSON.stringify([kind, consumer ?? "", name]);
}

function credentialsByConsumer(differing: ReadonlyMap<string, Contested>): ReadonlyMap<string, AgreedCredential[]> {
  const found = new Map<string, AgreedCredential[]>();
  for (const { steps, live, desired } of differing.values()) {
    const { kind, consumer = "", name } = steps[0];
    if (kind !== "credentials") continue;
    const credential = { name, ...(desired && { value: desired }), ...(live && { live }) };
    const known = found.get(consumer);
    if (known) known.push(credential);
    else found.set(consumer, [credential]);
  }
  return found;
}
