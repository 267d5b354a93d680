/** Reads the answers on a client's connection as a client that trusts nothing does. */

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface AnswerReading {
  /** Final ones; those of 1xx are left out. */
  readonly answers: readonly Answer[];
  /** What cannot be read in one way only; empty if all can. */
  readonly fault: string;
  /** Bytes behind the last whole answer. */
  readonly rest: string;
}

/** @param methods of the requests in turn: an answer to HEAD has no body */
export function readAnswers(text: string, methods: readonly string[], isClosed: boolean): AnswerReading {
  const answers: Answer[] = [];
  let at = 0;
  const stop = (fault: string): AnswerReading => ({ answers, fault, rest: text.slice(at) });
  while (at < text.length) {
    const end = text.indexOf("\r\n\r\n", at);
    if (end < 0) return stop("");
    const [first = "", ...lines] = text.slice(at, end).split("\r\n");
    const status = Number(/^HTTP\/1\.1 ([1-9][0-9]{2}) [\t\x20-\x7e]*$/.exec(first)?.[1]);
    if (Number.isNaN(status)) return stop(`the status line ${JSON.stringify(first)}`);
    const headers = new Map<string, string>();
    for (const line of lines) {
      const [whole, name = "", value = ""] = /^([\w!#$%&'*+.^`|~-]+): ([\t\x20-\x7e\x80-\xff]*)$/.exec(line) ?? [];
      if (whole === undefined) return stop(`the line ${JSON.stringify(line)}`);
      const lower = name.toLowerCase();
      if (headers.has(lower) && /^(?:content-length|transfer-encoding)$/.test(lower)) return stop(`${lower} twice`);
      headers.set(lower, value);
    }
    const start = end + 4;
    if (status < 200) {
      at = start;
      continue;
    }
    const isBodiless = methods[answers.length] === "HEAD" || status === 204 || status === 304;
    const body = isBodiless ? { text: "", end: start } : readBody(headers, text, start, isClosed);
    if (typeof body === "string") return stop(body);
    if (body === undefined) return stop("");
    answers.push({ status, headers, body: body.text });
    at = body.end;
  }
  return stop("");
}

function readBody(
  headers: ReadonlyMap<string, string>,
  text: string,
  start: number,
  isClosed: boolean,
): { readonly text: string; readonly end: number } | string | undefined {
  const length = headers.get("content-length");
  const coding = headers.get("transfer-encoding");
  if (length !== undefined && coding !== undefined) return "framed twice";
  if (length !== undefined) {
    if (!/^[0-9]+$/.test(length)) return `the length ${length}`;
    const end = start + Number(length);
    return end > text.length ? undefined : { text: text.slice(start, end), end };
  }
  if (coding === undefined) return isClosed ? { text: text.slice(start), end: text.length } : undefined;
  if (coding !== "chunked") return `the coding ${coding}`;
  let body = "";
  let at = start;
  for (;;) {
    const [line, digits = ""] = /^([0-9a-f]+)\r\n/i.exec(text.slice(at, at + 12)) ?? [];
    if (line === undefined) return text.length - at > 12 ? "a chunk without a size" : undefined;
    const size = Number.parseInt(digits, 16);
    const from = at + line.length;
    if (text.length < from + size + 2) return undefined;
    if (text.slice(from + size, from + size + 2) !== "\r\n") return "a chunk without an end";
    at = from + size + 2;
    if (size === 0) return { text: body, end: at };
    body += text.slice(from, from + size);
  }
}
