// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
/**
 * The request; `GET /path` for one that needs no more.
 */
export type Request = string | PolicyTestRequest;
/**
 * The request is sent so often, and each time must meet what is expected.
 */
export type Repeat = number;

/**
 * Policy tests (*.test.yaml, .yml or .json), which `rollcall test` runs: requests, and what the gateway must do with each.
 */
export type PolicyTest = {
  /**
   * Where an editor finds the schema of this file; not used otherwise.
   */
  $schema?: string;
  given?: PolicyTestGiven;
  /**
   * The time at which every case begins; 2026-01-01T00:00:00Z by default.
   */
  clock?: string;
  /**
   * Each begins with empty counters.
   *
   * @minItems 1
   */
  cases: PolicyTestCase[];
};
/**
 * The configuration that is tested.
 */
export type PolicyTestGiven = {
  /**
   * Files, folders and globs, taken from the folder of this file. By default the inputs of the project, else the folder of this file.
   *
   * @minItems 1
   */
  files?: string[];
  /**
   * Values for `${VAR}` and `$env://VAR`; they win over the environment.
   */
  env?: {
    [k: string]: string;
  };
};
export type PolicyTestCase = {
  /**
   * What is claimed; no two cases of a file have the same.
   */
  name: string;
  /**
   * The time at which every case begins; 2026-01-01T00:00:00Z by default.
   */
  clock?: string;
  request?: Request;
  expect?: PolicyTestExpectation;
  repeat?: Repeat;
  /**
   * Several requests in order; where a step leaves `request` out, the case's is sent again.
   *
   * @minItems 1
   */
  steps?: PolicyTestStep[];
};
export type PolicyTestRequest = {
  /**
   * GET by default.
   */
  method?: string;
  /**
   * Path and query, as they would be on the request line.
   */
  path: string;
  /**
   * The Host header.
   */
  host?: string;
  /**
   * https by default.
   */
  scheme?: "http" | "https";
  /**
   * Headers by name; a list is sent as several.
   */
  headers?: {
    [k: string]: string | string[];
  };
  /**
   * The body, as UTF-8.
   */
  body?: string;
  /**
   * Address of the client; 192.0.2.1 by default.
   */
  from?: string;
  /**
   * Whose declared credential is presented, in the way the route asks for it: a username, or with `credential` one of several.
   */
  as?: string | PolicyTestCaller;
};
export type PolicyTestCaller = {
  /**
   * Its username.
   */
  consumer: string;
  /**
   * Name or id of the credential.
   */
  credential?: string;
};
/**
 * What must come of it; what is not named may be anything.
 */
export type PolicyTestExpectation = {
  /**
   * What the client gets. Behind every route stands an upstream that answers 200.
   */
  status?: number;
  /**
   * Whether the request goes upstream.
   */
  forwarded?: boolean;
  /**
   * Id or name of the route that matches; null for none.
   */
  route?: string | null;
  /**
   * Username of the consumer; null for nobody.
   */
  consumer?: string | null;
  /**
   * Id of the credential; null for none.
   */
  credential?: string | null;
  /**
   * The plugin that refuses; null if none does.
   */
  plugin?: string | null;
  /**
   * Why it is refused, as `explain` tells it: a part of that text.
   */
  reason?: string;
  headers?: Values;
  /**
   * Of a refusal: the text, or a map that it must be as JSON.
   */
  body?:
    | string
    | {
        [k: string]: unknown;
      };
  upstream?: PolicyTestUpstream;
};
/**
 * Headers by name; null for one that must be absent.
 */
export type Values = {
  [k: string]: string | number | null;
};
/**
 * What goes upstream.
 */
export type PolicyTestUpstream = {
  /**
   * Its method.
   */
  method?: string;
  /**
   * The Host header with which the route's upstream is asked.
   */
  host?: string;
  /**
   * Path and query.
   */
  path?: string;
  headers?: Values;
};
export type PolicyTestStep = {
  /**
   * How far the clock moves before the request.
   */
  advance?: string;
  request?: Request;
  expect: PolicyTestExpectation;
  repeat?: Repeat;
};
