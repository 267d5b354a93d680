/** What the status page shows of plugin configurations. */
import { expect, test } from "vitest";
import { maskedConfig } from "../../src/watch/masked-config.ts";

test.each([
  ["nothing", "key-auth", {}, ""],
  ["a secret", "limit-count", { redis_password: "s3cret" }, '"redis_password": ••••••'],
  ["a plain field", "limit-count", { time_window: 60 }, '"time_window": 60'],
  ["a key that is none", "key-auth", { key: "s3cret" }, '"key": ••••••'],
])("%s", (_name, plugin, config, expected) => {
  expect(maskedConfig(plugin, config)).toBe(expected);
});
