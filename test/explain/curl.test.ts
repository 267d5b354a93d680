/** A pasted curl command line becomes the request that curl itself sends: the same lines went through bash and the real curl. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { RequestError } from "../../src/explain/contract.ts";
import { curlRequest } from "../../src/explain/curl/curl-request.ts";
import { shellWords } from "../../src/explain/curl/shell-words.ts";

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: string;
}

const address = "http://127.0.0.1:28080";

/** URL stands for where the server is. */
const commands: readonly string[] = [
  "curl URL/orders?page=2",
  "curl -H 'apikey: a b  c' URL",
  `curl -H "X-Quote: say \\"hi\\" \\\\ \\\`" -H X-Bare:\\ one URL/a`,
  "curl -X DELETE URL/orders/7",
  "curl -XPATCH --data '{\"a\": 1}' -H 'Content-Type: application/json' URL/orders",
  "curl -d a=1 -d b=2 URL/form",
  "curl --data-raw '@not-a-file' URL",
  "curl --data-urlencode 'q=a b&c' --data-urlencode 'plain text' URL",
  "curl -G -d a=1 -d b=2 URL/search",
  "curl -G --data-urlencode 'q=ä ö' 'URL/search?x=1'",
  "curl --json '{\"a\":1}' URL",
  "curl -I URL/head",
  "curl -u jack:s3cret:x URL",
  "curl -b 'a=1; b=2' -A agent/1 -e https://example.com/ URL",
  "curl -sS -L --max-time 5 -o /dev/null URL/x --compressed",
  "curl URL/a/./b/../c",
  "curl --path-as-is URL/a/../c",
  "curl --url URL/named",
  "curl -H 'Accept:' -H 'X-Empty;' -H 'User-Agent: mine' URL",
  "curl $'URL/esc' -H $'X-Ansi: it\\'s \\x41\\u00e9\\101'",
  "curl \\\n  -H 'a: 1' \\\n  URL/lines",
  "curl -d $'line\\nbreak' URL",
  'curl -H "Authorization: Bearer tok\'en" URL',
  "curl --oauth2-bearer abc URL",
];

const recording = path.join(import.meta.dirname, "curl-requests.json");

/** What curl sent, kept in a file since so many processes take long: RECORD_CURL=1 asks the curl of this machine again. */
const sent = process.env["RECORD_CURL"]
  ? await record()
  : (JSON.parse(readFileSync(recording, "utf8")) as Readonly<Record<string, Sent>>);

describe("the same request as curl's", () => {
  test.each(commands)("%s", (command) => {
    const { request, body } = curlRequest(command.replaceAll("URL", address));
    const told: Sent = {
      method: request.method,
      target: request.target,
      headers: normalised(request.headers.map(([name, value]) => `${name}: ${value}`)),
      body: Buffer.from(body).toString(),
    };
    expect(told).toEqual(sent[command]);
  });
});

async function record(): Promise<Readonly<Record<string, Sent>>> {
  let received: Sent | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { rawHeaders, method = "", url = "" } = request;
      const fields = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]));
      const upperCase = url.replace(/%[0-9a-f]{2}/g, (escaped) => escaped.toUpperCase());
      received = { method, target: upperCase, headers: normalised(fields), body: Buffer.concat(chunks).toString() };
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(address).port), "127.0.0.1", resolve));
  const all: Record<string, Sent> = {};
  for (const command of commands) {
    const env = { PATH: process.env["PATH"], LANG: "C.UTF-8" };
    await new Promise((resolve) =>
      execFile("bash", ["-c", `${command.replaceAll("URL", address)} -s`], { env }, resolve),
    );
    if (received) all[command] = received;
  }
  server.close();
  writeFileSync(recording, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}

/** Versions differ in the encodings that they know, and in letters' case of what they write themselves. */
function normalised(fields: readonly string[]): readonly string[] {
  return fields
    .map((field) => field.replace(/^User-Agent: curl\/.*/i, "User-Agent: curl/8"))
    .map((field) => field.replace(/^Accept-Encoding: .*/i, "Accept-Encoding: some"))
    .map((field) => Buffer.from(field, "latin1").toString())
    .sort();
}

const refused: readonly (readonly [command: string, message: RegExp])[] = [
  ["wget https://a.example", /no curl command/],
  ["curl", /no URL/],
  ["curl https://a.example https://b.example", /2 URLs/],
  ["curl -F a=b https://a.example", /--form/],
  ["curl -T file https://a.example", /--upload-file/],
  ["curl --digest -u a:b https://a.example", /--digest/],
  ["curl -H 'a: $b' -H \"k: $KEY\" https://a.example", /only a shell can fill in/],
  ['curl -H "k: `cat key`" https://a.example', /only a shell can fill in/],
  ["curl -H 'open https://a.example", /not closed/],
  ["curl -d @file https://a.example", /--body/],
  ["curl -H", /no value/],
  ["curl ftp://a.example", /http/],
];

test.each(refused)("refused: %s", (command, message) => {
  expect(() => curlRequest(command)).toThrow(RequestError);
  expect(() => curlRequest(command)).toThrow(message);
});

test("what is not known is named, and a pipeline is left alone", () => {
  const { notes, request } = curlRequest("curl --brand-new https://a.example/x | jq .");
  expect(request.target).toBe("/x");
  expect(notes).toEqual([
    "curl's --brand-new is not known here and was left out of account",
    "what follows the curl command was not looked at",
  ]);
});

const quoted: readonly (readonly [text: string, words: readonly string[]])[] = [
  ["a 'b c' d", ["a", "b c", "d"]],
  ["a\\ b", ["a b"]],
  ["''", [""]],
  [`"a\\nb"`, ["a\\nb"]],
  [`'it'\\''s'`, ["it's"]],
  ["$'\\t\\e'", ["\t\u001b"]],
  ["a # comment\nb", ["a", "b"]],
  ["$ a", ["$", "a"]],
];

test.each(quoted)("words of %s", (text, words) => expect(shellWords(text).words).toEqual(words));
