/** What is told of a failure: whoever writes a file or answers as the gateway must not command the terminal or the CI service. */
import { expect, test } from "vitest";
import { failureMessage } from "../../src/cli/failure.ts";
import { CommandError } from "../../src/cli/terminal.ts";
import { GatewayError } from "../../src/gateway/contract.ts";

test.each([
  ["a gateway's colours", new GatewayError("answered 418: \u001b[31mred", 418), "answered 418: \ufffd[31mred"],
  ["a gateway's line of its own", new GatewayError("no group a\n::error::b", 0), "no group a\ufffd::error::b"],
  ["a file's name", new CommandError("a\u202eb\u001b[2J.yaml: unreadable"), "a\ufffdb\ufffd[2J.yaml: unreadable"],
  ["lines that are ours", new CommandError("a.yaml: one\n2 files not written"), "a.yaml: one\n2 files not written"],
] as const)("%s", (_what, error, told) => {
  expect(failureMessage(error)).toBe(told);
});
