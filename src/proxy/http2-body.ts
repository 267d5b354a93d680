/** The body of an HTTP/2 request: an end is only an end if the client has said so. */
import type { ServerHttp2Stream } from "node:http2";
import { Readable } from "node:stream";
import { narrowWindow } from "./http2-windows.ts";
import type { BodySource } from "./request-body.ts";

export class Http2Body extends Readable implements BodySource {
  complete = false;
  readonly #stream: ServerHttp2Stream;

  /** @param onLarge more has come than a narrow window holds */
  constructor(stream: ServerHttp2Stream, onLarge: () => void) {
    super({ highWaterMark: 16 * 1024 });
    this.#stream = stream;
    let bytes = 0;
    stream.on("data", (chunk: Buffer) => {
      const wasLarge = bytes > narrowWindow;
      bytes += chunk.length;
      if (!wasLarge && bytes > narrowWindow) onLarge();
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
