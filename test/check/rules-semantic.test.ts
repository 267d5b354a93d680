/** The rules that look at secrets, keys, routes, limits, labels and targets: what each finds, where, and what it leaves alone. */
import { generateKeyPairSync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSources } from "../../src/check/check-sources.ts";
import { ruleIds } from "../../src/check/rule-ids.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { engineAbilities } from "../../src/engine/abilities.ts";
import { secretFieldsByPlugin } from "../../src/model/generated/fields.ts";
import { type FindingsOptions, findings } from "./findings.ts";

const strong = "Rk3vX9bQ2mT7pL5wZ8cN4dF6";
const credential = (plugin: string, user = "jack"): string =>
  `consumers: [{ username: ${user}, credentials: [{ name: main, plugins: { ${plugin} } }] }]\n`;
const key = `key-auth: { key: ${strong} }`;
const basic = (password: string, user = "desk"): string => `basic-auth: { username: ${user}, password: '${password}' }`;
const jwt = (fields: string): string => credential(`jwt-auth: { key: acme, ${fields} }`);
const route = (plugins: string, rest = ""): string => `routes: [{ id: r, uri: /a, plugins: { ${plugins} }${rest} }]\n`;
const plugin = (text: string): string => `consumers: [{ username: jack, plugins: { ${text} } }]\n`;
const oneLine = (pem: string | Buffer): string => JSON.stringify(pem.toString());
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ecPublic = oneLine(ec.publicKey.export({ type: "spki", format: "pem" }));
const ecPrivate = oneLine(ec.privateKey.export({ type: "pkcs8", format: "pem" }));
const rsaPublic = oneLine(rsa.publicKey.export({ type: "spki", format: "pem" }));

type Row = readonly [name: string, text: string, expected: readonly string[], options?: FindingsOptions];

