/** A gateway's words without the secrets that were sent. */
import { expect, test } from "vitest";
import { redacted } from "../../src/gateway/redact.ts";

test.each<[name: string, text: string, secrets: string[], expected: string]>([
  ["nothing to hide", "wrong username", ["canary"], "wrong username"],
  ["a secret", 'bad key "canary-value"', ["canary-value"], 'bad key "***"'],
  ["escaped in JSON", 'bad a\\"b\\ncanary', ['a"b\ncanary'], "bad ***"],
  ["percent-encoded", "bad a%2Fb%20canary", ["a/b canary"], "bad ***"],
  ["base64", `bad ${Buffer.from("user-canary").toString("base64")}`, ["user-canary"], "bad ***"],
  ["one inside another", "bad canary-value-long", ["canary", "canary-value-long"], "bad ***"],
  [
    "cut off by the gateway",
    "bad canary-value-lo…",
    ["canary-value-long"],
    "(its text is withheld, as it holds part of a secret)",
  ],
  ["a short one, as a word", "got 'abc' for abcdef", ["abc"], "got '***' for abcdef"],
  ["an empty one", "text", [""], "text"],
  ["too long", "x".repeat(400), [], `${"x".repeat(299)}…`],
  ["several lines", "a\n  b", [], "a b"],
])("%s", (_name, text, secrets, expected) => {
  expect(redacted(text, secrets)).toBe(expected);
});
