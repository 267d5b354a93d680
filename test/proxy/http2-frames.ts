/** An HTTP/2 client that writes frames as it is told, also wrong ones (RFC 9113 section 4, RFC 7541 without compression). */
import { once } from "node:events";
import type { Duplex } from "node:stream";
import { connect } from "node:tls";

export type Fields = readonly (readonly [string, string])[];

export const types = { data: 0, headers: 1, reset: 3, settings: 4, ping: 6, goaway: 7 } as const;

const preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

export function frame(type: number, flags: number, stream: number, payload: Buffer | string): Buffer {
  const bytes = typeof payload === "string" ? Buffer.from(payload, "latin1") : payload;
  const head = Buffer.alloc(9);
  head.writeUIntBE(bytes.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, bytes]);
}

/** A header block in one frame. */
export function headers(stream: number, fields: Fields, endsStream: boolean): Buffer {
  return frame(types.headers, 4 + (endsStream ? 1 : 0), stream, Buffer.concat(fields.map(literal)));
}

export function data(stream: number, text: string, endsStream: boolean): Buffer {
  return frame(types.data, endsStream ? 1 : 0, stream, text);
}

export function reset(stream: number, code: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(code);
  return frame(types.reset, 0, stream, payload);
}

function literal([name, value]: readonly [string, string]): Buffer {
  return Buffer.concat([Buffer.from([0]), text(name), text(value)]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, "latin1");
  return Buffer.concat([length(bytes.length), bytes]);
}

/** Section 5.1 of RFC 7541, with a prefix of seven bits. */
function length(value: number): Buffer {
  if (value < 127) return Buffer.from([value]);
  const bytes = [127];
  let rest = value - 127;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

export interface Frame {
  readonly type: number;
  readonly stream: number;
  readonly flags: number;
  readonly payload: Buffer;
}

export interface FrameClient {
  readonly socket: Duplex;
  readonly frames: readonly Frame[];
  isClosed(): boolean;
  write(...frames: readonly Buffer[]): void;
}

/** After the preface and empty settings; answers nothing by itself. */
export async function openFrames(port: number, ca: string): Promise<FrameClient> {
  const socket = connect({ port, host: "127.0.0.1", ca, ALPNProtocols: ["h2"] });
  await once(socket, "secureConnect");
  return speakFrames(socket);
}

/** @param sent bytes of the preface that are written already */
export function speakFrames(socket: Duplex, sent = 0): FrameClient {
  const frames: Frame[] = [];
  let isClosed = false;
  let rest: Buffer = Buffer.alloc(0);
  socket.on("error", () => undefined);
  socket.on("close", () => {
    isClosed = true;
  });
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 9) {
      const size = rest.readUIntBE(0, 3);
      if (rest.length < 9 + size) return;
      frames.push({
        type: rest[3] ?? 0,
        flags: rest[4] ?? 0,
        stream: rest.readUInt32BE(5),
        payload: rest.subarray(9, 9 + size),
      });
      rest = rest.subarray(9 + size);
    }
  });
  socket.write(Buffer.concat([Buffer.from(preface).subarray(sent), frame(types.settings, 0, 0, "")]));
  return { socket, frames, isClosed: () => isClosed, write: (...all) => void socket.write(Buffer.concat(all)) };
}
