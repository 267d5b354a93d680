/** What sections 4.1 and 4.2 of the gateway reference say of API7 and of standalone APISIX, as calls in their order. */
import type { ConformanceCase } from "./conformance.ts";

export interface ModeCase extends ConformanceCase {
  readonly headers?: Readonly<Record<string, string>>;
  /** Header fields of the answer. */
  readonly answerHeaders?: Readonly<Record<string, string>>;
}

const keyAuth = (key: string): unknown => ({ name: "k", plugins: { "key-auth": { key } } });
const group = "gateway_group_id=g1";

/** Of a double with the groups g1 (one) and g2 (two). Paths begin at the root of the server. */
export const api7Cases: readonly ModeCase[] = [
  {
    name: "no key",
    key: null,
    call: "GET /api/gateway_groups",
    status: 401,
    answer: { error_msg: "failed to check token" },
  },
  {
    name: "the groups",
    call: "GET /api/gateway_groups",
    status: 200,
    answer: {
      list: [
        { id: "g1", name: "one" },
        { id: "g2", name: "two" },
      ],
      total: 2,
    },
  },
  { name: "no group", call: "GET /apisix/admin/consumers", status: 400, answer: {} },
  { name: "another group", call: "GET /apisix/admin/consumers?gateway_group_id=g3", status: 404, answer: {} },
  {
    name: "an empty list",
    call: `GET /apisix/admin/consumers?${group}`,
    status: 200,
    answer: { list: [], total: 0 },
  },
  {
    name: "a consumer",
    call: `PUT /apisix/admin/consumers?${group}`,
    body: { username: "jack", labels: { team: "a" } },
    status: 201,
    answer: {},
  },
  {
    name: "is the same in the other group, and stands in the list without an envelope",
    call: "GET /apisix/admin/consumers?page=1&page_size=10&gateway_group_id=g2",
    status: 200,
    answer: { total: 1, list: [expectConsumer("jack")] },
  },
  {
    name: "a label filter that fits",
    call: `GET /apisix/admin/consumers?labels[team]=a&${group}`,
    status: 200,
    answer: { total: 1 },
  },
  {
    name: "a label filter that does not",
    call: `GET /apisix/admin/consumers?labels[team]=b&${group}`,
    status: 200,
    answer: { total: 0, list: [] },
  },
  {
    name: "a page too large",
    call: `GET /apisix/admin/consumers?page=1&page_size=501&${group}`,
    status: 400,
    answer: {},
  },
  {
    name: "a credential",
    call: `PUT /apisix/admin/consumers/jack/credentials/a?${group}`,
    body: keyAuth("k1"),
    status: 201,
    answer: {},
  },
  {
    name: "is listed, decrypted",
    call: "GET /apisix/admin/consumers/jack/credentials?gateway_group_id=g2",
    status: 200,
    answer: { total: 1, list: [expectCredential("a", "k1")] },
  },
  {
    name: "a key twice",
    call: `PUT /apisix/admin/consumers/jack/credentials/b?${group}`,
    body: keyAuth("k1"),
    status: 400,
    answer: { error_msg: "duplicate key of plugin key-auth found with credential: a of consumer: jack" },
  },
  {
    name: "a route of one group",
    call: `PUT /apisix/admin/routes/r?${group}`,
    body: { uri: "/a" },
    status: 201,
    answer: {},
  },
  {
    name: "is none of the other",
    call: "GET /apisix/admin/routes?gateway_group_id=g2",
    status: 200,
    answer: { total: 0 },
  },
  { name: "a consumer goes", call: `DELETE /apisix/admin/consumers/jack?${group}`, status: 200, answer: {} },
  {
    name: "once",
    call: `DELETE /apisix/admin/consumers/jack?${group}`,
    status: 404,
    answer: { message: "Key not found" },
  },
];

const consumers = [{ username: "jack" }, { id: "jack/credentials/a", ...(keyAuth("k1") as object) }];

export const standaloneCases: readonly ModeCase[] = [
  {
    name: "no key",
    key: null,
    call: "GET /apisix/admin/configs",
    status: 401,
    answer: { error_msg: "failed to check token" },
  },
  { name: "nothing yet", call: "GET /apisix/admin/configs", status: 200, answer: { consumers_conf_version: 0 } },
  {
    name: "no resources of their own",
    call: "GET /apisix/admin/consumers",
    status: 404,
    answer: { error_msg: "404 Route Not Found" },
  },
  {
    name: "no digest",
    call: "PUT /apisix/admin/configs",
    body: { consumers },
    status: 400,
    answer: { error_msg: "missing digest header" },
  },
  {
    name: "taken",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d1" },
    body: { consumers, consumers_conf_version: 5 },
    status: 202,
    answer: {},
  },
  { name: "told of", call: "HEAD /apisix/admin/configs", status: 200, answer: {}, answerHeaders: { "x-digest": "d1" } },
  {
    name: "held, secrets readable",
    call: "GET /apisix/admin/configs",
    status: 200,
    answer: { consumers, consumers_conf_version: 5 },
    answerHeaders: { "x-digest": "d1" },
  },
  {
    name: "the same digest",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d1" },
    body: { consumers: [] },
    status: 204,
    answer: {},
  },
  {
    name: "a lower version",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d2" },
    body: { consumers, consumers_conf_version: 4 },
    status: 400,
    answer: { error_msg: "consumers_conf_version must be greater than or equal to (5)" },
  },
  {
    name: "the same version, which changes nothing",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d3" },
    body: { consumers: [], consumers_conf_version: 5 },
    status: 202,
    answer: {},
  },
  { name: "all is there", call: "GET /apisix/admin/configs", status: 200, answer: { consumers } },
  {
    name: "a fault",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d4" },
    body: { consumers: [{ username: "a b" }], consumers_conf_version: 6 },
    status: 400,
    answer: {
      error_msg:
        'invalid consumers at index 0, err: invalid configuration: property "username" validation failed: failed to match pattern',
    },
  },
  {
    name: "a username twice",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d5" },
    body: { consumers: [{ username: "a" }, { username: "a" }], consumers_conf_version: 6 },
    status: 400,
    answer: { error_msg: "found duplicate username a in consumers" },
  },
  {
    name: "YAML",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d6", "content-type": "application/yaml" },
    rawBody: "consumers:\n  - username: jill\nconsumers_conf_version: 6\n",
    status: 202,
    answer: {},
  },
  {
    name: "and held",
    call: "GET /apisix/admin/configs",
    status: 200,
    answer: { consumers: [{ username: "jill" }] },
    answerHeaders: { "x-digest": "d6" },
  },
  {
    name: "no version, which is a higher one",
    call: "PUT /apisix/admin/configs",
    headers: { "x-digest": "d7" },
    body: {},
    status: 202,
    answer: {},
  },
  {
    name: "so that all is gone",
    call: "GET /apisix/admin/configs",
    status: 200,
    answer: { consumers_conf_version: 7 },
  },
];

function expectConsumer(username: string): unknown {
  return { username, labels: { team: "a" }, create_time: 1_764_000_011, update_time: 1_764_000_011 };
}

function expectCredential(id: string, key: string): unknown {
  return { id, ...(keyAuth(key) as object), create_time: 1_764_000_012, update_time: 1_764_000_012 };
}
