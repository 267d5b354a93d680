/** The entities of a Kong file by name and id, each with the native resource that it becomes. */
import type { DraftConsumer } from "../draft.ts";
import type { Foreign } from "../foreign.ts";

type Plugins = Record<string, Record<string, unknown>>;

interface Entity {
  readonly foreign: Foreign;
  /** What people call it. */
  readonly shown: string;
  /** Native plugins by name. */
  readonly plugins: Plugins;
}

export interface Service extends Entity {
  readonly id: string;
  readonly name: string | undefined;
  /** Those that name it, nested or at the top. */
  readonly routes: Route[];
}

export interface Route extends Entity {
  readonly id: string;
  readonly name: string | undefined;
  readonly service: Service | undefined;
  /** Switched off: something that kept callers out could not be written. */
  isOff: boolean;
}

export interface Consumer extends Entity {
  readonly draft: DraftConsumer;
  readonly groups: Foreign[];
  /** Its credentials are not written: something that kept it out could not be. */
  isWithheld: boolean;
}

export interface Group extends Entity {
  readonly id: string;
  readonly name: string;
}

/** Finds an entity by what references hold: its name (or username) or its id. */
export class Index<T> {
  readonly #byReference = new Map<string, T>();
  readonly all: T[] = [];

  add(entity: T, ...references: readonly (string | undefined)[]): void {
    this.all.push(entity);
    for (const reference of references) if (reference !== undefined) this.#byReference.set(reference, entity);
  }

  find(reference: string | undefined): T | undefined {
    return reference === undefined ? undefined : this.#byReference.get(reference);
  }
}

export interface KongFile {
  /** Whole number of `_format_version`. */
  readonly version: number;
  /** `_transform: false`: passwords are hashed already. */
  readonly isHashed: boolean;
  readonly services: Index<Service>;
  readonly routes: Index<Route>;
  readonly consumers: Index<Consumer>;
  readonly groups: Index<Group>;
  readonly upstreams: Index<Foreign>;
}

/** A reference: a name, or a map with a name, username or id. */
export function referenceOf(field: Foreign | undefined): string | undefined {
  if (!field) return undefined;
  for (const name of ["name", "username", "id"]) {
    const reference = field.text(name);
    if (reference !== undefined) return reference;
  }
  return field.asText();
}
