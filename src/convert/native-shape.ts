/** Takes resources that are nearly native, as ADC and standalone APISIX have them, and reports what the native form cannot hold. */
import { resourceFieldNames } from "../model/generated/fields.ts";
import { deriveId, type Sha1Hex } from "../model/identity.ts";
import { isMap } from "../model/json.ts";
import type { Path, Place } from "../model/place.ts";
import { placeBelow, type RawKind } from "../source/raw.ts";
import type { Outcome } from "./contract.ts";
import type { Draft, DraftConsumer, OtherKind } from "./draft.ts";
import { isLabelValue, type Labels, setLabel } from "./labels.ts";

type Fields = Record<string, unknown>;

/** Set by a server, and of no meaning in a file. */
const serverFields: ReadonlySet<string> = new Set(["create_time", "update_time", "modifiedIndex", "createdIndex"]);

/** Kinds of which the schema allows no other fields than its own. */
const closedKinds: ReadonlySet<string> = new Set([
  "consumers",
  "credentials",
  "consumer_groups",
  "plugin_configs",
  "global_rules",
]);

/** Fields of ADC's that no gateway's Admin API has. */
const foreignFields: Readonly<Record<string, string>> = {
  strip_path_prefix: "Add proxy-rewrite with `regex_uri` to the service's routes.",
  stream_routes: "Keep them in a file that is applied with ADC.",
  upstreams: "Write one `upstream`, or a traffic-split plugin.",
};

/** A resource and the draft that it goes to. */
export class NativeReader {
  readonly #draft: Draft;
  readonly #sha1Hex: Sha1Hex;

  constructor(draft: Draft, sha1Hex: Sha1Hex) {
    this.#draft = draft;
    this.#sha1Hex = sha1Hex;
  }

  /** @param fallbackId of a resource that has neither id nor name */
  add(kind: RawKind, value: unknown, place: Place, fallbackId?: string): void {
    if (!isMap(value)) this.#refuse(place, "a map should stand here");
    else if (kind === "consumers") this.#addConsumer(value, place);
    else this.#addOther(kind, value, place, fallbackId);
  }

  /** Returns false if the plugins are not exactly one, which is reported. */
  addCredential(consumer: DraftConsumer, value: unknown, place: Place, id?: string): boolean {
    const plugins = isMap(value) ? value["plugins"] : undefined;
    if (!isMap(value) || !isMap(plugins) || Object.keys(plugins).length !== 1) {
      const instead = "Write one credential for each auth plugin.";
      this.lose(
        place,
        [],
        "dropped",
        `a credential of "${consumer.original}"`,
        "it has not exactly one plugin",
        instead,
      );
      return false;
    }
    const { id: ownId, name, ...fields } = this.#fieldsOf("credentials", value, place);
    const chosenId = id ?? (ownId === undefined ? undefined : String(ownId));
    const chosenName = typeof name === "string" && name !== "" ? name : (chosenId ?? Object.keys(plugins)[0] ?? "");
    consumer.credentials.push({
      name: chosenName,
      ...(chosenId !== undefined && { id: chosenId }),
      span: place.span(),
      fields,
    });
    return true;
  }

  lose(place: Place, path: Path, outcome: Outcome, found: string, became: string, instead: string): void {
    const part = typeof path.at(-1) === "string" ? "key" : "value";
    this.#draft.lose({ span: place.span(path, part), found, outcome, became, instead });
  }

  #addConsumer(value: Fields, place: Place): void {
    const { username, credentials, ...rest } = value;
    if (typeof username !== "string" || username === "") {
      this.#refuse(place, "this consumer has no username");
      return;
    }
    const consumer = this.#draft.addConsumer(username, place.span(), this.#fieldsOf("consumers", rest, place));
    if (credentials === undefined || credentials === null) return;
    if (!Array.isArray(credentials)) this.#refuse(place, "`credentials` must be a list", ["credentials"]);
    for (const [index, credential] of (Array.isArray(credentials) ? credentials : []).entries()) {
      this.addCredential(consumer, credential, placeBelow(place, ["credentials", index]));
    }
  }

  #addOther(kind: OtherKind, value: Fields, place: Place, fallbackId: string | undefined): void {
    const { id, name } = value;
    const isNamed = typeof name === "string" && name !== "";
    const isIdentified = (typeof id === "string" && id !== "") || typeof id === "number";
    const chosen = isIdentified ? String(id) : isNamed ? deriveId(name, undefined, this.#sha1Hex) : fallbackId;
    if (chosen === undefined) this.#refuse(place, `this item of \`${kind}\` has neither an id nor a name`);
    else this.#draft.addOther(kind, chosen, place.span(), this.#fieldsOf(kind, value, place));
  }

  #fieldsOf(kind: RawKind | "credentials", value: Fields, place: Place): Fields {
    const own = resourceFieldNames[kind];
    const fields: Fields = {};
    for (const [name, field] of Object.entries(value)) {
      if (serverFields.has(name) || field === null || field === undefined) continue;
      const instead = foreignFields[name];
      if (own.includes(name) || (!closedKinds.has(kind) && instead === undefined)) {
        fields[name] = name === "labels" ? this.#labelsOf(field, place) : field;
      } else {
        const became = "the native form has no such field, and it is left out";
        this.lose(
          place,
          [name],
          "dropped",
          `\`${name}\` of ${kind}`,
          became,
          instead ?? "Keep it as a label, or do without it.",
        );
      }
    }
    return fields;
  }

  #labelsOf(value: unknown, place: Place): unknown {
    if (!isMap(value)) return value;
    const labels: Labels = {};
    for (const [name, label] of Object.entries(value)) {
      const text = Array.isArray(label) ? JSON.stringify(label) : label;
      const path = ["labels", name];
      if (typeof text !== "string" || !isLabelValue(text)) {
        const became = "the label is left out: a value is a text of 1 to 256 characters without white space";
        this.lose(place, path, "dropped", `the value of the label "${name}"`, became, "Choose a value of that form.");
        continue;
      }
      setLabel(labels, name, text);
      if (!Array.isArray(label)) continue;
      const became = "a label has one value: the list is written into it as JSON, which acl reads";
      this.lose(
        place,
        path,
        "approximated",
        `several values of the label "${name}"`,
        became,
        "Select by the whole text.",
      );
    }
    return labels;
  }

  #refuse(place: Place, message: string, path: Path = []): void {
    this.#draft.diagnostics.push({ rule: "document/shape", severity: "error", message, span: place.span(path) });
  }
}
