/** What the comparing rules need to know of the consumers of one file: small columns of numbers instead of the consumers, which can then be forgotten. */
import { type AuthPlugin, authPlugins, isAuthPlugin, isSecretReference, lookupField } from "../../model/auth.ts";
import type { ConsumerEntry, Entry } from "../../model/config.ts";
import { secretFieldsByPlugin } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import { fieldOf, idField, isDisabled, pluginsOf, textField, visitCredentialsOf } from "../rules/plugins-of.ts";
import { HashColumn } from "./hash-column.ts";
import { NumberColumn } from "./number-column.ts";
import { visitReferences } from "./references.ts";
import { hashText } from "./text-hash.ts";

/** Rows are consumers in the order in which the file declares them. Holds nothing but data: it can go to another thread. */
export interface FileFacts {
  rows: number;
  readonly usernames: HashColumn;
  /** Index into `pluginLists` of the names of the plugins in the consumer itself. */
  readonly plugins: NumberColumn;
  readonly pluginLists: (readonly string[])[];
  /** Bits: auth plugins that the consumer has credentials of, and shifted by `activeShift` those that are not switched off. */
  readonly auths: NumberColumn;
  /** Of each credential the row of its consumer. */
  readonly owners: NumberColumn;
  /** Of each credential: plugin and lookup value. */
  readonly lookups: HashColumn;
  /** Of each credential: its secret, whatever the plugin. */
  readonly secrets: HashColumn;
  readonly labels: Map<string, LabelUse>;
  /** Every group that a consumer is in. */
  readonly groups: Set<string>;
  /** `KIND ID` of what is named to the rows that name it. */
  readonly references: Map<string, NumberColumn>;
}

export interface LabelUse {
  count: number;
  /** The row that has the label first, in the consumer itself or in a credential. */
  readonly firstRow: number;
}

export const activeShift = authPlugins.length;

/** The bit of an auth plugin in `auths`. */
export function authBit(plugin: AuthPlugin): number {
  return 1 << authPlugins.indexOf(plugin);
}

export function referenceKey(target: string, id: string): string {
  return `${target} ${id}`;
}

export class FactsGatherer {
  readonly facts: FileFacts = {
    rows: 0,
    usernames: new HashColumn(),
    plugins: new NumberColumn(),
    pluginLists: [[]],
    auths: new NumberColumn(),
    owners: new NumberColumn(),
    lookups: new HashColumn(),
    secrets: new HashColumn(),
    labels: new Map(),
    groups: new Set(),
    references: new Map(),
  };
  readonly #listIndexes = new Map<string, number>([["", 0]]);
  readonly #indexByList = new Map<readonly string[], number>();
  #row = 0;
  #auths = 0;

  add(consumer: ConsumerEntry): void {
    hashText(consumer.id);
    this.#startRow(this.#listIndex(consumer));
    visitCredentialsOf(consumer, this.#addCredential);
    this.#endRow();
    const group = idField(consumer.value, "group_id");
    if (group !== undefined) this.facts.groups.add(group);
    this.#addLabels(consumer);
    for (const credential of consumer.credentials) this.#addLabels(credential);
    visitReferences("consumers", consumer, this.#addReference);
  }

  /** Adds a consumer of which the username was hashed last, and then what `addRest` adds by the methods below. */
  addKnown(plugins: readonly string[], addRest: (gatherer: this) => void): void {
    let index = this.#indexByList.get(plugins);
    if (index === undefined) {
      index = this.#indexOfNames(plugins.map((name) => `${name}\0`).join(""));
      this.#indexByList.set(plugins, index);
    }
    this.#startRow(index);
    addRest(this);
    this.#endRow();
  }

  /** Its lookup value and secret are to be added to the facts' columns by the caller. */
  startCredential(bit: number, isOff: boolean): void {
    this.#auths |= isOff ? bit : bit | (bit << activeShift);
    this.facts.owners.push(this.#row);
  }

  addGroup(id: string): void {
    this.facts.groups.add(id);
    this.#addReference("consumer_groups", id);
  }

  countLabel(key: string): void {
    const use = this.facts.labels.get(key);
    if (use) use.count += 1;
    else this.facts.labels.set(key, { count: 1, firstRow: this.#row });
  }

  #startRow(pluginList: number): void {
    const { facts } = this;
    this.#row = facts.rows;
    this.#auths = 0;
    facts.rows += 1;
    facts.usernames.pushHashed();
    facts.plugins.push(pluginList);
  }

  #endRow(): void {
    this.facts.auths.push(this.#auths);
  }

  readonly #addCredential = (plugin: AuthPlugin, settings: unknown): void => {
    const { lookups, secrets } = this.facts;
    const bit = authBit(plugin);
    this.startCredential(bit, isDisabled(settings));
    const lookup = textField(settings, lookupField[plugin]);
    if (lookup === undefined) lookups.pushNothing();
    else {
      hashText(lookup);
      lookups.pushHashed(bit);
    }
    const field = secretFieldsByPlugin[plugin]?.[0];
    const secret = field === undefined ? undefined : textField(settings, field);
    if (secret === undefined || isSecretReference(secret)) secrets.pushNothing();
    else {
      // The secret of key-auth is its lookup value: hashed already.
      if (secret !== lookup) hashText(secret);
      secrets.pushHashed();
    }
  };

  #listIndex(consumer: ConsumerEntry): number {
    let text = "";
    for (const name in pluginsOf(consumer)) if (!isAuthPlugin(name)) text += `${name}\0`;
    return this.#indexOfNames(text);
  }

  #indexOfNames(text: string): number {
    const known = this.#listIndexes.get(text);
    if (known !== undefined) return known;
    const index = this.facts.pluginLists.push(text.split("\0").slice(0, -1)) - 1;
    this.#listIndexes.set(text, index);
    return index;
  }

  #addLabels(holder: Entry<unknown>): void {
    const labels = fieldOf(holder.value, "labels");
    if (!isMap(labels)) return;
    for (const key in labels) this.countLabel(key);
  }

  readonly #addReference = (target: string, id: string): void => {
    const key = referenceKey(target, id);
    const rows = this.facts.references.get(key);
    if (rows) rows.push(this.#row);
    else {
      const column = new NumberColumn();
      column.push(this.#row);
      this.facts.references.set(key, column);
    }
  };
}
