/** What an Admin API must answer, call by call in this order, from an empty state (gateway reference, section 4). */

export interface Call {
  readonly name: string;
  readonly method: string;
  /** Behind /apisix/admin. */
  readonly path: string;
  /** A string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the admin's. */
  readonly as?: "admin" | "nobody" | "stranger";
  readonly status: number;
  /** Must be part of the answer; a regular expression must match the text there; an array must be equal in length. */
  readonly answer?: unknown;
  /** Must not occur in the answer's text. */
  readonly absent?: string;
  /** The reference leaves this open: another server may answer otherwise, and is not asked. */
  readonly isOpen?: boolean;
}

const error = (error_msg: string | RegExp): unknown => ({ error_msg });
const notFound = { message: "Key not found" };
const credential = (key: string, more: object = {}): unknown => ({
  name: "main",
  plugins: { "key-auth": { key } },
  ...more,
});
const upstream = { nodes: { "127.0.0.1:1980": 1 } };

export const calls: readonly Call[] = [
  // Who calls.
  {
    name: "no key",
    method: "GET",
    path: "/routes",
    as: "nobody",
    status: 401,
    answer: { error_msg: "failed to check token", description: "missing apikey" },
  },
  {
    name: "wrong key",
    method: "GET",
    path: "/routes",
    as: "stranger",
    status: 401,
    answer: { error_msg: "failed to check token", description: "wrong apikey" },
  },
  {
    name: "unknown resource",
    method: "GET",
    path: "/nonsense",
    status: 404,
    answer: error("Unsupported resource type: nonsense"),
  },

  // Consumers.
  { name: "empty list", method: "GET", path: "/consumers", status: 200, answer: { total: 0, list: [] } },
  { name: "unknown consumer", method: "GET", path: "/consumers/jack", status: 404, answer: notFound },
  {
    name: "create",
    method: "PUT",
    path: "/consumers",
    body: { username: "jack", desc: "one" },
    status: 201,
    answer: { key: "/apisix/consumers/jack", value: { username: "jack", desc: "one" } },
  },
  {
    name: "update",
    method: "PUT",
    path: "/consumers",
    body: { username: "jack", desc: "two" },
    status: 200,
    answer: { value: { desc: "two" } },
  },
  {
    name: "update by path",
    method: "PUT",
    path: "/consumers/jack",
    body: { username: "jack", labels: { team: "a" } },
    status: 200,
  },
  {
    name: "read one",
    method: "GET",
    path: "/consumers/jack",
    status: 200,
    answer: { key: "/apisix/consumers/jack", value: { username: "jack", labels: { team: "a" } } },
    absent: '"desc"',
  },
  {
    name: "wrong username",
    method: "PUT",
    path: "/consumers/jack",
    body: { username: "jill" },
    status: 400,
    answer: error("wrong username"),
  },
  {
    name: "no username",
    method: "PUT",
    path: "/consumers",
    body: { desc: "x" },
    status: 400,
    answer: error('invalid configuration: property "username" is required'),
  },
  {
    name: "bad username",
    method: "PUT",
    path: "/consumers",
    body: { username: "a b" },
    status: 400,
    answer: error(/^invalid configuration: property "username" validation failed: failed to match pattern/),
  },
  {
    name: "server-set field",
    method: "PUT",
    path: "/consumers",
    body: { username: "x", create_time: 1 },
    status: 400,
    answer: error("the property is forbidden:  create_time"),
  },
  {
    name: "unknown plugin",
    method: "PUT",
    path: "/consumers",
    body: { username: "x", plugins: { nonsense: {} } },
    status: 400,
    answer: error("unknown plugin nonsense"),
  },
  {
    name: "bad plugin",
    isOpen: true,
    method: "PUT",
    path: "/consumers",
    body: { username: "x", plugins: { "limit-count": { count: 1 } } },
    status: 400,
    answer: error(/property "time_window" is required/),
  },
  {
    name: "unknown group",
    method: "PUT",
    path: "/consumers",
    body: { username: "x", group_id: "gold" },
    status: 400,
    answer: error(/consumer group/),
  },
  {
    name: "no body",
    isOpen: true,
    method: "PUT",
    path: "/consumers",
    status: 400,
    answer: error("missing configurations"),
  },
  {
    name: "bad JSON",
    method: "PUT",
    path: "/consumers",
    body: '{"username": "jack", s3cret',
    status: 400,
    answer: error(/^invalid request body: /),
    absent: "s3cret",
  },
  {
    name: "POST",
    isOpen: true,
    method: "POST",
    path: "/consumers",
    body: { username: "x" },
    status: 405,
    answer: error("not supported `POST` method for consumer"),
  },
  {
    name: "PATCH consumer",
    isOpen: true,
    method: "PATCH",
    path: "/consumers/jack",
    body: { desc: "x" },
    status: 405,
    answer: error("not supported `PATCH` method for consumer"),
  },
  { name: "delete unknown", method: "DELETE", path: "/consumers/nobody", status: 404, answer: notFound },
  { name: "too large", method: "PUT", path: "/consumers", body: `"${"x".repeat(1.5 * 1024 * 1024)}"`, status: 413 },

  // Credentials.
  { name: "no credentials yet", method: "GET", path: "/consumers/jack/credentials", status: 404, answer: notFound },
  { name: "of unknown consumer", method: "GET", path: "/consumers/nobody/credentials", status: 404, answer: notFound },
  {
    name: "PUT for unknown consumer",
    method: "PUT",
    path: "/consumers/nobody/credentials/c1",
    body: credential("k"),
    status: 404,
    answer: error("consumer not found"),
  },
  {
    name: "create credential",
    method: "PUT",
    path: "/consumers/jack/credentials/c1",
    body: credential("key-of-jack"),
    status: 201,
    answer: {
      key: "/apisix/consumers/jack/credentials/c1",
      value: { id: "c1", plugins: { "key-auth": { key: "key-of-jack" } } },
    },
  },
  {
    name: "update credential",
    method: "PUT",
    path: "/consumers/jack/credentials/c1",
    body: credential("key-of-jack", { desc: "d" }),
    status: 200,
  },
  {
    name: "read credential",
    method: "GET",
    path: "/consumers/jack/credentials/c1",
    status: 200,
    answer: { value: { desc: "d", plugins: { "key-auth": { key: "key-of-jack" } } } },
  },
  {
    name: "list credentials",
    method: "GET",
    path: "/consumers/jack/credentials",
    status: 200,
    answer: { total: 1, list: [{ key: "/apisix/consumers/jack/credentials/c1" }] },
  },
  {
    name: "consumers do not list credentials",
    method: "GET",
    path: "/consumers",
    status: 200,
    answer: { total: 1, list: [{ key: "/apisix/consumers/jack" }] },
    absent: "key-of-jack",
  },
  {
    name: "no credential id",
    method: "PUT",
    path: "/consumers/jack/credentials",
    body: credential("k"),
    status: 400,
    answer: error("missing credential id"),
  },
  {
    name: "two plugins",
    method: "PUT",
    path: "/consumers/jack/credentials/c2",
    body: { name: "b", plugins: { "key-auth": { key: "a" }, "basic-auth": { username: "u", password: "p" } } },
    status: 400,
    answer: error(
      'invalid configuration: property "plugins" validation failed: expect object to have at most 1 properties',
    ),
  },
  {
    name: "no auth plugin",
    method: "PUT",
    path: "/consumers/jack/credentials/c2",
    body: { name: "b", plugins: { "limit-count": { count: 1, time_window: 1 } } },
    status: 400,
    answer: error("only supports auth type plugins in consumer credential"),
  },
  {
    name: "unknown plugin in a credential",
    method: "PUT",
    path: "/consumers/jack/credentials/c2",
    body: { name: "b", plugins: { nonsense: {} } },
    status: 400,
    answer: error("unknown plugin nonsense"),
  },
  {
    name: "missing key",
    method: "PUT",
    path: "/consumers/jack/credentials/c2",
    body: { name: "b", plugins: { "key-auth": {} } },
    status: 400,
    answer: error(/property "key" is required/),
  },
  {
    name: "duplicate key",
    method: "PUT",
    path: "/consumers/jack/credentials/c2",
    body: credential("key-of-jack"),
    status: 400,
    answer: error("duplicate key of plugin key-auth found with credential: c1 of consumer: jack"),
    absent: "key-of-jack",
  },
  {
    name: "secret references are no duplicates",
    method: "PUT",
    path: "/consumers/jack/credentials/c2",
    body: credential("$env://KEY"),
    status: 201,
  },
  {
    name: "nor is a second one",
    method: "PUT",
    path: "/consumers/jack/credentials/c3",
    body: credential("$env://KEY"),
    status: 201,
  },
  { name: "POST credential", method: "POST", path: "/consumers/jack/credentials", body: credential("k"), status: 405 },
  { name: "PATCH credential", method: "PATCH", path: "/consumers/jack/credentials/c1", body: {}, status: 405 },
  {
    name: "delete credential",
    method: "DELETE",
    path: "/consumers/jack/credentials/c2",
    status: 200,
    answer: { key: "/apisix/consumers/jack/credentials/c2", deleted: "1" },
  },
  { name: "delete it again", method: "DELETE", path: "/consumers/jack/credentials/c2", status: 404, answer: notFound },

  // Groups.
  {
    name: "create group",
    method: "PUT",
    path: "/consumer_groups/gold",
    body: { plugins: {} },
    status: 201,
    answer: { key: "/apisix/consumer_groups/gold", value: { id: "gold" } },
  },
  { name: "join it", method: "PUT", path: "/consumers", body: { username: "jack", group_id: "gold" }, status: 200 },
  {
    name: "a group in use stays",
    isOpen: true,
    method: "DELETE",
    path: "/consumer_groups/gold",
    status: 400,
    answer: error("can not delete this consumer group, consumer [jack] is still using it now"),
  },
  {
    name: "delete the consumer",
    method: "DELETE",
    path: "/consumers/jack",
    status: 200,
    answer: { key: "/apisix/consumers/jack", deleted: "1" },
  },
  {
    name: "its credentials went with it",
    method: "GET",
    path: "/consumers/jack/credentials/c1",
    status: 404,
    answer: notFound,
  },
  { name: "the group may go", method: "DELETE", path: "/consumer_groups/gold", status: 200 },
  {
    name: "the key is free",
    method: "PUT",
    path: "/consumers",
    body: { username: "jill", plugins: { "key-auth": { key: "key-of-jack" } } },
    status: 201,
  },

  // Upstreams, services, routes.
  {
    name: "unknown upstream",
    method: "PUT",
    path: "/routes/r1",
    body: { uri: "/a", upstream_id: "u1" },
    status: 400,
    answer: error("failed to fetch upstream info by upstream id [u1], response code: 404"),
  },
  {
    name: "create upstream",
    method: "PUT",
    path: "/upstreams/u1",
    body: upstream,
    status: 201,
    answer: { key: "/apisix/upstreams/u1", value: { id: "u1" } },
  },
  { name: "create service", method: "PUT", path: "/services/s1", body: { upstream_id: "u1" }, status: 201 },
  {
    name: "create route",
    method: "PUT",
    path: "/routes/r1",
    body: { uri: "/a", service_id: "s1", name: "first", labels: { team: "a" } },
    status: 201,
  },
  {
    name: "upstream in use",
    isOpen: true,
    method: "DELETE",
    path: "/upstreams/u1",
    status: 400,
    answer: error("can not delete this upstream, service [s1] is still using it now"),
  },
  {
    name: "service in use",
    isOpen: true,
    method: "DELETE",
    path: "/services/s1",
    status: 400,
    answer: error("can not delete this service directly, route [r1] is still using it now"),
  },
  {
    name: "wrong id",
    isOpen: true,
    method: "PUT",
    path: "/routes/r1",
    body: { id: "r2", uri: "/a" },
    status: 400,
    answer: error("wrong route id"),
  },
  {
    name: "no id",
    isOpen: true,
    method: "PUT",
    path: "/routes",
    body: { uri: "/a" },
    status: 400,
    answer: error("missing route id"),
  },
  {
    name: "an id of zero",
    method: "PUT",
    path: "/routes",
    body: { id: 0, uri: "/a" },
    status: 400,
    answer: error(/^invalid configuration: property "id" validation failed/),
  },
  {
    name: "an id with a fraction",
    method: "PUT",
    path: "/routes",
    body: { id: 1.5, uri: "/a" },
    status: 400,
    answer: error(/^invalid configuration: property "id" validation failed/),
  },
  {
    name: "an id with a slash in it",
    method: "PUT",
    path: "/routes/a%2Fb",
    body: { uri: "/a" },
    status: 400,
    answer: error(/^invalid configuration: property "id" validation failed/),
  },
  {
    name: "id in the body",
    method: "PUT",
    path: "/routes",
    body: { id: "r2", uris: ["/b"], upstream: upstream, name: "second" },
    status: 201,
    answer: { key: "/apisix/routes/r2" },
  },
  {
    name: "host and hosts",
    isOpen: true,
    method: "PUT",
    path: "/routes/r3",
    body: { uri: "/a", host: "a", hosts: ["b"] },
    status: 400,
    answer: error("only one of host or hosts is allowed"),
  },
  {
    name: "POST route",
    method: "POST",
    path: "/routes",
    body: { uri: "/c", upstream_id: "u1", name: "third" },
    status: 201,
    answer: { key: /^\/apisix\/routes\/\w+$/, value: { uri: "/c" } },
  },
  {
    name: "POST with an id",
    method: "POST",
    path: "/routes",
    body: { id: "x", uri: "/c" },
    status: 400,
    answer: error("wrong route id, do not need it"),
  },
  {
    name: "PATCH",
    method: "PATCH",
    path: "/routes/r1",
    body: { labels: { team: null, zone: "b" }, priority: 3 },
    status: 200,
    answer: { value: { uri: "/a", priority: 3, labels: { zone: "b" } } },
    absent: '"team"',
  },
  {
    name: "PATCH a part",
    method: "PATCH",
    path: "/routes/r1/labels",
    body: { only: "this" },
    status: 200,
    answer: { value: { labels: { only: "this" } } },
    absent: '"zone"',
  },
  { name: "PATCH to nonsense", method: "PATCH", path: "/routes/r1", body: { uri: 1 }, status: 400 },
  {
    name: "PATCH unknown",
    method: "PATCH",
    path: "/routes/nope",
    body: { priority: 1 },
    status: 404,
    answer: notFound,
  },
  {
    name: "list, oldest first",
    method: "GET",
    path: "/routes",
    status: 200,
    answer: { total: 3, list: [{ key: "/apisix/routes/r1" }, { key: "/apisix/routes/r2" }, { value: { uri: "/c" } }] },
  },
  { name: "filter by name", method: "GET", path: "/routes?name=^(first|third)$", status: 200, answer: { total: 2 } },
  {
    name: "filter by label",
    method: "GET",
    path: "/routes?label=only",
    status: 200,
    answer: { total: 1, list: [{ key: "/apisix/routes/r1" }] },
  },
  {
    name: "filter by uri",
    method: "GET",
    path: "/routes?uri=/b",
    status: 200,
    answer: { total: 1, list: [{ key: "/apisix/routes/r2" }] },
  },
  {
    name: "a page",
    method: "GET",
    path: "/routes?page=1&page_size=10",
    status: 200,
    answer: { total: 3, list: [{}, {}, {}] },
  },
  {
    name: "a page behind the end",
    method: "GET",
    path: "/routes?page=2&page_size=10",
    status: 200,
    answer: { total: 3, list: [] },
  },
  { name: "too small a page", method: "GET", path: "/routes?page=1&page_size=9", status: 400 },
  { name: "too large a page", method: "GET", path: "/routes?page=1&page_size=501", status: 400 },
  { name: "delete route", method: "DELETE", path: "/routes/r1", status: 200, answer: { deleted: "1" } },
  { name: "delete service", method: "DELETE", path: "/services/s1", status: 200 },

  // Plugin configs and global rules.
  {
    name: "create plugin config",
    method: "PUT",
    path: "/plugin_configs/p1",
    body: { plugins: { "key-auth": {} } },
    status: 201,
  },
  {
    name: "use it",
    method: "PUT",
    path: "/routes/r2",
    body: { uri: "/b", plugin_config_id: "p1", upstream_id: "u1" },
    status: 200,
  },
  {
    name: "plugin config in use",
    isOpen: true,
    method: "DELETE",
    path: "/plugin_configs/p1",
    status: 400,
    answer: error("can not delete this plugin config, route [r2] is still using it now"),
  },
  {
    name: "create global rule",
    method: "PUT",
    path: "/global_rules/g1",
    body: { plugins: { "ip-restriction": { blacklist: ["10.0.0.0/8"] } } },
    status: 201,
  },
  {
    name: "global rule without plugins",
    method: "PUT",
    path: "/global_rules/g2",
    body: {},
    status: 400,
    answer: error('invalid configuration: property "plugins" is required'),
  },
  { name: "POST global rule", method: "POST", path: "/global_rules", body: { plugins: {} }, status: 405 },

  // Checks that store nothing.
  { name: "plugins", method: "GET", path: "/plugins/list", status: 200, answer: /"key-auth"/ },
  { name: "schema holds", method: "POST", path: "/schema/validate/consumers", body: { username: "x" }, status: 200 },
  {
    name: "schema does not hold",
    method: "POST",
    path: "/schema/validate/consumers",
    body: {},
    status: 400,
    answer: error(/property "username" is required/),
  },
  { name: "schema of nothing", method: "POST", path: "/schema/validate/nonsense", body: {}, status: 404 },
  {
    name: "document holds",
    method: "POST",
    path: "/configs/validate",
    body: {
      consumers: [{ username: "a" }, { id: "a/credentials/c", name: "c", plugins: { "key-auth": { key: "k" } } }],
      routes: [{ id: "r", uri: "/", upstream }],
    },
    status: 200,
  },
  {
    name: "document with a duplicate",
    method: "POST",
    path: "/configs/validate",
    body: { consumers: [{ username: "a" }, { username: "a" }] },
    status: 400,
    answer: { errors: [{ resource_type: "consumers", index: 1, error: "found duplicate username a in consumers" }] },
  },
  { name: "nothing was stored by them", method: "GET", path: "/consumers/a", status: 404 },
];

