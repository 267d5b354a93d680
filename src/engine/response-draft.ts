/** An answer on its way to the client, as plugins change it: status, headers, and maybe the body. */
import type { ResponseChange, ResponseHead } from "./contract.ts";
import { HeaderFields } from "./headers.ts";

/** Makes a body of another; undefined if it cannot. */
export type BodyEdit = (body: Uint8Array) => Uint8Array | undefined;

/** What a body that is not the upstream's must not carry on: its length, its coding and what names its content. */
const bodyHeaders = ["content-length", "content-encoding", "last-modified", "etag"];

export class ResponseDraft {
  status: number;
  readonly headers: HeaderFields;
  #body: Uint8Array | undefined;
  readonly #edits: BodyEdit[] = [];

  constructor({ status, headers }: ResponseHead) {
    this.status = status;
    this.headers = new HeaderFields(headers);
  }

  /** The body becomes this one; edits asked for before are forgotten. */
  replaceBody(body: Uint8Array): void {
    this.#edits.length = 0;
    this.#body = body;
    this.#forgetBody();
  }

  /** The body will be held back until it is whole. Without effect on one that `replaceBody` has set: that one is edited at once. */
  editBody(edit: BodyEdit): void {
    const isCoded = !/^(?:identity)?$/i.test((this.headers.get("content-encoding") ?? "").trim());
    // What cannot be read cannot be edited, and what was to be edited must not go out as it is.
    this.#edits.push(isCoded ? () => undefined : edit);
    this.#forgetBody();
  }

  change(): ResponseChange {
    const head = { status: this.status, headers: this.headers.list() };
    const [body, edits] = [this.#body, this.#edits];
    if (edits.length === 0) return body ? { ...head, body } : head;
    const rewriteBody = (whole: Uint8Array): Uint8Array | undefined => edited(body ?? whole, edits);
    return { ...head, rewriteBody };
  }

  #forgetBody(): void {
    for (const name of bodyHeaders) this.headers.remove(name);
  }
}

function edited(body: Uint8Array, edits: readonly BodyEdit[]): Uint8Array | undefined {
  let result: Uint8Array | undefined = body;
  for (const edit of edits) result = result && edit(result);
  return result;
}