/** Of each rule the findings of its own only, without the rule's name; each is switched on. */
describe.each<[rule: string, rows: readonly Row[]]>([
  [
    "consumer/unreachable",
    [
      ["no route declared", credential(key), []],
      [
        "another type",
        credential(key) + route("basic-auth: {}"),
        ['1:25 no route of the files can admit consumer "jack": it authenticates only by key-auth'],
      ],
      [
        "no credential",
        `consumers: [{ username: jack }]\n${route("key-auth: {}")}`,
        ['1:25 no route of the files can admit consumer "jack": it has no credential'],
      ],
      ["the same type", credential(key) + route("key-auth: {}"), []],
      [
        "inside multi-auth",
        credential(key) + route("multi-auth: { auth_plugins: [{ basic-auth: {} }, { key-auth: {} }] }"),
        [],
      ],
      ["by a global rule", `${credential(key)}${route("")}global_rules: [{ id: g, plugins: { key-auth: {} } }]`, []],
      [
        "by a service",
        `${credential(key)}${route("", ", service_id: s")}services: [{ id: s, plugins: { key-auth: {} } }]`,
        [],
      ],
      [
        "by a plugin config",
        `${credential(key)}${route("", ", plugin_config_id: 7")}plugin_configs: [{ id: '7', plugins: { key-auth: {} } }]`,
        [],
      ],
      ["a misspelt plugin", credential(key) + route("keyauth: {}"), []],
      ["a service that lives elsewhere", credential(key) + route("", ", service_id: s"), []],
      [
        "a route that is switched off",
        `${credential(key)}routes: [{ id: r, uri: /a, status: 0, plugins: { key-auth: {} } }, { id: q, uri: /b, plugins: { basic-auth: {} } }]`,
        ['1:25 no route of the files can admit consumer "jack": it authenticates only by key-auth'],
      ],
      [
        "a plugin that is switched off",
        credential(key) + route("key-auth: { _meta: { disable: true } }"),
        ['1:25 no route of the files can admit consumer "jack": it authenticates only by key-auth'],
      ],
      [
        "an anonymous consumer",
        `consumers: [{ username: jack }]\n${route("key-auth: { anonymous_consumer: jack }")}`,
        [],
      ],
      ["a plugin that rollcall does not follow", plugin("ldap-auth: { user_dn: x }") + route("ldap-auth: {}"), []],
    ],
  ],
  [
    "credential/unaccepted",
    [
      [
        "beside one that is accepted",
        `consumers: [{ username: jack, credentials: [{ name: a, plugins: { ${key} } }, { name: b, plugins: { ${basic(strong)} } }] }]\n${route("key-auth: {}")}`,
        ['1:138 no route of the files accepts basic-auth, the type of credential "b" of consumer "jack"'],
      ],
      ["the only one is another rule's", credential(key) + route("basic-auth: {}"), []],
    ],
  ],
  [
    "route/auth-missing",
    [
      [
        "acl",
        route("acl: { allow_labels: { a: [b] } }"),
        ['1:39 acl refuses every request of route "r", which asks for no credential'],
      ],
      [
        "acl by a global rule",
        `${route("")}global_rules: [{ id: g, plugins: { acl: { allow_labels: { a: [b] } } } }]`,
        ['2:36 acl refuses every request of route "r", which asks for no credential [1:10 the route]'],
      ],
      [
        "acl by a global rule, several routes",
        "global_rules: [{ id: g, plugins: { acl: { allow_labels: { a: [b] } } } }]\nroutes:\n- { id: q, uri: /q, plugins: { key-auth: {} } }\n- { id: r, uri: /r }\n- { id: s, uri: /s }\n",
        ['1:36 acl refuses every request of 2 routes that ask for no credential, such as "r" [4:3 the route]'],
      ],
      [
        "acl by a global rule with a filter",
        `${route("")}global_rules: [{ id: g, plugins: { acl: { allow_labels: { a: [b] }, _meta: { filter: [[uri, ==, /x]] } } } }]`,
        [],
      ],
      [
        "acl by a global rule that asks, too",
        `${route("")}global_rules: [{ id: g, plugins: { key-auth: {}, acl: { allow_labels: { a: [b] } } } }]`,
        [],
      ],
      ["acl by an external user", route("acl: { external_user_label_field: groups, allow_labels: { a: [b] } }"), []],
      ["with a credential", route("key-auth: {}, acl: { allow_labels: { a: [b] } }"), []],
      [
        "by a global rule",
        `${route("acl: { allow_labels: { a: [b] } }")}global_rules: [{ id: g, plugins: { jwt-auth: {} } }]`,
        [],
      ],
      ["by route", route("consumer-restriction: { type: route_id, whitelist: [r] }"), []],
      [
        "on the service",
        `${route("", ", service_id: s")}services: [{ id: s, plugins: { consumer-restriction: { whitelist: [jack] } } }]`,
        ['2:32 consumer-restriction refuses every request of route "r", which asks for no credential [1:10 the route]'],
      ],
      [
        "a plugin of the user's own may authenticate",
        route("sso: {}, acl: { allow_labels: { a: [b] } }"),
        [],
        { customPlugins: ["sso"] },
      ],
    ],
  ],
  [
    "consumer/shadowed-plugin",
    [
      [
        "of a route that the consumer may call",
        `consumers: [{ username: jack, plugins: { cors: {} }, credentials: [{ name: a, plugins: { ${key} } }] }]\n${route("key-auth: {}, cors: {}")}`,
        ['1:42 cors of consumer "jack" replaces the one of a route that it may call [2:53 not run for this consumer]'],
      ],
      [
        "of another route",
        `consumers: [{ username: jack, plugins: { cors: {} }, credentials: [{ name: a, plugins: { ${key} } }] }]\n${route("basic-auth: {}, cors: {}")}`,
        [],
      ],
    ],
  ],
  [
    "consumer-group/unused",
    [
      [
        "nobody is in it",
        "consumers: []\nconsumer_groups: [{ id: gold, plugins: {} }]",
        ['2:25 no consumer is in the group "gold"'],
      ],
      ["somebody is", "consumers: [{ username: a, group_id: 7 }]\nconsumer_groups: [{ id: '7', plugins: {} }]", []],
      [
        "a consumer names one that is not there",
        "consumers: [{ username: a, group_id: golf }]\nconsumer_groups: [{ id: gold, plugins: {} }]",
        [],
      ],
      ["consumers live elsewhere", "consumer_groups: [{ id: gold, plugins: {} }]", []],
    ],
  ],
  [
    "credential/literal-secret",
    [
      ["written", credential(key), ['1:87 "key" holds a secret in clear']],
      ["substituted", credential("key-auth: { key: '${KEY}' }"), [], { environment: { KEY: strong } }],
      ["substituted in part", credential("key-auth: { key: 'k-${KEY}' }"), [], { environment: { KEY: strong } }],
      ["escaped", credential("key-auth: { key: '\\${KEY}x8Qw2' }"), ['1:87 "key" holds a secret in clear']],
      ["references", credential("key-auth: { key: '$ENV://KEY' }"), []],
      ["placeholders", credential("key-auth: { key: '<your-key>' }"), []],
      ["example", credential("key-auth: { key: changeme }"), []],
      ["allowed", credential(key), [], { allowedSecrets: ["test-*", `${strong.slice(0, 5)}*`] }],
      ["allowed with a name of its own", credential("key-auth: { key: 'a.b' }"), [], { allowedSecrets: ["a.b"] }],
      [
        "allowed in part only",
        credential(key),
        ['1:87 "key" holds a secret in clear'],
        { allowedSecrets: [strong.slice(0, 5), `*${strong.slice(0, 5)}`, ".+", "[^x]"] },
      ],
      ["not the key of a jwt", jwt(`secret: '\${KEY}'`), [], { environment: { KEY: strong } }],
      [
        "in ADC's shape",
        `consumers: [{ username: jack, credentials: [{ name: a, type: basic-auth, config: ${basic(strong).slice(12)} }] }]`,
        ['1:110 "password" holds a secret in clear'],
      ],
      [
        "a header of another plugin",
        plugin(`proxy-rewrite: { headers: { set: { Authorization: 'Bearer ${strong}' } } }`),
        ['1:92 "Authorization" holds a secret in clear'],
      ],
      [
        "a token of a known form",
        `consumers: [{ username: jack, desc: 'ghp_${"aB3".repeat(12)}' }]`,
        ['1:37 "desc" holds a secret in clear'],
      ],
      [
        "ordinary texts",
        plugin("limit-count: { count: 1, time_window: 1, rejected_msg: too many requests from you }"),
        [],
      ],
    ],
  ],
  [
    "credential/weak-secret",
    [
      ["long and random", credential(key), []],
      ["hex", credential("key-auth: { key: 3f9a6c04d1b27e85a0c4 }"), []],
      [
        "short",
        credential("key-auth: { key: x8Qw2 }"),
        ['1:87 the key of credential "main" of consumer "jack" is shorter than 16 characters'],
      ],
      [
        "a short password",
        credential(basic("x8Qw2pL5wZ8cN4")),
        ['1:110 the password of credential "main" of consumer "jack" is shorter than 15 characters'],
      ],
      [
        "the username",
        credential(basic("Desk")),
        ['1:110 the password of credential "main" of consumer "jack" is a name that everybody can see'],
      ],
      [
        "the consumer",
        credential("key-auth: { key: jack-of-all-trades }", "jack-of-all-trades"),
        ['1:101 the key of credential "main" of consumer "jack-of-all-trades" is a name that everybody can see'],
      ],
      [
        "words",
        credential("key-auth: { key: my_s3cret-passw0rd-2026 }"),
        ['1:87 the key of credential "main" of consumer "jack" is made of words that are guessed first'],
      ],
      [
        "one word",
        credential("key-auth: { key: changeme }"),
        ['1:87 the key of credential "main" of consumer "jack" is made of words that are guessed first'],
      ],
      [
        "repeated",
        credential("key-auth: { key: x8Qwx8Qwx8Qwx8Qwx8Qw }"),
        ['1:87 the key of credential "main" of consumer "jack" follows a pattern'],
      ],
      [
        "in order",
        credential("key-auth: { key: ghijklmnopqrstuvw }"),
        ['1:87 the key of credential "main" of consumer "jack" follows a pattern'],
      ],
      [
        "few characters",
        credential("key-auth: { key: axmqaqmxxaqmmaxqamqx }"),
        ['1:87 the key of credential "main" of consumer "jack" has fewer than 5 different characters'],
      ],
      ["a reference", credential("key-auth: { key: '$env://X' }"), []],
      [
        "in the consumer itself",
        plugin("key-auth: { key: x8Qw2 }"),
        ['1:59 the key of the plugin of consumer "jack" is shorter than 16 characters'],
      ],
      ["another alphabet", credential(basic("пароль-из-пяти-разных-слов key")), []],
    ],
  ],
  [
    "credential/reused-secret",
    [
      [
        "two consumers",
        `consumers:\n- { username: a, credentials: [{ name: x, plugins: { ${basic(strong, "u")} } }] }\n- { username: b, credentials: [{ name: x, plugins: { hmac-auth: { key_id: k, secret_key: ${strong} } } }] }\n`,
        ['3:90 credential "x" of consumer "b" has the same secret as consumer "a" [2:91 the same secret]'],
      ],
      [
        "two environments of a consumer",
        `consumers: [{ username: a, credentials: [{ name: x, labels: { env: live }, plugins: { ${basic(strong, "u")} } }, { name: y, labels: { env: test }, plugins: { ${basic(strong, "v")} } }] }]`,
        [
          '1:240 credential "y" of consumer "a" has the same secret as that for environment "live" [1:124 the same secret]',
        ],
      ],
      [
        "one environment of a consumer",
        `consumers: [{ username: a, credentials: [{ name: x, labels: { env: live }, plugins: { ${basic(strong, "u")} } }, { name: y, labels: { env: live }, plugins: { ${basic(strong, "v")} } }] }]`,
        [],
      ],
      [
        "one consumer",
        `consumers: [{ username: a, credentials: [{ name: x, plugins: { ${basic(strong, "u")} } }, { name: y, plugins: { ${basic(strong, "v")} } }] }]`,
        [],
      ],
      [
        "two keys are another rule's",
        `consumers: [{ username: a, credentials: [{ name: x, plugins: { ${key} } }] }, { username: b, credentials: [{ name: x, plugins: { ${key} } }] }]`,
        [],
      ],
    ],
  ],
  [
    "credential/short-jwt-secret",
    [
      [
        "31 bytes, the default algorithm",
        jwt(`secret: ${"x".repeat(31)}`),
        ['1:101 the secret of credential "main" of consumer "jack" is shorter than the 32 bytes that HS256 needs'],
      ],
      ["32 bytes", jwt(`secret: ${"x".repeat(32)}`), []],
      ["32 bytes in 16 characters", jwt(`secret: ${"é".repeat(16)}`), []],
      [
        "47 bytes for HS384",
        jwt(`algorithm: HS384, secret: ${"x".repeat(47)}`),
        ['1:119 the secret of credential "main" of consumer "jack" is shorter than the 48 bytes that HS384 needs'],
      ],
      [
        "24 bytes in base64",
        jwt(`base64_secret: true, secret: ${"x".repeat(32)}`),
        ['1:122 the secret of credential "main" of consumer "jack" is shorter than the 32 bytes that HS256 needs'],
      ],
      ["what is not base64 is another rule's", jwt(`base64_secret: true, secret: "%"`), []],
      ["a reference", jwt("secret: $env://X"), []],
      ["another algorithm", jwt(`algorithm: ES256, secret: x, public_key: ${ecPublic}`), []],
    ],
  ],
  [
    "credential/base64-secret",
    [
      [
        "base64url",
        jwt("base64_secret: true, secret: a-b_"),
        ['1:122 the secret of credential "main" of consumer "jack" is not base64, though base64_secret is true'],
      ],
      [
        "a length that cannot be",
        jwt("base64_secret: true, secret: abcde"),
        ['1:122 the secret of credential "main" of consumer "jack" is not base64, though base64_secret is true'],
      ],
      ["without padding", jwt("base64_secret: true, secret: abcdef"), []],
      ["with padding", jwt("base64_secret: true, secret: abcdef=="), []],
      ["not asked for", jwt("secret: a-b_"), []],
    ],
  ],
  [
    "credential/public-key",
    [
      ["right", jwt(`algorithm: ES256, public_key: ${ecPublic}`), []],
      [
        "wrong curve",
        jwt(`algorithm: ES384, public_key: ${ecPublic}`),
        ['1:123 the public_key of credential "main" of consumer "jack" is EC P-256, but ES384 needs EC P-384'],
      ],
      [
        "wrong kind",
        jwt(`algorithm: EdDSA, public_key: ${rsaPublic}`),
        ['1:123 the public_key of credential "main" of consumer "jack" is RSA, but EdDSA needs Ed25519 or Ed448'],
      ],
      [
        "not PEM",
        jwt("algorithm: RS256, public_key: abc"),
        ['1:123 the public_key of credential "main" of consumer "jack" is not in PEM'],
      ],
      [
        "escaped",
        jwt(`algorithm: ES256, public_key: '${ecPublic.slice(1, -1)}'`),
        ['1:123 the public_key of credential "main" of consumer "jack" has \\n where its lines should end'],
      ],
      ["a reference", jwt("algorithm: ES256, public_key: $secret://vault/1/k"), []],
      ["not used by the algorithm", jwt(`secret: ${strong}, public_key: abc`), []],
      ["a private one is another rule's", jwt(`algorithm: ES256, public_key: ${ecPrivate}`), []],
    ],
  ],
  [
    "credential/private-key",
    [
      [
        "private",
        jwt(`algorithm: ES256, public_key: ${ecPrivate}`),
        ['1:123 the public_key of credential "main" of consumer "jack" holds a private key'],
      ],
      [
        "whatever the algorithm",
        jwt(`secret: ${strong}, public_key: ${ecPrivate}`),
        ['1:139 the public_key of credential "main" of consumer "jack" holds a private key'],
      ],
      ["public", jwt(`algorithm: ES256, public_key: ${ecPublic}`), []],
    ],
  ],
  [
    "credential/short-rsa-key",
    [
      [
        "1024 bits",
        jwt(`algorithm: PS256, public_key: ${rsaPublic}`),
        [
          '1:123 the public_key of credential "main" of consumer "jack" is an RSA key of 1024 bits; at least 2048 are needed',
        ],
      ],
      ["an EC key", jwt(`algorithm: ES256, public_key: ${ecPublic}`), []],
    ],
  ],
  [
    "plugin/limit-value",
    [
      [
        "a unit",
        plugin("limit-count: { count: 1, time_window: 60s }"),
        ['1:80 "time_window" is neither a whole number above 0 nor a variable'],
      ],
      [
        "zero as text",
        plugin("limit-count: { count: '0', time_window: 60 }"),
        ['1:64 "count" is neither a whole number above 0 nor a variable'],
      ],
      [
        "a number as text, a variable",
        plugin("limit-count: { count: '5', time_window: '${http_x_window}' }"),
        [],
        { environment: { http_x_window: "$x" } },
      ],
      [
        "in a rule",
        route("limit-count: { rules: [{ count: x, time_window: 1, key: $uri }] }"),
        ['1:71 "count" is neither a whole number above 0 nor a variable'],
      ],
      [
        "sync_interval over the window",
        plugin("limit-count: { count: 1, time_window: 5, policy: redis, redis_host: ab, sync_interval: 6 }"),
        [`1:129 "sync_interval" is not between 0.1 seconds and the window's length`],
      ],
      [
        "sync_interval over a window in text",
        plugin("limit-count: { count: 1, time_window: '5', policy: redis, redis_host: ab, sync_interval: 6 }"),
        [`1:131 "sync_interval" is not between 0.1 seconds and the window's length`],
      ],
      [
        "sync_interval over the window of a rule",
        plugin(
          "limit-count: { rules: [{ count: 1, time_window: 9, key: $uri }, { count: 1, time_window: 5, key: $host }], policy: redis, redis_host: ab, sync_interval: 6 }",
        ),
        [`1:195 "sync_interval" is not between 0.1 seconds and the window's length`],
      ],
      [
        "sync_interval, windows that the request tells",
        plugin("limit-count: { count: 1, time_window: $http_w, policy: redis, redis_host: ab, sync_interval: 6 }"),
        [],
      ],
      ["sync_interval, local", plugin("limit-count: { count: 1, time_window: 5, sync_interval: 6 }"), []],
    ],
  ],
  [
    "plugin/limit-rules",
    [
      [
        "the same key",
        plugin(
          "limit-count: { rules: [{ count: 1, time_window: 1, key: $uri }, { count: 2, time_window: 9, key: $uri }] }",
        ),
        ["1:139 another rule of this plugin has the same key (rule 1) [1:98 first here]"],
      ],
      [
        "no variable",
        plugin("limit-count: { rules: [{ count: 1, time_window: 1, key: all }] }"),
        ["1:98 the key of this rule has no variable, so the rule is never applied"],
      ],
    ],
  ],
  [
    "plugin/limit-key",
    [
      [
        "var with $",
        plugin("limit-count: { count: 1, time_window: 1, key: $uri }"),
        ["1:88 key_type var does not fit this key, so callers are counted by their address"],
      ],
      [
        "var_combination without",
        plugin("limit-req: { rate: 1, burst: 0, key_type: var_combination, key: uri }"),
        ["1:106 key_type var_combination does not fit this key, so callers are counted by their address"],
      ],
      ["right", plugin("limit-count: { count: 1, time_window: 1, key: $uri$host, key_type: var_combination }"), []],
      ["a constant", plugin("limit-count: { count: 1, time_window: 1, key: all, key_type: constant }"), []],
    ],
  ],
  [
    "plugin/long-delay",
    [
      [
        "limit-req",
        plugin("limit-req: { rate: 0.5, burst: 31, key: uri }"),
        ["1:73 with this burst limit-req holds a request back for up to 62 seconds"],
      ],
      ["limit-req at 60 seconds", plugin("limit-req: { rate: 0.5, burst: 30, key: uri }"), []],
      ["without delay", plugin("limit-req: { rate: 0.5, burst: 31, key: uri, nodelay: true }"), []],
      [
        "limit-conn",
        plugin("limit-conn: { conn: 1, burst: 100, default_conn_delay: 1, key: uri }"),
        ["1:72 with this burst limit-conn holds a request back for up to 100 seconds"],
      ],
    ],
  ],
  [
    "plugin/regex",
    [
      [
        "regex_uri",
        route("proxy-rewrite: { regex_uri: ['^/a(', '/b('] }"),
        ["1:68 this regular expression does not compile"],
      ],
      [
        "filters",
        route("response-rewrite: { filters: [{ regex: '[', replace: x }] }"),
        ["1:78 this regular expression does not compile"],
      ],
      [
        "vars",
        "routes: [{ id: r, uri: /a, vars: [[http_x, '~~', '(']] }]",
        ["1:50 this regular expression does not compile"],
      ],
      [
        "vars, nested",
        "routes: [{ id: r, uri: /a, vars: [OR, [http_x, '!', '~*', '*']] }]",
        ["1:59 this regular expression does not compile"],
      ],
      [
        "a filter of any plugin",
        route("cors: { _meta: { filter: [[uri, '~~', '+']] } }"),
        ["1:77 this regular expression does not compile"],
      ],
      ["right ones", route("proxy-rewrite: { regex_uri: ['^/a(.*)', '/b$1'] }"), []],
      ["other operators", "routes: [{ id: r, uri: /a, vars: [[http_x, '==', '(']] }]", []],
    ],
  ],
  [
    "label/misspelt",
    [
      [
        "a letter more",
        labels("team", "team", "team", "teams"),
        ['5:29 the label "teams" stands here only; "team" stands 3 times Did you mean "team"?'],
      ],
      [
        "swapped",
        labels("team", "team", "team", "taem"),
        ['5:29 the label "taem" stands here only; "team" stands 3 times Did you mean "team"?'],
      ],
      ["twice", labels("team", "team", "team", "tean", "tean"), []],
      ["two edits", labels("team", "team", "team", "tenn"), []],
      ["not often enough", labels("team", "team", "teams"), []],
      [
        "a common name that stands nowhere",
        labels("enviroment", "onwer", "tema", "tema", "custm_id"),
        [
          '2:29 the label "enviroment" looks like the common "environment" Did you mean "environment"?',
          '3:29 the label "onwer" looks like the common "owner" Did you mean "owner"?',
          '4:29 the label "tema" looks like the common "team" Did you mean "team"?',
          '6:29 the label "custm_id" looks like the common "custom_id" Did you mean "custom_id"?',
        ],
      ],
      ["the files' own word", labels("tema", "tema", "tema"), []],
      ["plurals and other words", labels("teams", "term", "owners", "organisation", "regio", "customid", "tam"), []],
      ["numbers", labels("zone-1", "zone-1", "zone-1", "zone-2"), []],
    ],
  ],
  [
    "credential/weak-secret",
    [
      ["a variable that is not set", 'consumers: [{ username: a, plugins: { key-auth: { key: "${NOT_SET}" } } }]', []],
      [
        "one that is written out",
        'consumers: [{ username: a, plugins: { key-auth: { key: "${not set}" } } }]',
        ['1:56 the key of the plugin of consumer "a" is shorter than 16 characters'],
      ],
    ],
  ],
  [
    "credential/base64-secret",
    [
      [
        "a variable that is not set",
        'consumers: [{ username: a, plugins: { jwt-auth: { key: k, secret: "${NOT_SET}", base64_secret: true } } }]',
        [],
      ],
    ],
  ],
  [
    "credential/public-key",
    [
      [
        "a variable that is not set",
        'consumers: [{ username: a, plugins: { jwt-auth: { key: k, algorithm: RS256, public_key: "${NOT_SET}" } } }]',
        [],
      ],
    ],
  ],
  [
    "target/refused",
    [
      [
        "257 characters",
        `consumers: [{ username: ${"a".repeat(257)} }]`,
        ["1:25 Apache APISIX (target apisix) takes usernames of at most 256 characters"],
        { targets: ["apisix"] },
      ],
      ["256 characters", `consumers: [{ username: ${"a".repeat(256)} }]`, [], { targets: ["standalone"] }],
      ["for API7", `consumers: [{ username: ${"a".repeat(512)} }]`, [], { targets: ["api7"] }],
      [
        "groups",
        "consumers: [{ username: a, group_id: g }]",
        ["1:28 API7 Enterprise (target api7) has no consumer groups"],
        { targets: ["api7"] },
      ],
      [
        "a group of nobody",
        "consumer_groups: [{ id: g, plugins: {} }]",
        ["1:19 API7 Enterprise (target api7) has no consumer groups"],
        { targets: ["api7"] },
      ],
      ["no target", `consumers: [{ username: ${"a".repeat(257)}, group_id: g }]`, []],
      [
        "parts of a timeout",
        "routes: [{ id: r, uri: /a, timeout: { read: 1 }, upstream: { nodes: { a: 1 }, timeout: { connect: 1, read: 1 } } }]",
        [
          "1:28 Apache APISIX (target apisix) takes a timeout only with connect, send and read; this lacks connect and send",
          "1:79 Apache APISIX (target apisix) takes a timeout only with connect, send and read; this lacks send",
        ],
        { targets: ["apisix"] },
      ],
      [
        "parts of a timeout for API7",
        "upstreams: [{ id: u, nodes: { a: 1 }, timeout: {} }]\nservices: [{ id: s, upstream: { nodes: { a: 1 }, timeout: { connect: 1, send: 1 } } }]",
        [
          "1:39 API7 Enterprise (target api7) takes a timeout only with connect, send and read; this lacks connect and send and read",
          "2:50 API7 Enterprise (target api7) takes a timeout only with connect, send and read; this lacks read",
        ],
        { targets: ["api7"] },
      ],
      [
        "all of a timeout, and parts of one for others",
        "routes: [{ id: r, uri: /a, timeout: { connect: 1, send: 1, read: 1 } }, { id: s, uri: /b, timeout: [] }]",
        [],
        { targets: ["apisix"] },
      ],
    ],
  ],
  [
    "upstream/no-nodes",
    [
      [
        "of its own",
        "upstreams: [{ id: a, type: roundrobin }]",
        ["1:13 this upstream has no nodes: every request to it would fail"],
      ],
      [
        "in a route",
        "routes: [{ id: r, uri: /a, upstream: {} }]",
        ["1:28 this upstream has no nodes: every request to it would fail"],
      ],
      [
        "in a service",
        "services: [{ id: s, upstream: { service_name: a } }]",
        ["1:21 this upstream has no nodes: every request to it would fail"],
      ],
      ["found elsewhere", "upstreams: [{ id: a, service_name: a, discovery_type: dns }, { id: b, nodes: [] }]", []],
    ],
  ],
  [
    "upstream/ambiguous",
    [
      [
        "in a route and in a service",
        "routes: [{ id: r, uri: /a, upstream: { nodes: {} }, upstream_id: u }]\nservices: [{ id: s, upstream_id: u, upstream: { nodes: {} } }]",
        [
          "1:53 this has an upstream of its own as well: Apache APISIX takes the one named here, the embedded proxy its own [1:28 its own]",
          "2:21 this has an upstream of its own as well: Apache APISIX takes the one named here, the embedded proxy its own [2:37 its own]",
        ],
      ],
      ["one of them", "routes: [{ id: r, uri: /a, upstream_id: u }, { id: s, uri: /b, upstream: { nodes: {} } }]", []],
    ],
  ],
  [
    "target/not-executed",
    [
      [
        "a plugin",
        route("opa: {}, cors: {}"),
        ["1:39 the embedded proxy (target rollcall) does not execute the plugin opa"],
        proxy("cors"),
      ],
      ["switched off", route("opa: { _meta: { disable: true } }"), [], proxy("cors")],
      ["a credential in the consumer", plugin(key), [], proxy("cors")],
      [
        "a shared limit",
        plugin("limit-count: { count: 1, time_window: 1, policy: redis, redis_host: ab }"),
        [],
        proxy("limit-count"),
      ],
      [
        "patterns that take backtracking",
        route("ua-restriction: { allowlist: [a, 'b(?=c)'] }, cors: { _meta: { filter: [[uri, '~~', 'a++']] } }"),
        [
          "1:72 the embedded proxy (target rollcall) does not execute a lookahead (character 2)",
          "1:123 the embedded proxy (target rollcall) does not execute a possessive quantifier (character 2)",
        ],
        proxy("cors", "ua-restriction"),
      ],
      [
        "patterns in vars",
        "routes: [{ id: r, uri: /a, vars: [[http_x, '~~', '(a)\\1'], [http_x, '~~', '(?i)a\\b']] }]",
        ["1:50 the embedded proxy (target rollcall) does not execute a backreference (character 4)"],
        proxy(),
      ],
      [
        "a field",
        route("", ", script: x"),
        ['1:43 the embedded proxy (target rollcall) does not execute the field "script"'],
        proxy(),
      ],
      [
        "a scheme",
        "upstreams: [{ id: u, nodes: {}, scheme: kafka }]",
        ['1:41 the embedded proxy (target rollcall) does not speak "kafka"'],
        proxy(),
      ],
      [
        "a field and the scheme of an upstream in a route",
        "routes: [{ id: r, uri: /a, upstream: { scheme: kafka, nodes: {}, service_name: x } }]",
        [
          '1:48 the embedded proxy (target rollcall) does not speak "kafka"',
          '1:66 the embedded proxy (target rollcall) does not execute the field "service_name"',
        ],
        proxy(),
      ],
      [
        "a plugin that multi-auth tries",
        route("multi-auth: { auth_plugins: [{ key-auth: {} }, { openid-connect: {} }] }"),
        ["1:88 the embedded proxy (target rollcall) does not execute the plugin openid-connect"],
        proxy("multi-auth", "key-auth", "openid-connect"),
      ],
      [
        "multi-auth of a consumer",
        plugin("multi-auth: { auth_plugins: [{ key-auth: {} }, { jwt-auth: {} }] }"),
        ["1:42 the embedded proxy (target rollcall) does not execute the plugin multi-auth"],
        proxy("multi-auth", "key-auth", "jwt-auth"),
      ],
      [
        "a field of a plugin",
        route("key-auth: {}, acl: { external_user_label_field: groups, allow_labels: { a: [b] } }"),
        ["1:60 the embedded proxy (target rollcall) does not execute the field external_user_label_field of acl"],
        proxy("key-auth", "acl"),
      ],
      [
        "references to secrets",
        route("cors: { allow_origins: $env://O }, limit-count: { redis_password: $env://P, key: $env://K }"),
        [
          "1:62 the embedded proxy (target rollcall) does not resolve a reference to a secret here",
          "1:120 the embedded proxy (target rollcall) does not resolve a reference to a secret here",
        ],
        proxy("cors", "limit-count"),
      ],
      ["a route that is switched off", route("opa: {}", ", script: x, status: 0"), [], proxy()],
      ["no target", route("opa: {}"), [], { executablePlugins: new Set() }],
      [
        "a configuration that the engine cannot execute",
        route('mocking: { response_status: 101, response_example: x }, request-id: { header_name: "a b" }'),
        [
          "1:39 the embedded proxy (target rollcall) cannot execute mocking as it is configured: a response_status that ends no request",
          "1:95 the embedded proxy (target rollcall) cannot execute request-id as it is configured: a header_name that is none",
        ],
        embedded(),
      ],
      [
        "a route that the engine cannot match",
        route("key-auth: {}", ", vars: [[arg_x, nope, y]]"),
        ["1:10 the embedded proxy (target rollcall) cannot match this route: its vars are not understood"],
        embedded(),
      ],
      [
        "conditions of what multi-auth tries",
        route("multi-auth: { auth_plugins: [{ key-auth: { _meta: { filter: [] } } }, { basic-auth: {} }] }"),
        ["1:82 the embedded proxy (target rollcall) does not execute the field _meta of key-auth in multi-auth"],
        embedded(),
      ],
      [
        "what is wrong by the schemas",
        route("mocking: 5, request-id: { header_name: 5 }", ", uris: 5"),
        [],
        embedded(),
      ],
    ],
  ],
])("%s", (rule, rows) => {
  for (const [name, text, expected, options = {}] of rows) {
    test(name, () => {
      const found = findings(text, { severities: { [rule]: "error" }, ...options });
      const own = found.filter((finding) => finding.startsWith(`${rule} `));
      expect(own.map((finding) => finding.slice(rule.length + 1))).toEqual(expected);
    });
  }
});