export interface Outcome {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Sends one call. `base` is such as `http://127.0.0.1:9180`. */
export async function send(call: Call, base: string, key: string): Promise<Outcome> {
  const keys = { admin: { "X-API-KEY": key }, stranger: { "X-API-KEY": "no-such-key-0000000000" }, nobody: {} };
  const response = await fetch(`${base}/apisix/admin${call.path}`, {
    method: call.method,
    headers: {
      ...keys[call.as ?? "admin"],
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      ...call.headers,
    },
    ...(call.body === undefined ? {} : { body: typeof call.body === "string" ? call.body : JSON.stringify(call.body) }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** Runs the calls in order and tells what was not as it should be; empty if all was. */
export async function runConformance(
  base: string,
  key: string,
  asked: readonly Call[] = calls,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const call of asked) {
    const fault = faultOf(call, await send(call, base, key));
    if (fault !== undefined) faults.push(`${call.name}: ${fault}`);
  }
  return faults;
}

function faultOf(call: Call, { status, text }: Outcome): string | undefined {
  if (status !== call.status) return `status ${status} instead of ${call.status}: ${text}`;
  if (call.absent !== undefined && text.includes(call.absent)) return `has ${call.absent}: ${text}`;
  if (call.answer === undefined) return undefined;
  const isAsExpected = call.answer instanceof RegExp ? call.answer.test(text) : includes(JSON.parse(text), call.answer);
  return isAsExpected ? undefined : `answer ${text}`;
}

function includes(actual: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return typeof actual === "string" && expected.test(actual);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((each, index) => includes(actual[index], each))
    );
  }
  if (typeof expected !== "object" || expected === null) return actual === expected;
  if (typeof actual !== "object" || actual === null) return false;
  return Object.entries(expected).every(([key, value]) => includes((actual as Record<string, unknown>)[key], value));
}
