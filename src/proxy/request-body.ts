/** The body of a request: read whole if a plugin or a small size asks for it, else streamed with back-pressure. */
import { Readable } from "node:stream";

/** Bodies up to this size are collected first: then they cost no stream and can be sent again. */
const smallBytes = 16 * 1024;

/** A body that is longer than the proxy allows. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** Where the bytes come from: an HTTP/1.1 message or the body of an HTTP/2 stream. */
export type BodySource = Readable & {
  /** Whether the client has sent all of it. */
  readonly complete: boolean;
};

/** Of requests that are whole with their heads. */
export const noBody: BodySource = Object.assign(new Readable({ read: () => undefined }), { complete: true });

export class RequestBody {
  /** -1: unknown, the body is chunked. */
  readonly length: number;
  readonly isEmpty: boolean;
  /** Called once before the first byte is asked for: a client that waits for `100 Continue` gets it then. */
  onFirstRead: (() => void) | undefined;

  readonly #message: BodySource;
  readonly #limit: number;
  #collected: Buffer[] = [];
  #collectedBytes = 0;
  #isWhole: boolean;

  /** @param hasNone the head alone says so */
  constructor(
    message: BodySource,
    contentLength: number,
    isChunked: boolean,
    limit: number | undefined,
    hasNone = !isChunked && contentLength <= 0,
  ) {
    this.#message = message;
    this.#limit = limit ?? Number.POSITIVE_INFINITY;
    this.length = isChunked ? -1 : Math.max(contentLength, 0);
    this.isEmpty = hasNone;
    this.#isWhole = this.isEmpty;
  }

  /** One that came with the head of its request. */
  static whole(bytes: Buffer): RequestBody {
    const body = new RequestBody(noBody, bytes.length, false, undefined);
    body.#collected = [bytes];
    body.#collectedBytes = bytes.length;
    body.#isWhole = true;
    return body;
  }

  /** Nothing more will come from the client. */
  get isRead(): boolean {
    return this.#isWhole || this.#message.complete;
  }

  get isSmall(): boolean {
    return this.length >= 0 && this.length <= smallBytes;
  }

  /** The whole body, if it has been read already. */
  get whole(): Buffer | undefined {
    return this.#isWhole ? Buffer.concat(this.#collected) : undefined;
  }

  /** The whole body, or undefined if it is longer than `limit`; what was read is kept for sending on. Rejects if the client goes away. */
  async readAll(limit: number): Promise<Buffer | undefined> {
    if (this.length > limit) return undefined;
    if (!this.#isWhole) await this.#collect(Math.min(limit, this.#limit));
    return this.#isWhole && this.#collectedBytes <= limit ? Buffer.concat(this.#collected) : undefined;
  }

  /** What has been collected and all that follows. */
  stream(): Readable {
    this.#askForBody();
    return new BodyStream(this.#message, this.#collected, this.#limit);
  }

  #askForBody(): void {
    this.onFirstRead?.();
    this.onFirstRead = undefined;
  }

  #collect(limit: number): Promise<void> {
    this.#askForBody();
    const message = this.#message;
    return new Promise((resolve, reject) => {
      const settle = (error?: Error): void => {
        message.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose).pause();
        if (error === undefined) resolve();
        else reject(error);
      };
      const onData = (chunk: Buffer): void => {
        this.#collected.push(chunk);
        this.#collectedBytes += chunk.length;
        if (this.#collectedBytes > limit) settle();
      };
      const onEnd = (): void => {
        this.#isWhole = true;
        settle();
      };
      const onClose = (): void => settle(new Error("the client went away"));
      if (message.destroyed && !message.complete) {
        onClose();
        return;
      }
      message.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose).resume();
    });
  }
}

/** Stands between the message and undici, which destroys what it is given: the client's connection must outlive that. */
class BodyStream extends Readable {
  readonly #message: BodySource;
  readonly #limit: number;
  #bytes = 0;

  constructor(message: BodySource, collected: readonly Buffer[], limit: number) {
    super({ highWaterMark: 64 * 1024 });
    this.#message = message;
    this.#limit = limit;
    for (const chunk of collected) this.#take(chunk);
    message.on("data", this.#take).on("end", this.#end).on("close", this.#cut).pause();
    if (message.readableEnded) this.#end();
    else if (message.destroyed) this.#cut();
  }

  override _read(): void {
    this.#message.resume();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#message.off("data", this.#take).off("end", this.#end).off("close", this.#cut);
    callback(error);
  }

  #take = (chunk: Buffer): void => {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limit) this.destroy(new BodyTooLarge());
    else if (!this.push(chunk)) this.#message.pause();
  };

  #end = (): void => {
    this.push(null);
  };

  #cut = (): void => {
    if (!this.#message.complete) this.destroy(new Error("the client went away"));
  };
}
