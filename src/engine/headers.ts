/** Header fields: read without regard to case, edited for the upstream or for the client. */
import type { HeaderList } from "./contract.ts";
import { fieldFault } from "./header-fault.ts";
import { alikeForm, headerName, identityHeaders } from "./header-names.ts";
import type { BadTarget } from "./target.ts";

/** Whether the text can be a header's name (RFC 9110 section 5.1). */
export function isHeaderName(text: string): boolean {
  return headerName(text).isName;
}

/** Whether a header says where a message ends or what its connection is for: who sends the message decides that. */
export function isFramingName(name: string): boolean {
  const lower = name.toLowerCase();
  return framingNames.has(lower) || lower.startsWith("proxy-");
}

const framingNames: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "http2-settings",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** In place of a value, where a header is sent more than once. */
export const several = Symbol("several fields of one name");

type HeaderField = HeaderList[number];

export class HeaderFields {
  /** In lower case, at the places of their fields. */
  #names: string[] = [];
  #fields: HeaderField[] = [];

  constructor(list: HeaderList) {
    for (const field of list) this.append(headerName(field[0]).lower, field);
  }

  /** Of fields of different names. @param lowers the names in lower case, at the places of their fields */
  static of(lowers: readonly string[], fields: HeaderList): HeaderFields {
    const headers = new HeaderFields([]);
    headers.#names = lowers.slice();
    headers.#fields = fields.slice();
    return headers;
  }

  /** @param name in lower case */
  count(name: string): number {
    let count = 0;
    for (const each of this.#names) if (each === name) count++;
    return count;
  }

  /** The first value. @param name in lower case */
  get(name: string): string | undefined {
    const names = this.#names;
    for (let index = 0; index < names.length; index++) if (names[index] === name) return this.#fields[index]?.[1];
    return undefined;
  }

  /** The only value. @param name in lower case */
  sole(name: string): string | undefined | typeof several {
    const names = this.#names;
    let found: string | undefined;
    for (let index = 0; index < names.length; index++) {
      if (names[index] !== name) continue;
      if (found !== undefined) return several;
      found = this.#fields[index]?.[1];
    }
    return found;
  }

  /** Every value. @param name in lower case */
  all(name: string): string[] {
    const values: string[] = [];
    let index = 0;
    for (const field of this.#fields) if (this.#names[index++] === name) values.push(field[1]);
    return values;
  }

  remove(name: string): void {
    this.#drop(headerName(name).lower, 0);
  }

  /** Removes every field that an upstream could take for one of this name. */
  removeAlike(name: string): void {
    const form = alikeForm(name);
    for (const each of new Set(this.#names)) if (form.test(each)) this.remove(each);
  }

  /** Replaces every field of this name, at the place of the first. */
  set(name: string, value: string): void {
    this.replace(headerName(name).lower, [name, value]);
  }

  /** The same for who knows the name in lower case; no field: the name is removed. */
  replace(lower: string, field: HeaderField | undefined): void {
    const first = this.#names.indexOf(lower);
    if (!field) {
      if (first >= 0) this.#drop(lower, first);
    } else if (first < 0) {
      this.append(lower, field);
    } else {
      this.#fields[first] = field;
      this.#drop(lower, first + 1);
    }
  }

  add(name: string, value: string): void {
    this.append(headerName(name).lower, [name, value]);
  }

  /** The same for who knows the name in lower case. */
  append(lower: string, field: HeaderField): void {
    this.#names.push(lower);
    this.#fields.push(field);
  }

  /** Whether one of the headers is there that only the gateway may set. */
  hasIdentity(): boolean {
    for (const name of this.#names) {
      if (name.length >= shortestIdentity && name.startsWith(identityStart) && identityNames.has(name)) return true;
    }
    return false;
  }

  list(): HeaderList {
    return this.#fields;
  }

  #drop(lower: string, from: number): void {
    for (let at = this.#names.indexOf(lower, from); at >= 0; at = this.#names.indexOf(lower, at)) {
      this.#names.splice(at, 1);
      this.#fields.splice(at, 1);
    }
  }
}

const identityNames: ReadonlySet<string> = new Set(Object.values(identityHeaders).map(({ lower }) => lower));
/** What they have in common, which tells most others. */
const identityStart = "x-c";
const shortestIdentity = Math.min(...[...identityNames].map((name) => name.length));

/**
 * The fields of a request, or why it is refused. Identity headers of the client are left out, also those that an upstream would take for one.
 *
 * @param longest characters that a value may have
 */
export function readRequestHeaders(list: HeaderList, longest: number): HeaderFields | BadTarget {
  const headers = new HeaderFields([]);
  for (const field of list) {
    // Each name is judged once: finding what is known of it costs as much as all else that is done with a field.
    const name = headerName(field[0]);
    const fault = fieldFault(name, field[1], longest);
    if (fault) return fault;
    if (!name.isIdentity) headers.append(name.lower, field);
  }
  return headers;
}

/** Whether an upstream could take a header of this name for one that only the gateway may set. */
export function isIdentityName(name: string): boolean {
  return headerName(name).isIdentity;
}
