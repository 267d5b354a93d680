/** Decides the identity of a raw resource. One without a usable identity is no entry. */
import type { ConsumerEntry, ConsumerFields, Entry } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Credential } from "../model/generated/types.ts";
import { compareText, deriveId, type Sha1Hex } from "../model/identity.ts";
import { isMap } from "../model/json.ts";
import type { Place } from "../model/place.ts";
import { placeBelow, type RawResource } from "../source/raw.ts";
import { fieldOf } from "./rules/plugins-of.ts";

/** `value` still has its credentials. A missing or wrong username is the schema's finding; credentials without a usable name are told to `leftOut`. */
export function consumerEntry(
  { value, place }: RawResource,
  sha1Hex: Sha1Hex,
  leftOut: (place: Place) => void,
): ConsumerEntry | undefined {
  if (!isMap(value) || typeof value["username"] !== "string" || value["username"] === "") return undefined;
  const { username, credentials: list } = value;
  const credentials: Entry<Credential>[] = [];
  if (list !== undefined && !Array.isArray(list)) leftOut(placeBelow(place, ["credentials"]));
  const length = Array.isArray(list) ? list.length : 0;
  for (let index = 0; index < length; index += 1) {
    const credential: unknown = (list as readonly unknown[])[index];
    const id = fieldOf(credential, "id");
    const name = fieldOf(credential, "name");
    if (typeof name !== "string" || name === "") {
      leftOut(placeBelow(place, ["credentials", index]));
      continue;
    }
    credentials.push({
      id: hasId(id) ? String(id) : deriveId(name, username, sha1Hex),
      hasOwnId: hasId(id),
      value: credential as unknown as Credential,
      place: placeBelow(place, ["credentials", index]),
    });
  }
  return {
    id: username,
    hasOwnId: true,
    value: value as unknown as ConsumerFields,
    place,
    credentials: length < 2 ? credentials : credentials.sort(byName),
  };
}

/** Any other resource. What has neither id nor name is reported. */
export function otherEntry(
  resource: RawResource,
  sha1Hex: Sha1Hex,
  report: (diagnostic: Diagnostic) => void,
): Entry<unknown> | undefined {
  const { kind, value, place } = resource;
  if (!isMap(value)) return undefined;
  const { id, name } = value;
  if (hasId(id)) return { id: String(id), hasOwnId: true, value, place };
  if (typeof name === "string" && name !== "") {
    // ADC qualifies a route's name by its service's; ours are unique by themselves (rule resource/unique-id).
    return { id: deriveId(name, undefined, sha1Hex), hasOwnId: false, value, place };
  }
  // An id or name of a wrong form is the schema's finding.
  if (id !== undefined || name !== undefined) return undefined;
  if (kind === "routes" || kind === "services" || kind === "upstreams") {
    report({
      rule: "resource/identity",
      severity: "error",
      message: `this ${kind.slice(0, -1)} has neither an id nor a name`,
      span: place.span(),
      help: "Give it an `id`, by which it is recognised in the gateway.",
    });
  }
  return undefined;
}

function byName(left: Entry<Credential>, right: Entry<Credential>): number {
  return compareText(left.value.name, right.value.name);
}

function hasId(id: unknown): id is string | number {
  return (typeof id === "string" && id !== "") || typeof id === "number";
}
