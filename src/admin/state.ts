/** The resources that the Admin API holds: an immutable state, and a draft that becomes the next one. */
import type { Kind } from "../model/config.ts";

export type Json = Record<string, unknown>;

/** A resource as it is stored, with etcd's revisions. Never changed in place. */
export interface Stored {
  readonly createdIndex: number;
  readonly modifiedIndex: number;
  readonly value: Readonly<Json>;
}

/** Which resource; `consumer` for credentials only. */
export interface Address {
  readonly kind: Kind;
  readonly consumer?: string;
  readonly id: string;
}

/** What a write did to one resource; without `value` it is gone. */
export interface Change {
  readonly address: Address;
  readonly value?: Readonly<Json>;
}

export interface State {
  /** Revision of the last write. */
  readonly index: number;
  /** By name, such as `routes` or `consumers/jack/credentials`. */
  readonly collections: ReadonlyMap<string, ReadonlyMap<string, Stored>>;
}

export const emptyState: State = { index: 0, collections: new Map() };

const none: ReadonlyMap<string, Stored> = new Map();

function collectionName(kind: Kind, consumer?: string): string {
  return kind === "credentials" ? `consumers/${consumer ?? ""}/credentials` : kind;
}

export function collectionOf(state: State, kind: Kind, consumer?: string): ReadonlyMap<string, Stored> {
  return state.collections.get(collectionName(kind, consumer)) ?? none;
}

export function find(state: State, { kind, consumer, id }: Address): Stored | undefined {
  return collectionOf(state, kind, consumer).get(id);
}

/** The key that etcd would have. */
export function keyOf({ kind, consumer, id }: Address): string {
  return `/apisix/${collectionName(kind, consumer)}/${id}`;
}

/**
 * A state under change; collections are copied when first written to. Each change moves the index by one, so the same
 * changes to the same state give the same one again.
 */
export class Draft implements State {
  index: number;
  readonly changes: Change[] = [];
  readonly collections: Map<string, ReadonlyMap<string, Stored>>;
  readonly #own = new Map<string, Map<string, Stored>>();

  constructor(base: State) {
    this.index = base.index;
    this.collections = new Map(base.collections);
  }

  put(address: Address, value: Json): Stored {
    const before = find(this, address);
    this.index++;
    const stored = { createdIndex: before?.createdIndex ?? this.index, modifiedIndex: this.index, value };
    this.#collection(collectionName(address.kind, address.consumer)).set(address.id, stored);
    this.changes.push({ address, value });
    return stored;
  }

  /** A consumer takes its credentials along. */
  remove(address: Address): void {
    this.index++;
    this.changes.push({ address });
    const name = collectionName(address.kind, address.consumer);
    this.#collection(name).delete(address.id);
    if (address.kind === "consumers") this.#drop(collectionName("credentials", address.id));
    else if (this.collections.get(name)?.size === 0) this.#drop(name);
  }

  #collection(name: string): Map<string, Stored> {
    let own = this.#own.get(name);
    if (own === undefined) {
      own = new Map(this.collections.get(name));
      this.#own.set(name, own);
      this.collections.set(name, own);
    }
    return own;
  }

  #drop(name: string): void {
    this.#own.delete(name);
    this.collections.delete(name);
  }
}
