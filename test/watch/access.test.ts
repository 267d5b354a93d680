/** Who may read the status listener. */
import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { createAdmission } from "../../src/watch/access.ts";

const token = "status-token-0123456789";
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;
const asked = (headers: IncomingMessage["headers"]): IncomingMessage => ({ headers }) as IncomingMessage;

test.each([
  ["nothing", undefined, "no token"],
  ["Bearer", `Bearer ${token}`, "admitted"],
  ["bearer, in small letters", `bearer ${token}`, "admitted"],
  ["Basic, any user", basic(`me:${token}`), "admitted"],
  ["Basic, no user", basic(`:${token}`), "admitted"],
  ["Basic, the token as the user", basic(`${token}:`), "no token"],
  ["Basic, a wrong one", basic("me:status-token-9876543210"), "no token"],
  ["Basic that is none", "Basic %%%", "no token"],
  ["a wrong one", "Bearer status-token-9876543210", "no token"],
  ["a part of it", `Bearer ${token.slice(0, -1)}`, "no token"],
  ["more than it", `Bearer ${token}0`, "no token"],
  ["none at all", "Bearer ", "no token"],
  ["another scheme", `Digest ${token}`, "no token"],
  ["without a scheme", token, "no token"],
])("with a token: %s", (_name, authorization, expected) => {
  const admit = createAdmission(token);
  expect(admit(asked({ host: "status.example", ...(authorization && { authorization }) }))).toBe(expected);
});

test.each([
  ["localhost:9090", "admitted"],
  ["LOCALHOST", "admitted"],
  ["127.0.0.1:9090", "admitted"],
  ["127.8.9.10", "admitted"],
  ["[::1]:9090", "admitted"],
  ["[::1]", "admitted"],
  [undefined, "foreign host"],
  ["", "foreign host"],
  ["evil.example:9090", "foreign host"],
  ["localhost.evil.example", "foreign host"],
  ["127.0.0.1.evil.example", "foreign host"],
  ["evil.example#127.0.0.1", "foreign host"],
  ["user@127.0.0.1", "foreign host"],
  ["192.0.2.7:9090", "foreign host"],
  ["[::2]:9090", "foreign host"],
])("without a token, under the name %s", (host, expected) => {
  expect(createAdmission(undefined)(asked(host === undefined ? {} : { host }))).toBe(expected);
});
