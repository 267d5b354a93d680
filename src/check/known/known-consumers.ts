/**
 * Passes over consumers that are like others in which nothing was found, but for values that no check tells apart.
 * All that is asked of such a consumer is how strong its secrets are; what the comparing rules need of it is kept.
 * What is not surely like another is read and checked as if this were not here.
 */
import { compareText, deriveId } from "../../model/identity.ts";
import type { KnownItems } from "../../source/fast/known-items.ts";
import { readFast } from "../../source/fast/read-fast.ts";
import { ByteText, Fit, Stencil } from "../../source/fast/stencil.ts";
import { placeBelow } from "../../source/raw.ts";
import { isSurelyStrong } from "../rules/secret-words.ts";
import { weaknessOf } from "../rules/weak-secret.ts";
import type { RunOptions } from "../run-options.ts";
import type { FactsGatherer } from "../survey/file-facts.ts";
import { hashBytes } from "../survey/text-hash.ts";
import {
  isPluginTextAlone,
  type KnownConsumer,
  KnownCredential,
  KnownGroup,
  partsOfConsumer,
  SharedParts,
} from "./consumer-parts.ts";

/** The rules that look at single consumers and of which is known what of a consumer they look at. */
const understood: ReadonlySet<string> = new Set([
  "credential/unique-name",
  "credential/one-plugin",
  "credential/auth-plugin",
  "plugin/unknown",
  "plugin/multi-auth",
  "resource/unknown-field",
  "reference/secret",
  "consumer/inline-auth",
  "credential/weak-secret",
  "credential/short-jwt-secret",
  "credential/base64-secret",
  "credential/public-key",
  "credential/private-key",
  "credential/short-rsa-key",
  "plugin/limit-value",
  "plugin/limit-rules",
  "plugin/limit-key",
  "plugin/long-delay",
  "plugin/regex",
  "plugin/condition",
  "upstream/node-address",
  "upstream/no-nodes",
  "upstream/ambiguous",
  "target/refused",
  "target/not-executed",
]);

/** A part of a file that is to be read. */
export interface KnownPart {
  readonly text: string;
  /** The same, each a character. */
  readonly bytes: Uint8Array;
  /** Takes the facts of its consumers. */
  readonly gatherer: FactsGatherer;
  /** How much was found so far. */
  readonly countFindings: () => number;
}

/** Learning costs more than reading: it must have paid before there is more of it. */
const learnAtOnce = 500;
const passedForEach = 4;
/** What is kept must stay small beside what is read. */
const mostLearnt = 5000;
const longestLearnt = 4000;

export class KnownConsumers implements KnownItems {
  readonly #stencils = new Map<number, Stencil>();
  readonly #shared = new SharedParts();
  readonly #fit = new Fit();
  #learnt = 0;
  #passed = 0;
  #findings = 0;
  #part: KnownPart | undefined;
  #text = new ByteText(new Uint8Array(0));

  /** undefined if a rule may look at what nobody here knows of. */
  static for({ rules, facilities }: RunOptions): KnownConsumers | undefined {
    // What the engine could not execute may depend on all that stands in a configuration.
    if (facilities.targets.has("rollcall")) return undefined;
    const isUnderstood = rules.every(({ rule }) => rule.visit === undefined || understood.has(rule.id));
    return isUnderstood ? new KnownConsumers() : undefined;
  }

  at(part: KnownPart): KnownItems {
    this.#part = part;
    this.#text = new ByteText(part.bytes);
    this.#findings = part.countFindings();
    return this;
  }

