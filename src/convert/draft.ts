/** Gathers what the formats find, under the names of their files, until all names are known. */
import type { Kind } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import type { Loss } from "./contract.ts";

type Fields = Record<string, unknown>;

export interface DraftCredential {
  /** Made unique among those of its consumer. */
  readonly name: string;
  /** Its own id, where the file gives one. */
  readonly id?: string;
  readonly span: Span;
  /** `plugins` has one entry. */
  readonly fields: Fields;
}

export interface DraftConsumer {
  /** As the file has it; it may hold what a username may not. */
  readonly original: string;
  readonly span: Span;
  readonly fields: Fields;
  readonly credentials: DraftCredential[];
}

export interface DraftResource {
  readonly id: string;
  readonly span: Span;
  readonly fields: Fields;
}

export type OtherKind = Exclude<Kind, "consumers" | "credentials">;

/** Stands in a plugin for the name that a consumer is given in the end. */
export class ConsumerReference {
  readonly original: string;

  constructor(original: string) {
    this.original = original;
  }
}

export class Draft {
  readonly losses: Loss[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly declared = new Set<Kind>();
  readonly consumers = new Map<string, DraftConsumer>();
  readonly others = new Map<OtherKind, Map<string, DraftResource>>();

  lose(loss: Loss): void {
    this.losses.push(loss);
  }

  /** A consumer that is not there yet; two of one name are an error, as one could pass as the other. */
  addConsumer(original: string, span: Span, fields: Fields = {}): DraftConsumer {
    const first = this.consumers.get(original);
    if (first) this.#reportTwice(`the consumer "${original}"`, span, first.span);
    const consumer: DraftConsumer = { original, span, fields, credentials: [] };
    if (!first) this.consumers.set(original, consumer);
    this.declare("consumers");
    return consumer;
  }

  addOther(kind: OtherKind, id: string, span: Span, fields: Fields): void {
    const resources = this.others.get(kind) ?? new Map<string, DraftResource>();
    this.others.set(kind, resources);
    const first = resources.get(id);
    if (first) this.#reportTwice(`"${id}" of ${kind}`, span, first.span);
    else resources.set(id, { id, span, fields });
    this.declare(kind);
  }

  declare(kind: Kind): void {
    this.declared.add(kind);
    if (kind === "consumers") this.declared.add("credentials");
  }

  #reportTwice(what: string, span: Span, first: Span): void {
    this.diagnostics.push({
      rule: "convert/declared-twice",
      severity: "error",
      message: `${what} is declared twice`,
      span,
      related: [{ span: first, message: "first here" }],
      help: "Nothing is merged in silence: rename one of the two, or convert the files one by one.",
    });
  }
}
