/** A request as a test writes it, as the engine takes it. */
import type { GatewayRequest } from "../engine/contract.ts";
import { utf8Bytes, wireValue } from "../engine/encoding.ts";
import type { PolicyTestCaller, PolicyTestRequest } from "../model/generated/policy-test.ts";

/** Of TEST-NET-1 (RFC 5737): in nobody's list, unless somebody means it. */
const testAddress = "192.0.2.1";

export interface WrittenRequest {
  readonly request: GatewayRequest;
  /** Its body; empty if it has none. */
  readonly body: Uint8Array;
  readonly caller?: PolicyTestCaller;
}

export function gatewayRequest(written: string | PolicyTestRequest): WrittenRequest {
  const given = typeof written === "string" ? fromLine(written) : written;
  const body = utf8Bytes(given.body ?? "");
  const headers = Object.entries(given.headers ?? {}).flatMap(([name, value]) =>
    // What cannot be sent as it is goes as its bytes.
    [value].flat().map((each) => [name, wireValue(each) ?? each] as const),
  );
  const caller = typeof given.as === "string" ? { consumer: given.as } : given.as;
  return {
    request: {
      method: given.method ?? "GET",
      target: given.path,
      headers: [...(given.host === undefined ? [] : [["Host", given.host] as const]), ...headers],
      remoteAddress: given.from ?? testAddress,
      scheme: given.scheme ?? "https",
      readBody: (limit) => Promise.resolve(body.length > limit ? undefined : body),
    },
    body,
    ...(caller && { caller }),
  };
}

function fromLine(line: string): PolicyTestRequest {
  const [method = "GET", path = "/"] = line.split(" ");
  return { method, path };
}
