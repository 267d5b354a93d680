/** Header fields: read without regard to case, edited for the upstream or for the client. */
import type { HeaderList } from "./contract.ts";
import { alikeForm, headerName } from "./header-names.ts";

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

export class HeaderFields {
  readonly #names: string[] = [];
  #fields: (readonly [string, string])[] = [];

  /** @param leavesIdentityOut whether what an upstream could take for an identity header is left out */
  constructor(list: HeaderList, leavesIdentityOut = false) {
    for (const field of list) {
      const { lower, isIdentity } = headerName(field[0]);
      if (leavesIdentityOut && isIdentity) continue;
      this.#names.push(lower);
      this.#fields.push(field);
    }
  }

  /** @param name in lower case */
  count(name: string): number {
    let count = 0;
    for (const each of this.#names) if (each === name) count++;
    return count;
  }

  /** The first value. @param name in lower case */
  get(name: string): string | undefined {
    const index = this.#names.indexOf(name);
    return index < 0 ? undefined : this.#fields[index]?.[1];
  }

  /** Every value. @param name in lower case */
  all(name: string): string[] {
    const values: string[] = [];
    let index = 0;
    for (const field of this.#fields) if (this.#names[index++] === name) values.push(field[1]);
    return values;
  }

  remove(name: string): void {
    const { lower } = headerName(name);
    for (let index = this.#names.indexOf(lower); index >= 0; index = this.#names.indexOf(lower)) {
      this.#names.splice(index, 1);
      this.#fields.splice(index, 1);
    }
  }

  /** Removes every field that an upstream could take for one of this name. */
  removeAlike(name: string): void {
    const form = alikeForm(name);
    for (const each of new Set(this.#names)) if (form.test(each)) this.remove(each);
  }

  /** Replaces every field of this name, at the place of the first. */
  set(name: string, value: string): void {
    const { lower } = headerName(name);
    const first = this.#names.indexOf(lower);
    if (first < 0) {
      this.add(name, value);
      return;
    }
    this.remove(name);
    this.#names.splice(first, 0, lower);
    this.#fields.splice(first, 0, [name, value]);
  }

  add(name: string, value: string): void {
    this.#names.push(headerName(name).lower);
    this.#fields.push([name, value]);
  }

  list(): HeaderList {
    return this.#fields;
  }
}

export class RequestHeaders extends HeaderFields {
  /** Identity headers of the client are left out, also those that an upstream would take for one. */
  constructor(list: HeaderList) {
    super(list, true);
  }
}

/** Whether an upstream could take a header of this name for one that only the gateway may set. */
export function isIdentityName(name: string): boolean {
  return headerName(name).isIdentity;
}