function labels(...keys: readonly string[]): string {
  return keys
    .map((label, index) => `${index === 0 ? "consumers:\n" : ""}- { username: u${index}, labels: { ${label}: x } }\n`)
    .join("");
}

function embedded(): FindingsOptions {
  return { targets: ["rollcall"], executablePlugins: engineAbilities.plugins, engineFaults: engineAbilities };
}

function proxy(...executable: readonly string[]): FindingsOptions {
  return { targets: ["rollcall"], executablePlugins: new Set(executable) };
}

describe("severities", () => {
  test.each<
    [name: string, text: string, severities: NonNullable<FindingsOptions["severities"]>, expected: readonly string[]]
  >([
    ["a rule off", plugin(key), { "consumer/inline-auth": "off" }, []],
    [
      "a rule raised",
      plugin(key),
      { "consumer/inline-auth": "error" },
      ['consumer/inline-auth 1:42 "key-auth" stands in the consumer itself'],
    ],
    [
      "a schema rule lowered",
      "consumers: [{ username: a b }]",
      { "schema/pattern": "info" },
      ["info schema/pattern 1:25 \"username\" may hold only letters, digits, '-' and '_' (found \"a b\")"],
    ],
    [
      "a source rule stays",
      "consumers: [{ username: a, username: b }]",
      { "source/duplicate-key": "off" },
      ['source/duplicate-key 1:28 the key "username" stands twice in this map [1:15 first here]'],
    ],
    [
      "a unique name stays",
      "consumers: [{ username: a }, { username: a }]",
      { "consumer/unique-username": "info" },
      ['consumer/unique-username 1:42 the username "a" is taken by another consumer [1:25 first declared here]'],
    ],
    ["a document warning", "ssls: []", { "document/unmanaged-section": "off" }, []],
    [
      "a name of Object.prototype",
      plugin(key),
      {},
      ['warning consumer/inline-auth 1:42 "key-auth" stands in the consumer itself'],
    ],
    [
      "what would be left out is not",
      "consumers: [{ desc: x }]",
      { "schema/required": "off" },
      ["resource/identity 1:13 this has no usable name or id, by which the gateway would know it"],
    ],
    [
      "credentials that would be left out",
      "consumers: [{ username: a, credentials: {} }]",
      { "schema/type": "off" },
      ["resource/identity 1:41 this has no usable name or id, by which the gateway would know it"],
    ],
  ])("%s", (_, text, severities, expected) => {
    expect(findings(text, { severities })).toEqual(expected);
  });
});

