/** Which gateways hold the successor of a credential, so that it may go. */
import { expect, test } from "vitest";
import { refusalOf } from "../../src/cli/rotate-gateway.ts";
import type { Retirement } from "../../src/rotate/contract.ts";
import { live } from "../plan/configs.ts";

const retirement: Retirement = {
  username: "acme",
  credential: "main",
  retireAfter: "2026-11-01",
  successor: { id: "main-2", name: "main-2", plugin: "key-auth", lookup: "new" },
};

const holding = (credential: object, username = "acme") =>
  live({ consumers: [{ username, credentials: [credential] }] } as Parameters<typeof live>[0]);
const withKey = (key: unknown, name = "main-2") => holding({ name, plugins: { "key-auth": { key } } });
const right = withKey("new");

test.each([
  ["it holds it", [right], undefined],
  [
    "it holds it under another id",
    [holding({ id: "x1", name: "main-2", plugins: { "key-auth": { key: "new" } } })],
    undefined,
  ],
  ["it masks the key", [withKey("******")], undefined],
  ["it keeps the key back", [withKey(undefined)], undefined],
  [
    "it has another consumer",
    [holding({ name: "main-2", plugins: { "key-auth": { key: "new" } } }, "b")],
    "has no consumer",
  ],
  ["it has only the old one", [withKey("old", "main")], "does not hold its successor"],
  ["it has another key", [withKey("else")], "holds another key for its successor"],
  [
    "it has another kind",
    [holding({ name: "main-2", plugins: { "basic-auth": { username: "a", password: "b" } } })],
    "as another kind of credential",
  ],
  ["one of two groups lacks it", [right, withKey("old", "main")], "does not hold its successor"],
] as const)("%s", (_name, held, reason) => {
  const refusal = refusalOf(held, retirement);
  if (reason === undefined) expect(refusal).toBeUndefined();
  else expect(refusal?.refused).toContain(reason);
});

test("a variable that is not set cannot be compared", () => {
  const successor = { ...retirement.successor, lookup: undefined };
  expect(refusalOf([withKey("else")], { ...retirement, successor })).toBeUndefined();
});
