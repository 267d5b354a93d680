/** Who a credential lets in. Kept for the next request, so that what stood in the records of the credential and its consumer is read in one place. */
import type { Artifact, ConsumerRecord } from "../artifact/contract.ts";

/** The consumer that a request passes as. */
export interface AttachedConsumer {
  readonly index: number;
  readonly record: ConsumerRecord;
  /** Of the record. */
  readonly username: string;
  /** Of the record. */
  readonly customId: string | undefined;
  /** undefined for an auth plugin that stands in the consumer itself, and for an anonymous consumer. */
  readonly credentialId: string | undefined;
  /** Its request goes by the rules of the route alone: it has no plugins, and its group, if it names one, exists. */
  readonly isPlain: boolean;
}

/** Places at most; a credential has one of them, which it shares with others. The one that came last to its place stays. */
const mostPlaces = 32_768;
/** There are four times as many when half are taken: each worker has them, and few callers need few. */
const firstPlaces = 256;
/** Of a place: the credential; the consumer, doubled, and 1 if it is plain. */
const numbersOfPlace = 2;
/** Of a place: username, id of the credential, custom id, record. */
const valuesOfPlace = 4;

type Value = string | ConsumerRecord | undefined;

/**
 * Kept in two arrays, not in an object for each: with many callers the time goes into waiting for memory that is in no cache of the processor, and what
 * lies at one place of two arrays is waited for once, an object that an array names after it. The object for the request is new memory, which is at hand.
 */
export class Callers {
  readonly #artifact: Artifact;
  readonly #mostPlaces: number;
  #mask = 0;
  #numbers = new Int32Array();
  #values: Value[] = [];
  #held = 0;

  constructor(artifact: Artifact) {
    this.#artifact = artifact;
    this.#mostPlaces = Math.min(mostPlaces, 2 ** Math.ceil(Math.log2(Math.max(1, artifact.credentialCount))));
    this.#makePlaces(firstPlaces);
  }

  /** @param credential its number */
  ofCredential(credential: number): AttachedConsumer {
    let place = credential & this.#mask;
    if (this.#numbers[place * numbersOfPlace] !== credential) place = this.#read(credential);
    const consumer = this.#numbers[place * numbersOfPlace + 1] ?? 0;
    const at = place * valuesOfPlace;
    return {
      index: consumer >> 1,
      record: this.#values[at + 3] as ConsumerRecord,
      username: this.#values[at] as string,
      customId: this.#values[at + 2] as string | undefined,
      credentialId: this.#values[at + 1] as string | undefined,
      isPlain: (consumer & 1) === 1,
    };
  }

  /** @param index of the consumer */
  ofConsumer(index: number, credentialId: string | undefined): AttachedConsumer {
    const record = this.#artifact.consumer(index);
    const { username, customId, plugins, isGroupMissing } = record;
    const isPlain = plugins.length === 0 && !isGroupMissing;
    return { index, record, username, customId, credentialId, isPlain };
  }

  /** Returns its place. */
  #read(credential: number): number {
    const { consumer, id } = this.#artifact.credential(credential);
    const { record, username, customId, isPlain } = this.ofConsumer(consumer, id);
    if (this.#held * 2 > this.#mask && this.#mask + 1 < this.#mostPlaces) this.#makePlaces((this.#mask + 1) * 4);
    const place = credential & this.#mask;
    const [numbersAt, valuesAt] = [place * numbersOfPlace, place * valuesOfPlace];
    if (this.#numbers[numbersAt] === -1) this.#held += 1;
    for (const [index, value] of [username, id, customId, record].entries()) this.#values[valuesAt + index] = value;
    this.#numbers[numbersAt] = credential;
    this.#numbers[numbersAt + 1] = consumer * 2 + (isPlain ? 1 : 0);
    return place;
  }

  /** All empty: who was there is read again, once. */
  #makePlaces(wanted: number): void {
    const places = Math.min(wanted, this.#mostPlaces);
    this.#mask = places - 1;
    this.#held = 0;
    this.#numbers = new Int32Array(places * numbersOfPlace).fill(-1);
    this.#values = new Array<Value>(places * valuesOfPlace).fill(undefined);
  }
}
