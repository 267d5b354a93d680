/** What section 4 of the gateway reference says of the Admin API, as calls in their order: any server of ours must answer so. */

export interface ConformanceCase {
  readonly name: string;
  readonly call: string;
  readonly body?: unknown;
  /** Sent instead of JSON. */
  readonly rawBody?: string;
  /** The right key by default; null sends none. */
  readonly key?: string | null;
  readonly status: number;
  /** What the answer's body must contain. */
  readonly answer: Readonly<Record<string, unknown>>;
}

const keyAuth = (key: string): unknown => ({ name: "k", plugins: { "key-auth": { key } } });

export const conformanceCases: readonly ConformanceCase[] = [
  {
    name: "no key",
    key: null,
    call: "GET /consumers",
    status: 401,
    answer: { error_msg: "failed to check token", description: "missing apikey" },
  },
  {
    name: "wrong key",
    key: "wrong",
    call: "GET /consumers",
    status: 401,
    answer: { error_msg: "failed to check token", description: "wrong apikey" },
  },
  {
    name: "unknown resource",
    call: "GET /nothings",
    status: 404,
    answer: { error_msg: "Unsupported resource type: nothings" },
  },
  { name: "an empty list", call: "GET /consumers", status: 200, answer: { total: 0, list: [] } },
  { name: "an unknown consumer", call: "GET /consumers/jack", status: 404, answer: { message: "Key not found" } },
  {
    name: "credentials of an unknown consumer",
    call: "GET /consumers/jack/credentials",
    status: 404,
    answer: { message: "Key not found" },
  },
  {
    name: "a credential for an unknown consumer",
    call: "PUT /consumers/jack/credentials/a",
    body: keyAuth("k1"),
    status: 404,
    answer: { error_msg: "consumer not found" },
  },
  {
    name: "a consumer is created",
    call: "PUT /consumers",
    body: { username: "jack" },
    status: 201,
    answer: { key: "/apisix/consumers/jack" },
  },
  {
    name: "and updated",
    call: "PUT /consumers",
    body: { username: "jack", desc: "d" },
    status: 200,
    answer: { key: "/apisix/consumers/jack" },
  },
  {
    name: "under its own path too",
    call: "PUT /consumers/jack",
    body: { username: "jack" },
    status: 200,
    answer: { key: "/apisix/consumers/jack" },
  },
  {
    name: "but not under another's",
    call: "PUT /consumers/jill",
    body: { username: "jack" },
    status: 400,
    answer: { error_msg: "wrong username" },
  },
  {
    name: "no username",
    call: "PUT /consumers",
    body: { desc: "d" },
    status: 400,
    answer: { error_msg: 'invalid configuration: property "username" is required' },
  },
  { name: "POST of a consumer", call: "POST /consumers", body: { username: "jack" }, status: 405, answer: {} },
  {
    name: "a consumer without credentials",
    call: "GET /consumers/jack/credentials",
    status: 404,
    answer: { message: "Key not found" },
  },
  {
    name: "a credential is created",
    call: "PUT /consumers/jack/credentials/a",
    body: keyAuth("k1"),
    status: 201,
    answer: { key: "/apisix/consumers/jack/credentials/a" },
  },
  {
    name: "and read",
    call: "GET /consumers/jack/credentials/a",
    status: 200,
    answer: { key: "/apisix/consumers/jack/credentials/a" },
  },
  { name: "and listed", call: "GET /consumers/jack/credentials", status: 200, answer: { total: 1 } },
  {
    name: "consumers are listed without credentials",
    call: "GET /consumers?page=1&page_size=10",
    status: 200,
    answer: { total: 1 },
  },
  {
    name: "a key twice",
    call: "PUT /consumers/jack/credentials/b",
    body: keyAuth("k1"),
    status: 400,
    answer: { error_msg: "duplicate key of plugin key-auth found with credential: a of consumer: jack" },
  },
  {
    name: "two plugins",
    call: "PUT /consumers/jack/credentials/b",
    body: { name: "b", plugins: { "key-auth": { key: "x" }, "jwt-auth": { key: "x" } } },
    status: 400,
    answer: {
      error_msg:
        'invalid configuration: property "plugins" validation failed: expect object to have at most 1 properties',
    },
  },
  {
    name: "no auth plugin",
    call: "PUT /consumers/jack/credentials/b",
    body: { name: "b", plugins: { cors: {} } },
    status: 400,
    answer: { error_msg: "only supports auth type plugins in consumer credential" },
  },
  {
    name: "an unknown plugin",
    call: "PUT /consumers/jack/credentials/b",
    body: { name: "b", plugins: { nope: {} } },
    status: 400,
    answer: { error_msg: "unknown plugin nope" },
  },
  {
    name: "no credential id",
    call: "PUT /consumers/jack/credentials",
    body: keyAuth("x"),
    status: 400,
    answer: { error_msg: "missing credential id" },
  },
  {
    name: "a server's field",
    call: "PUT /consumers",
    body: { username: "jack", create_time: 1 },
    status: 400,
    answer: { error_msg: "the property is forbidden:  create_time" },
  },
  { name: "bad JSON", call: "PUT /consumers", rawBody: "{", status: 400, answer: {} },
  {
    name: "a delete takes credentials along",
    call: "DELETE /consumers/jack",
    status: 200,
    answer: { key: "/apisix/consumers/jack", deleted: "1" },
  },
  { name: "twice", call: "DELETE /consumers/jack", status: 404, answer: { message: "Key not found" } },
  { name: "the consumer comes back", call: "PUT /consumers", body: { username: "jack" }, status: 201, answer: {} },
  {
    name: "without its old credentials",
    call: "GET /consumers/jack/credentials",
    status: 404,
    answer: { message: "Key not found" },
  },
];
