/**
 * Sends requests at a fixed rate, whether or not those before are answered, and counts from when each was due: a server
 * that stalls cannot make its own stall go uncounted (coordinated omission). Requests are due together at whole
 * milliseconds; how late this client itself was is told as well.
 * `node bench/proxy/paced.mjs PORT RATE SECONDS FILE` prints milliseconds, of all but the first second, as JSON.
 */
import { readFileSync } from "node:fs";
import { connect } from "node:net";

const [port, rate, seconds] = process.argv.slice(2, 5).map(Number);
const requests = readFileSync(process.argv[5], "utf8").trim().split("\n").map(requestOf);
const connectionCount = 64;
const warmUp = 1000;

const latencies = [];
const lateness = [];
const idle = [];
const due = [];
/** Requests that became due, and that were written. */
let planned = 0;
let written = 0;
let failures = 0;

await Promise.all(Array.from({ length: connectionCount }, open));
const start = performance.now();
const tick = setInterval(sendDue, 1);

function sendDue() {
  const elapsed = Math.floor(performance.now() - start);
  if (elapsed >= seconds * 1000) {
    clearInterval(tick);
    setTimeout(report, 1000);
    return;
  }
  const target = Math.floor((elapsed * rate) / 1000);
  for (; planned < target; planned++) due.push(start + Math.ceil(((planned + 1) * 1000) / rate));
  while (due.length > 0 && idle.length > 0) idle.pop().send(due.shift());
}

/** A connection that takes one request at a time. */
function open() {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let received = "";
    let dueAt = 0;
    const connection = {
      send(at) {
        dueAt = at;
        if (at - start > warmUp) lateness.push(Math.max(0, performance.now() - at));
        socket.write(requests[written++ % requests.length]);
      },
    };
    socket.setEncoding("latin1").on("data", (text) => {
      received += text;
      const length = lengthOf(received);
      if (length === undefined || received.length < length) return;
      if (!received.startsWith("HTTP/1.1 200 ")) failures++;
      received = received.slice(length);
      if (dueAt - start > warmUp) latencies.push(performance.now() - dueAt);
      if (due.length > 0) connection.send(due.shift());
      else idle.push(connection);
    });
    socket.once("error", reject).once("connect", () => {
      idle.push(connection);
      resolve();
    });
  });
}

/** Of the whole answer, once its head is there. */
function lengthOf(text) {
  const end = text.indexOf("\r\n\r\n");
  return end < 0 ? undefined : end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? Number.NaN);
}

function requestOf(line) {
  const [path, ...headers] = line.split("\t");
  return [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers, "", ""].join("\r\n");
}

function report() {
  const expected = Math.floor((seconds - warmUp / 1000) * rate * 0.99);
  failures += Math.max(0, expected - latencies.length);
  console.log(
    JSON.stringify({ p50: at(latencies, 0.5), p99: at(latencies, 0.99), late: at(lateness, 0.99), failures }),
  );
  process.exit();
}

function at(values, share) {
  return values.sort((left, right) => left - right)[Math.floor(values.length * share)];
}
