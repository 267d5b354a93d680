/** Tells who a credential lets in from the tables alone: of callers that come once, making records of both takes longer than their requests. */
import type { ConsumerTable } from "./consumer-table.ts";
import type { CredentialHolder } from "./contract.ts";
import { verifyIndex } from "./credential-reader.ts";
import type { CredentialTable } from "./credential-table.ts";
import { none } from "./layout.ts";
import type { PairLists } from "./pair-lists.ts";
import type { StringHeap } from "./string-heap.ts";

interface HolderParts {
  readonly strings: StringHeap;
  readonly labelSets: PairLists;
  readonly consumers: ConsumerTable;
  readonly credentials: CredentialTable;
}

const customIdLabel = new TextEncoder().encode("custom_id");

export function credentialHolder({ strings, labelSets, consumers, credentials }: HolderParts) {
  /** The number of that text, once it has been met: each text has one. */
  let labelNumber = -1;

  const isCustomId = (name: number): boolean => {
    if (labelNumber >= 0) return name === labelNumber;
    if (!strings.equals(name, customIdLabel)) return false;
    labelNumber = name;
    return true;
  };
  const customIdOf = (labels: number): string | undefined => {
    if (labels === none) return undefined;
    const label = labelSets.pairs(labels).find(([name]) => isCustomId(name));
    return label && strings.text(label[1]);
  };
  return (credential: number): CredentialHolder => {
    verifyIndex(credential, credentials.count);
    const consumer = credentials.consumer(credential);
    return {
      consumer,
      username: strings.text(consumers.username(consumer)),
      customId: customIdOf(consumers.labels(consumer)),
      credentialId: credentials.id(credential),
      isPlain: consumers.plugins(consumer) === none && !consumers.isGroupMissing(consumer),
    };
  };
}
