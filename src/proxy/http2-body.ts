/** The body of an HTTP/2 request: an end is only an end if the client has said so. */
import type { ServerHttp2Stream } from "node:http2";
import { Readable } from "node:stream";
import type { BodySource } from "./request-body.ts";

export class Http2Body extends Readable implements BodySource {
  complete = false;
  readonly #stream: ServerHttp2Stream;

  constructor(stream: ServerHttp2Stream) {
    super({ highWaterMark: 64 * 1024 });
    this.#stream = stream;
    stream.on("data", (chunk: Buffer) => {
      if (!this.push(chunk)) stream.pause();
    });
    stream.on("end", () => {
      // A reset without an error ends Node's stream as END_STREAM does: what has come may be a part only.
      if (stream.closed) return;
      this.complete = true;
      this.push(null);
    });
    stream.on("close", () => {
      if (!this.complete) this.destroy();
    });
    stream.pause();
  }

  override _read(): void {
    this.#stream.resume();
  }
}