  endOf(dash: number, column: number): number {
    const stencil = this.#stencils.get(column);
    this.#fit.clear();
    if (!stencil) return -1;
    return stencil.lay(this.#text, dash, this.#fit);
  }

  take(): boolean {
    if (!this.#part || !this.#isRight(this.#part.text)) return false;
    this.#passed += 1;
    this.#addFacts(this.#part.gatherer);
    return true;
  }

  learn(dash: number, column: number, end: number, value: unknown): void {
    const before = this.#findings;
    this.#findings = this.#part?.countFindings() ?? 0;
    const most = Math.min(learnAtOnce + this.#passed / passedForEach, mostLearnt);
    if (this.#findings > before || this.#learnt >= most || end - dash > longestLearnt) return;
    this.#learnt += 1;
    const text = this.#part?.text ?? "";
    const { unknown } = this.#fit;
    if (unknown && isPluginTextAlone(value, unknown.texts.path, text.slice(unknown.start, unknown.end))) {
      unknown.texts.learn(this.#text.bytes.slice(unknown.start, unknown.end), undefined);
    } else {
      this.#learnConsumer(text.slice(dash - column, end), column);
    }
  }

  /** @param item as a list of its own */
  #learnConsumer(item: string, column: number): void {
    const document = item.includes("${") ? undefined : readFast({ file: "", text: item }, {})?.documents[0];
    if (!document || !Array.isArray(document.value)) return;
    const { place } = document;
    const value: unknown = document.value[0];
    const bytes = Uint8Array.from(item, (character) => character.charCodeAt(0));
    const consumer = { bytes, value, place: placeBelow(place, [0]) };
    const learnt = partsOfConsumer(consumer, this.#shared);
    if (!learnt) return;
    const stencil = this.#stencils.get(column) ?? new Stencil();
    this.#stencils.set(column, stencil);
    stencil.learn(bytes, column, bytes.length, learnt.parts, learnt.payload);
  }

  /** Whether its secrets are strong, and its credentials stand in the order of their names, each with another one. */
  #isRight(text: string): boolean {
    const { payloads, firstSlots, inner, payload } = this.#fit;
    const areSeveral = (payload as KnownConsumer).credentials > 1;
    let last = "";
    for (let index = 0; index < inner; index += 1) {
      const credential = payloads[index];
      if (!(credential instanceof KnownCredential)) continue;
      const first = firstSlots[index] ?? 0;
      if (!this.#isStrong(credential, first, text)) return false;
      if (!areSeveral) continue;
      const { nameSlot } = credential;
      const name = nameSlot < 0 ? credential.name : this.#textOf(text, first + nameSlot);
      // A name that is no id is replaced by a hash, which might be another's name.
      if (compareText(last, name) >= 0 || deriveId(name, undefined, () => "") !== name) return false;
      last = name;
    }
    return true;
  }

  #isStrong(
    { plugin, secretSlot, lookupSlot, nameSlot, name, shortestSecret }: KnownCredential,
    first: number,
    text: string,
  ): boolean {
    if (secretSlot < 0) return true;
    const slot = first + secretSlot;
    const start = this.#start(slot);
    const end = this.#end(slot);
    const length = end - start;
    if (length < shortestSecret) return false;
    const isName =
      this.#isSame(slot, 0) ||
      (lookupSlot !== secretSlot && this.#isSame(slot, first + lookupSlot)) ||
      (nameSlot >= 0 ? this.#isSame(slot, first + nameSlot) : name.length === length);
    if (isName) return false;
    return isSurelyStrong(this.#text.bytes, start, end) || weaknessOf(this.#textOf(text, slot), plugin) === undefined;
  }

  /** Whether two values are the same but for upper and lower case, perhaps. */
  #isSame(left: number, right: number): boolean {
    const { bytes } = this.#text;
    const start = this.#start(left);
    const length = this.#end(left) - start;
    const other = this.#start(right);
    if (this.#end(right) - other !== length) return false;
    for (let index = 0; index < length; index += 1) {
      if (((bytes[start + index] ?? 0) | caseBit) !== ((bytes[other + index] ?? 0) | caseBit)) return false;
    }
    return true;
  }

  #addFacts(gatherer: FactsGatherer): void {
    hashBytes(this.#text.bytes, this.#start(0), this.#end(0));
    gatherer.addKnown((this.#fit.payload as KnownConsumer).plugins, this.#addRest);
  }

  readonly #addRest = (gatherer: FactsGatherer): void => {
    const { payloads, firstSlots, inner, payload } = this.#fit;
    for (const key of (payload as KnownConsumer).labels) gatherer.countLabel(key);
    for (let index = 0; index < inner; index += 1) {
      const known = payloads[index];
      if (known instanceof KnownCredential) this.#addCredential(known, firstSlots[index] ?? 0, gatherer);
      else if (known instanceof KnownGroup) gatherer.addGroup(known.id);
    }
  };

  #addCredential(credential: KnownCredential, first: number, gatherer: FactsGatherer): void {
    const { bit, lookupSlot, secretSlot } = credential;
    const { lookups, secrets } = gatherer.facts;
    gatherer.startCredential(bit, credential.isDisabled);
    this.#hash(first + lookupSlot);
    lookups.pushHashed(bit);
    if (secretSlot < 0) secrets.pushNothing();
    else {
      if (secretSlot !== lookupSlot) this.#hash(first + secretSlot);
      secrets.pushHashed();
    }
    for (const key of credential.labels) gatherer.countLabel(key);
  }

  #hash(slot: number): void {
    hashBytes(this.#text.bytes, this.#start(slot), this.#end(slot));
  }

  #textOf(text: string, slot: number): string {
    return text.slice(this.#start(slot), this.#end(slot));
  }

  #start(slot: number): number {
    return this.#fit.offsets[2 * slot] ?? 0;
  }

  #end(slot: number): number {
    return this.#fit.offsets[2 * slot + 1] ?? 0;
  }
}

const caseBit = 0x20;