const everything: FindingsOptions = {
  severities: Object.fromEntries(ruleIds.map((id) => [id, "error" as const])),
  targets: ["apisix", "api7", "standalone", "rollcall"],
  executablePlugins: new Set(["key-auth"]),
};

test("the fixture is clean", () => {
  const root = path.resolve(import.meta.dirname, "../../fixtures");
  const { env } = JSON.parse(readFileSync(`${root}/demo/secrets.json`, "utf8")) as { env: Record<string, string> };
  // Policy tests are no configuration.
  const files = readdirSync(`${root}/harbourline`).filter((file) => !file.endsWith(".test.yaml"));
  const sources = files.map((file) => ({ file, text: readFileSync(`${root}/harbourline/${file}`, "utf8") }));
  expect(checkSources(sources, { environment: env, sha1Hex }).diagnostics).toEqual([]);
});

const canary = "Zq7Canary9";

test("with every rule on, no finding quotes a secret", () => {
  for (const [name, fields] of Object.entries(secretFieldsByPlugin)) {
    for (const field of [...fields, "public_key"]) {
      for (const secret of [canary, canary.repeat(100), `-----BEGIN PRIVATE KEY-----${canary}`]) {
        const plugins = JSON.stringify({ [name]: { key: "k", [field]: secret, algorithm: "RS256" } });
        const text = ["a", "b"].map(
          (user) => `- { username: ${user}, plugins: ${plugins}, credentials: [{ name: c, plugins: ${plugins} }] }`,
        );
        const { diagnostics } = checkSources([{ file: "a.yaml", text: `consumers:\n${text.join("\n")}` }], {
          environment: {},
          sha1Hex,
          ...everything,
        });
        expect(diagnostics.length).toBeGreaterThan(0);
        for (const { message, help } of diagnostics) expect(`${message} ${help}`).not.toContain("Canary");
      }
    }
  }
});

