/**
 * Moves large bodies, several at once, each on a connection of its own.
 * `node bench/proxy/transfer.mjs download|upload PORT MEGABYTES AT_ONCE APIKEY` prints the seconds that it took.
 */
import { connect } from "node:net";

const [direction, port, megabytes, atOnce, apiKey] = process.argv.slice(2);
const size = Number(megabytes) * 1_000_000;
const piece = Buffer.alloc(256 * 1024, "x");
const head = (method) =>
  `${method} /${direction} HTTP/1.1\r\nHost: 127.0.0.1\r\napikey: ${apiKey}\r\nConnection: close\r\n`;

const start = performance.now();
await Promise.all(Array.from({ length: Number(atOnce) }, direction === "download" ? download : upload));
console.log((performance.now() - start) / 1000);

function download() {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    let beginning = "";
    // A buffer that is used again: this client must cost as little as it can.
    const buffer = Buffer.allocUnsafe(256 * 1024);
    const callback = (count) => {
      if (bytes === 0) beginning = buffer.latin1Slice(0, Math.min(count, 40));
      bytes += count;
      return true;
    };
    connect({ port: Number(port), host: "127.0.0.1", onread: { buffer, callback } })
      .on("error", reject)
      .on("close", () => {
        if (beginning.startsWith("HTTP/1.1 200 ") && bytes > size) resolve();
        else reject(new Error(`${bytes} bytes of ${size}: ${beginning}`));
      })
      .write(`${head("GET")}\r\n`);
  });
}

function upload() {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: "127.0.0.1" });
    let left = size;
    let answer = "";
    const send = () => {
      while (left > 0) {
        const next = left >= piece.length ? piece : piece.subarray(0, left);
        left -= next.length;
        if (!socket.write(next)) return;
      }
    };
    socket.write(`${head("PUT")}Content-Length: ${size}\r\n\r\n`);
    socket.on("drain", send).on("error", reject);
    socket.setEncoding("latin1").on("data", (text) => {
      answer += text;
    });
    socket.on("close", () => {
      if (answer.startsWith("HTTP/1.1 200 ") && answer.includes(`${size}`)) resolve();
      else reject(new Error(`upload: ${answer.slice(0, 200)}`));
    });
    send();
  });
}
