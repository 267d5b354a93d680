/** Who a credential lets in. Kept for the next request, so that what stood in the records of the credential and its consumer is read in one place. */
import type { Artifact, ConsumerRecord } from "../artifact/contract.ts";

/** The consumer that a request passes as. */
export class AttachedConsumer {
  readonly index: number;
  readonly username: string;
  readonly customId: string | undefined;
  /** undefined for an auth plugin that stands in the consumer itself, and for an anonymous consumer. */
  readonly credentialId: string | undefined;
  /** Its request goes by the rules of the route alone: it has no plugins, and its group, if it names one, exists. */
  readonly isPlain: boolean;
  readonly #artifact: Artifact;

  constructor(
    artifact: Artifact,
    index: number,
    username: string,
    customId: string | undefined,
    credentialId: string | undefined,
    isPlain: boolean,
  ) {
    this.index = index;
    this.username = username;
    this.customId = customId;
    this.credentialId = credentialId;
    this.isPlain = isPlain;
    this.#artifact = artifact;
  }

  /** Made when it is asked for: most requests need no more of it than is here. */
  get record(): ConsumerRecord {
    return this.#artifact.consumer(this.index);
  }
}

/** Places at most, a power of two. A credential has two of them, side by side, which it shares with others; the two that were read last stay. */
const mostPlaces = 32_768;
/** There are four times as many when half are taken: each worker has them, and few callers need few. */
const firstPlaces = 256;
/** Of a place: the credential; its consumer, doubled, and 1 if that is plain; username; id of the credential, or both ids. */
const valuesOfPlace = 4;
const [consumerValue, usernameValue, idsValue] = [1, 2, 3];

/** Of a consumer that has a custom id, which few have. */
interface Ids {
  readonly credentialId: string | undefined;
  readonly customId: string;
}

type Value = number | string | Ids | undefined;

/**
 * Kept in one array, not in an object for each: with many callers the time goes into waiting for memory that is in no cache of the processor, and what
 * lies at one place of an array is waited for once, an object that it names after it. The object for the request is new memory, which is at hand.
 */
export class Callers {
  readonly #artifact: Artifact;
  readonly #mostPlaces: number;
  #mask = 0;
  #values: Value[] = [];
  #held = 0;

  constructor(artifact: Artifact) {
    this.#artifact = artifact;
    this.#mostPlaces = Math.min(mostPlaces, 2 ** Math.ceil(Math.log2(Math.max(2, artifact.credentialCount))));
    this.#makePlaces(firstPlaces);
  }

  /** @param credential its number */
  ofCredential(credential: number): AttachedConsumer {
    let values = this.#values;
    let at = (credential & this.#mask) * valuesOfPlace;
    if (values[at] !== credential) {
      if (values[at + valuesOfPlace] === credential) at += valuesOfPlace;
      else {
        at = this.#read(credential);
        values = this.#values;
      }
    }
    const consumer = values[at + consumerValue] as number;
    const ids = values[at + idsValue] as string | Ids | undefined;
    const credentialId = typeof ids === "object" ? ids.credentialId : ids;
    const customId = typeof ids === "object" ? ids.customId : undefined;
    const username = values[at + usernameValue] as string;
    return new AttachedConsumer(this.#artifact, consumer >> 1, username, customId, credentialId, (consumer & 1) === 1);
  }

  /** @param index of the consumer */
  ofConsumer(index: number, credentialId: string | undefined): AttachedConsumer {
    const { username, customId, plugins, isGroupMissing } = this.#artifact.consumer(index);
    const isPlain = plugins.length === 0 && !isGroupMissing;
    return new AttachedConsumer(this.#artifact, index, username, customId, credentialId, isPlain);
  }

  /** Returns where it is. */
  #read(credential: number): number {
    const { consumer, username, customId, credentialId, isPlain } = this.#artifact.holder(credential);
    if (this.#held * 2 > this.#mask && this.#mask + 2 < this.#mostPlaces) this.#makePlaces((this.#mask + 2) * 4);
    const values = this.#values;
    const at = (credential & this.#mask) * valuesOfPlace;
    if (values[at + valuesOfPlace] === undefined) this.#held += 1;
    for (let value = at; value < at + valuesOfPlace; value++) values[value + valuesOfPlace] = values[value];
    values[at] = credential;
    values[at + consumerValue] = consumer * 2 + (isPlain ? 1 : 0);
    values[at + usernameValue] = username;
    values[at + idsValue] = customId === undefined ? credentialId : { credentialId, customId };
    return at;
  }

  /** All empty: who was there is read again, once. */
  #makePlaces(wanted: number): void {
    const places = Math.min(wanted, this.#mostPlaces);
    this.#mask = places - 2;
    this.#held = 0;
    this.#values = new Array<Value>(places * valuesOfPlace).fill(undefined);
  }
}
