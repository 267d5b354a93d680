/** The kinds of calls of the soak. Each resolves to "" if all was as it must be, else to what was not. */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { callers } from "./artifacts.mjs";

/** Headers of the good and of a bad caller of each type. */
const credentials = {
  key: (isGood) => ({ apikey: isGood ? callers.key.secret.key : "nobody" }),
  basic(isGood) {
    const { username, password } = callers.basic.secret;
    return { authorization: `Basic ${Buffer.from(`${username}:${isGood ? password : "wrong"}`).toString("base64")}` };
  },
  hmac(isGood, method, path) {
    const { key_id: keyId, secret_key: secret } = callers.hmac.secret;
    const date = new Date().toUTCString();
    const text = `${keyId}\n${method} ${path}\ndate: ${date}\n`;
    const signature = createHmac("sha256", isGood ? secret : "wrong")
      .update(text)
      .digest("base64");
    const authorization = `Signature keyId="${keyId}",algorithm="hmac-sha256",headers="@request-target date",signature="${signature}"`;
    return { date, authorization };
  },
  jwt(isGood) {
    const { key, secret } = callers.jwt.secret;
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "HS256", typ: "JWT" })}.${part({ key, exp: Math.floor(Date.now() / 1000) + 60 })}`;
    const signature = createHmac("sha256", isGood ? secret : "wrong".repeat(8))
      .update(text)
      .digest("base64url");
    return { authorization: `Bearer ${text}.${signature}` };
  },
};

export const types = Object.keys(credentials);

/** @param target `ports` gets those that the call goes out from */
function open({ url, agent, ports }, type, isGood, method, path, more = {}) {
  const headers = { ...credentials[type](isGood, method, path), ...more };
  return request(`${url}${path}`, { agent, method, headers }).on("socket", (socket) => {
    if (socket.connecting) socket.once("connect", () => ports.add(socket.localPort));
    else ports.add(socket.localPort);
  });
}

function answerOf(sent) {
  return new Promise((resolve, reject) => {
    sent.on("error", reject).on("response", (response) => {
      let body = "";
      response.setEncoding("latin1");
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode, body }));
      response.on("error", reject);
    });
  });
}

function judge({ status, body }, type, sent) {
  if (status !== 200) return `${status} ${body.slice(0, 100)}`;
  const digest = createHash("sha256").update(sent).digest("hex");
  const expected = JSON.stringify({ consumer: `caller-${type}`, digest });
  return body === expected ? "" : `another answer: ${body.slice(0, 150)}`;
}

async function plain(target, type) {
  const sent = open(target, type, true, "GET", `/${type}/plain`);
  sent.end();
  return judge(await answerOf(sent), type, "");
}

async function post(target, type) {
  const body = randomBytes(600).toString("hex");
  const sent = open(target, type, true, "POST", `/${type}/post`, { "content-length": body.length });
  sent.end(body);
  return judge(await answerOf(sent), type, body);
}

/** In pieces, without a length. */
async function upload(target, type) {
  const pieces = Array.from({ length: 8 }, () => randomBytes(32 * 1024));
  const sent = open(target, type, true, "POST", `/${type}/upload`);
  const answer = answerOf(sent);
  for (const piece of pieces)
    if (!sent.write(piece)) await Promise.race([new Promise((r) => sent.once("drain", r)), answer]);
  sent.end();
  return judge(await answer, type, Buffer.concat(pieces));
}

async function download(target, type) {
  const sent = open(target, type, true, "GET", `/${type}/download`);
  sent.end();
  const { status, body } = await answerOf(sent);
  return status === 200 && body.length === 8 * 65_536 ? "" : `${status} with ${body.length} bytes`;
}

/** Reads an answer bit by bit. */
async function slow(target, type) {
  const sent = open({ ...target, agent: false }, type, true, "GET", `/${type}/download`);
  sent.end();
  const response = await new Promise((resolve, reject) => sent.on("response", resolve).on("error", reject));
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    await sleep(5);
  }
  return response.statusCode === 200 && length === 8 * 65_536 ? "" : `${response.statusCode} with ${length} bytes`;
}

async function websocket(target, type) {
  const more = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-key": "k" };
  const sent = open({ ...target, agent: false }, type, true, "GET", `/${type}/ws`, more);
  const upgraded = new Promise((resolve, reject) => {
    sent.on("upgrade", (response, socket) => resolve([response, socket]));
    sent.on("response", (response) => reject(new Error(`no upgrade but ${response.statusCode}`))).on("error", reject);
  });
  sent.end();
  const [response, socket] = await upgraded;
  const message = randomBytes(300).toString("hex");
  const echoed = new Promise((resolve, reject) => {
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
      if (text.length >= message.length) resolve(text);
    });
    socket.on("error", reject).on("close", () => reject(new Error("the tunnel was cut")));
  });
  socket.write(message);
  const text = await echoed;
  socket.destroy();
  return text === message && response.headers["x-told"] === `caller-${type}` ? "" : "another echo";
}

/** Goes away in the middle of an upload or a download: nothing to judge but that the proxy lives. */
async function abort(target, type) {
  const isUpload = Math.random() < 0.5;
  const path = `/${type}/${isUpload ? "upload" : "download"}`;
  const sent = open({ ...target, agent: false }, type, true, isUpload ? "POST" : "GET", path);
  sent.on("error", () => {}).on("response", (response) => response.on("error", () => {}).resume());
  if (isUpload) sent.write(randomBytes(32 * 1024));
  else sent.end();
  await sleep(Math.random() * 15);
  sent.destroy();
  return "";
}

/** Wrong in one way or another: whatever but a 401 is a hole. */
async function bad(target, type) {
  const method = Math.random() < 0.5 ? "GET" : "POST";
  const sent = open(target, type, false, method, `/${type}/bad`, { "x-consumer-username": `caller-${type}` });
  if (method === "POST") sent.write("x".repeat(2_000));
  sent.end();
  const { status, body } = await answerOf(sent);
  return status === 401 ? "" : `let through: ${status} ${body.slice(0, 100)}`;
}

/** Of 100 calls. */
const shares = [
  ["bad", bad, 5],
  ["abort", abort, 4],
  ["slow", slow, 1],
  ["websocket", websocket, 5],
  ["upload", upload, 5],
  ["download", download, 3],
  ["post", post, 20],
  ["plain", plain, 57],
];

export function anyCall() {
  let at = Math.random() * 100;
  for (const [kind, call, share] of shares) {
    at -= share;
    if (at < 0) return [kind, call];
  }
  return ["plain", plain];
}
