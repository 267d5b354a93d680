/** A reader of HTTP/1.1 requests that takes one spelling of everything and nothing else: what it reads, every parser reads alike. */

export interface StrictRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface StrictReading {
  readonly requests: readonly StrictRequest[];
  /** What is not strict; empty if all is. */
  readonly fault: string;
  /** Bytes of a request whose end has not come. */
  readonly unfinished: number;
}

const requestLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\/[\x21\x22\x24-\x7e]*) HTTP\/1\.1$/;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):(?: ([^ \t](?:.*[^ \t])?)?)?$/;
const forbidden = /[^\t\x20-\x7e\x80-\xff]/;

/** Names that servers who turn `-` into `_` (CGI, WSGI) take for one that frames or routes the message. */
const lookAlike = /^(?!content-length$|transfer-encoding$)(?:content|transfer)[^a-z0-9](?:length|encoding)$/i;

/** @param text latin1 */
export function readStrictly(text: string): StrictReading {
  const requests: StrictRequest[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf("\r\n\r\n", at);
    if (end < 0) return { requests, fault: "", unfinished: text.length - at };
    const head = readHead(text.slice(at, end));
    if (typeof head === "string") return { requests, fault: head, unfinished: 0 };
    const body = readBody(head.headers, text, end + 4);
    if (typeof body === "string") return { requests, fault: body, unfinished: 0 };
    if (body === undefined) return { requests, fault: "", unfinished: text.length - at };
    requests.push({ ...head, body: body.text });
    at = body.end;
  }
  return { requests, fault: "", unfinished: 0 };
}

function readHead(text: string): Omit<StrictRequest, "body"> | string {
  const [first = "", ...lines] = text.split("\r\n");
  const [, method = "", target = ""] = requestLine.exec(first) ?? [];
  if (method === "") return `the request line ${JSON.stringify(first)}`;
  const headers: (readonly [string, string])[] = [];
  for (const line of lines) {
    const [whole, name = "", value = ""] = headerLine.exec(line) ?? [];
    if (whole === undefined || forbidden.test(line)) return `the line ${JSON.stringify(line)}`;
    if (lookAlike.test(name)) return `the name ${name}`;
    headers.push([name, value]);
  }
  const count = (name: string): number => valuesOf(headers, name).length;
  if (count("host") !== 1) return `${count("host")} times Host`;
  if (count("content-length") + count("transfer-encoding") > 1) return "framed more than once";
  return { method, target, headers };
}

interface StrictBody {
  readonly text: string;
  readonly end: number;
}

/** Undefined: not whole yet. */
function readBody(headers: StrictRequest["headers"], text: string, start: number): StrictBody | string | undefined {
  const [coding] = valuesOf(headers, "transfer-encoding");
  const [length] = valuesOf(headers, "content-length");
  if (coding !== undefined) {
    return coding === "chunked" ? readChunks(text, start) : `the coding ${JSON.stringify(coding)}`;
  }
  if (length === undefined) return { text: "", end: start };
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(length)) return `the length ${JSON.stringify(length)}`;
  const end = start + Number(length);
  return end > text.length ? undefined : { text: text.slice(start, end), end };
}

/** Without extensions and trailers: the proxy writes none. */
function readChunks(text: string, start: number): StrictBody | string | undefined {
  let body = "";
  let at = start;
  for (;;) {
    const lineEnd = text.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const line = text.slice(at, lineEnd);
    if (!/^[0-9a-fA-F]{1,8}$/.test(line)) return `the chunk size ${JSON.stringify(line)}`;
    const size = Number.parseInt(line, 16);
    const end = lineEnd + 2 + size;
    if (text.length < end + 2) return undefined;
    if (text.slice(end, end + 2) !== "\r\n") return `the end of a chunk ${JSON.stringify(text.slice(end, end + 2))}`;
    if (size === 0) return { text: body, end: end + 2 };
    body += text.slice(lineEnd + 2, end);
    at = end + 2;
  }
}

export function valuesOf(headers: StrictRequest["headers"], name: string): string[] {
  return headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}