const names = fc.constantFrom(
  "consumers",
  "routes",
  "services",
  "global_rules",
  "plugin_configs",
  "plugins",
  "labels",
  "credentials",
  "username",
  "name",
  "id",
  "group_id",
  "service_id",
  "plugin_config_id",
  "status",
  "vars",
  "key-auth",
  "jwt-auth",
  "basic-auth",
  "multi-auth",
  "auth_plugins",
  "limit-count",
  "limit-req",
  "limit-conn",
  "rules",
  "count",
  "time_window",
  "key",
  "key_type",
  "rate",
  "burst",
  "acl",
  "consumer-restriction",
  "whitelist",
  "type",
  "proxy-rewrite",
  "regex_uri",
  "response-rewrite",
  "filters",
  "_meta",
  "filter",
  "secret",
  "password",
  "public_key",
  "algorithm",
  "base64_secret",
  "toString",
  "constructor",
  "__proto__",
  "policy",
  "sync_interval",
  "scheme",
  "upstream",
);
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { depthSize: "medium" },
    names,
    fc.constantFrom<unknown>("HS256", "$env://x", "~~", "(", 0, -1, 5, 1.5, true, null),
    fc.array(tie("anything"), { maxLength: 3 }),
    fc
      .array(fc.tuple(names, tie("anything")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));

test("with every rule on, nothing that stands in a file makes a rule throw", () => {
  const sections = ["consumers", "routes", "services", "plugin_configs", "consumer_groups", "upstreams"] as const;
  const resource = fc.tuple(fc.constantFrom("a", "b", 7), fc.array(fc.tuple(names, anything), { maxLength: 5 }));
  const document = fc.array(fc.tuple(fc.constantFrom(...sections), fc.array(resource, { maxLength: 3 })), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(document, (parts) => {
      const value = Object.fromEntries(
        parts.map(([section, resources]) => [
          section,
          resources.map(([id, fields]) => ({
            [section === "consumers" ? "username" : "id"]: String(id),
            ...Object.fromEntries(fields),
          })),
        ]),
      );
      const text = JSON.stringify(value);
      const { diagnostics } = checkSources([{ file: "a.json", text }], { environment: {}, sha1Hex, ...everything });
      for (const { span } of diagnostics) expect(span?.start.line).toBe(1);
    }),
    { numRuns: 2000 },
  );
});
