/** The state of one fast reading: where it stands in the text, what it knows of the lines around it. */
import type { Positions } from "../positions.ts";
import type { ValueBuilder } from "../values.ts";
import { type CalmText, calmText } from "./calm.ts";
import { decline } from "./decline.ts";
import type { ReadingMemory } from "./reading-memory.ts";
import type { ItemBounds, RescuedItem } from "./rescue.ts";

/** What the value read last was; decides which comments behind it count as a part of its collection. */
export const Kind = { flow: 0, blockScalar: 1, empty: 2, collection: 3 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Column of the next line of content when there is none: the document ends. */
export const documentEnd = -1;

const maxDepth = 100;

/** Mutable and with public fields, because every function of this folder moves it: a cursor of the hot loop. */
export class Reading {
  readonly text: string;
  readonly builder: ValueBuilder;
  /** Present while a part is read again to find out where everything in it stands. */
  readonly positions: Positions | undefined;
  readonly memory: ReadingMemory;
  /** Absent where the long way must be taken: in texts that are not calm, and wherever `positions` are wanted. */
  get calm(): CalmText | undefined {
    this.#calm ??= this.positions ? "no" : (calmText(this.text) ?? "no");
    return this.#calm === "no" ? undefined : this.#calm;
  }
  /** Offsets of the `#` of the comments so far, without those of items that were passed over. */
  readonly comments: number[] = [];
  /** Looked for only when it is asked for: all items may be known. */
  #calm: CalmText | "no" | undefined;
  readonly #passedOver: RescuedItem[] = [];
  at = 0;
  /** Column of the content at `at` when a line begins there, or `documentEnd`. */
  indent = 0;
  /** Where the text between the last value and `at` begins: blanks, comments and line ends. */
  gapStart = 0;
  /** Of the value read last: what it was, where it begins and ends. */
  kind: Kind = Kind.empty;
  start = 0;
  end = 0;
  /** Of the collection closed last (only with `positions`): its end with comments, and where what it left begins. */
  fullEnd = 0;
  leftover = -1;
  #depth = 0;

  constructor(text: string, builder: ValueBuilder, memory: ReadingMemory, positions?: Positions) {
    this.text = text;
    this.builder = builder;
    this.memory = memory;
    this.positions = positions;
  }

  /** Called with the offset of each comment's `#`, perhaps more than once. */
  noteComment(at: number): void {
    if (at > (this.comments.at(-1) ?? -1)) this.comments.push(at);
  }

  /** Remembers the present state; to call the result goes back to it. */
  mark(): () => void {
    const { at, indent, gapStart, kind, start, end } = this;
    const depth = this.#depth;
    const comments = this.comments.length;
    const { diagnostics, variables } = this.builder;
    const [found, named] = [diagnostics.length, variables.size];
    return () => {
      Object.assign(this, { at, indent, gapStart, kind, start, end });
      this.#depth = depth;
      this.comments.length = comments;
      this.builder.truncate(found, named);
    };
  }

  /** Goes on behind an item that another reader has read. */
  passOver(item: RescuedItem, { start, column, end, isLast }: ItemBounds): void {
    for (const diagnostic of item.diagnostics) this.builder.diagnostics.push(diagnostic);
    for (const name of item.variables) this.builder.variables.add(name);
    this.#passedOver.push(item);
    this.at = isLast ? end : end + column;
    this.indent = isLast ? documentEnd : column;
    // As if there were nothing in it: whoever looks for a comment between two items may find one of this item.
    this.gapStart = start;
    this.start = start + column;
    this.end = end;
    this.kind = Kind.flow;
  }

  /** Offsets of the `#` of all comments. */
  allComments(): readonly number[] {
    if (this.#passedOver.length === 0) return this.comments;
    const others = this.#passedOver.flatMap((item) => item.comments());
    return [...this.comments, ...others].sort((left, right) => left - right);
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > maxDepth) decline();
  }

  leave(): void {
    this.#depth -= 1;
  }
}
