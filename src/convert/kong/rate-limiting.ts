/** Kong's rate-limiting as limit-count (gateway reference, section 3.2). */
import type { Foreign } from "../foreign.ts";
import { settings, type Turn, type TurnContext } from "./turn.ts";

const windows: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  month: 2_592_000,
  year: 31_536_000,
};

/** Months and years of a calendar differ in length. */
const longestExact = 86_400;

interface Key {
  readonly key: string;
}

export const turnRateLimiting: Turn = (config, context) => {
  const limits = Object.entries(windows).flatMap(([name, time_window]) => {
    const count = config.number(name);
    return count === undefined ? [] : [{ count, time_window, name }];
  });
  const key = keyOf(config, context);
  if (limits.length === 0 || limits.some(({ count }) => count <= 0 || !Number.isInteger(count)) || !key)
    return undefined;
  for (const { name } of limits.filter(({ time_window }) => time_window > longestExact)) {
    config
      .field(name)
      ?.lose(
        "approximated",
        `\`${name}\` of ${context.shown}`,
        `a window of ${name === "month" ? 30 : 365} days from the first request, not of the calendar`,
        "Nothing, if that is near enough.",
        "key",
      );
  }
  const [only, ...others] = limits;
  const amounts =
    only && others.length === 0
      ? { count: only.count, time_window: only.time_window, ...key }
      : // Rules count by their keys: each needs one of its own.
        { rules: limits.map(({ count, time_window, name }) => ({ count, time_window, key: `$${key.key}/${name}` })) };
  if (others.length > 0 && key.key === "consumer_name" && !context.isOfConsumer) {
    config.lose(
      "approximated",
      `several windows by consumer in ${context.shown}`,
      "requests without a consumer are refused with 500, as no rule counts them; Kong counts them by address",
      "Put an auth plugin before it, or give the rules the key `$remote_addr`.",
      "key",
    );
  }
  const degrades = config.flag("fault_tolerant") ?? true;
  const isQuiet = config.flag("hide_client_headers");
  const code = config.number("error_code") ?? 429;
  const fields = {
    ...amounts,
    rejected_code: code,
    rejected_msg: config.text("error_message") ?? "API rate limit exceeded",
    ...storeOf(config, context, degrades),
    show_limit_quota_header: isQuiet ? false : undefined,
  };
  return { plugin: "limit-count", config: settings(fields) };
};

/** By whom requests are counted; undefined if no key says the same. */
function keyOf(config: Foreign, { shown }: TurnContext): Key | undefined {
  const by = config.text("limit_by") ?? "consumer";
  if (by === "ip") return { key: "remote_addr" };
  if (by === "consumer") return { key: "consumer_name" };
  if (by === "service") return { key: "service_id" };
  if (by === "header") {
    const header = config.text("header_name");
    return header === undefined ? undefined : { key: `http_${header.toLowerCase().replaceAll("-", "_")}` };
  }
  if (by !== "credential") return undefined;
  config
    .field("limit_by")
    ?.lose(
      "approximated",
      `\`limit_by: credential\` of ${shown}`,
      "requests are counted by consumer",
      "Make a consumer of each credential, if they need quotas of their own.",
      "key",
    );
  return { key: "consumer_name" };
}

function storeOf(config: Foreign, { shown }: TurnContext, degrades: boolean): Record<string, unknown> {
  config.ignoreIf("sync_rate", -1, 0);
  const policy = config.text("policy") ?? "local";
  const redis = config.field("redis");
  const read = (name: string): unknown => {
    const field = redis?.field(name) ?? config.field(`redis_${name}`);
    return field && ["string", "number", "boolean"].includes(typeof field.value) ? field.take().value : undefined;
  };
  const host = policy === "redis" ? read("host") : undefined;
  if (typeof host === "string") {
    return {
      policy,
      redis_host: host,
      redis_port: read("port"),
      redis_username: read("username"),
      redis_password: read("password"),
      redis_database: read("database"),
      redis_timeout: read("timeout"),
      redis_ssl: read("ssl"),
      redis_ssl_verify: read("ssl_verify"),
      allow_degradation: degrades,
    };
  }
  if (policy === "local") return {};
  const place = config.field("policy") ?? config;
  place.lose(
    "approximated",
    `\`policy: ${policy}\` of ${shown}`,
    "each gateway counts by itself",
    "Set `policy: redis` and `redis_host`, if all of them are to count together.",
    "key",
  );
  return {};
}
