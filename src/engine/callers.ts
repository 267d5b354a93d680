/** Who a credential lets in. Kept for the next request, so that one object is read where there were records of the credential and its consumer. */
import type { Artifact, ConsumerRecord } from "../artifact/contract.ts";
import { NumberedCache } from "../artifact/numbered-cache.ts";

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

export class Callers {
  readonly #artifact: Artifact;
  readonly #attached: NumberedCache<AttachedConsumer>;

  constructor(artifact: Artifact) {
    this.#artifact = artifact;
    this.#attached = new NumberedCache(artifact.credentialCount);
  }

  /** @param credential its number */
  ofCredential(credential: number): AttachedConsumer {
    const known = this.#attached.get(credential);
    if (known !== undefined) return known;
    const { consumer, id } = this.#artifact.credential(credential);
    const attached = this.ofConsumer(consumer, id);
    this.#attached.set(credential, attached);
    return attached;
  }

  /** @param index of the consumer */
  ofConsumer(index: number, credentialId: string | undefined): AttachedConsumer {
    const record = this.#artifact.consumer(index);
    const { username, customId, plugins, isGroupMissing } = record;
    const isPlain = plugins.length === 0 && !isGroupMissing;
    return { index, record, username, customId, credentialId, isPlain };
  }
}
