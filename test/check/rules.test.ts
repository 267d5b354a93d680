/** Each semantic rule: what it finds, where, and what it leaves alone. */
import { describe, expect, test } from "vitest";
import { findings } from "./findings.ts";

const jack = (rest: string): string => `consumers:\n- username: jack\n${rest}`;
const credentials = (...each: readonly string[]): string =>
  `  credentials:\n${each.map((text) => `  - ${text}\n`).join("")}`;
const route = (rest: string): string => `routes:\n- { id: r, uri: /a, ${rest} }\n`;

type Row = readonly [name: string, texts: string | readonly string[], expected: readonly string[]];

describe.each<[rule: string, rows: readonly Row[]]>([
  [
    "consumer/unique-username",
    [
      [
        "twice in a file",
        "consumers:\n- username: a\n- username: b\n- username: a\n",
        ['consumer/unique-username 4:13 the username "a" is taken by another consumer [2:13 first declared here]'],
      ],
      [
        "a document in flow style before one in block style",
        "{ consumers: [{ username: a }] }\n---\nconsumers:\n- username: a",
        ['consumer/unique-username 4:13 the username "a" is taken by another consumer [1:27 first declared here]'],
      ],
      [
        "a list in flow style before one in block style",
        "consumers: [{ username: a }]\n---\nconsumers:\n- username: a",
        ['consumer/unique-username 4:13 the username "a" is taken by another consumer [1:25 first declared here]'],
      ],
      [
        "in two files",
        ["consumers: [{ username: a }]", "consumers: [{ username: a }]"],
        [
          'consumer/unique-username 2.yaml:1:25 the username "a" is taken by another consumer [1:25 first declared here]',
        ],
      ],
      ["other case", "consumers: [{ username: a }, { username: A }]", []],
      [
        "empty ones are the schema's",
        "consumers: [{ username: '' }, { username: '' }]",
        ['schema/length 1:25 "username" must not be empty', 'schema/length 1:43 "username" must not be empty'],
      ],
    ],
  ],
  [
    "credential/unique-name",
    [
      [
        "the same name",
        jack(
          credentials(
            "{ name: a, plugins: { key-auth: { key: k1 } } }",
            "{ name: a, plugins: { key-auth: { key: k2 } } }",
          ),
        ),
        [
          'credential/unique-name 5:13 consumer "jack" has another credential with the name "a" [4:13 first declared here]',
        ],
      ],
      [
        "the same id",
        jack(
          credentials(
            "{ name: a, id: x, plugins: { key-auth: { key: k1 } } }",
            "{ name: b, id: x, plugins: { key-auth: { key: k2 } } }",
          ),
        ),
        [
          'credential/unique-name 5:20 consumer "jack" has another credential with the id "x" [4:20 first declared here]',
        ],
      ],
      [
        "in another consumer",
        "consumers:\n- { username: a, credentials: [{ name: x, plugins: { key-auth: { key: k1 } } }] }\n- { username: b, credentials: [{ name: x, plugins: { key-auth: { key: k2 } } }] }\n",
        [],
      ],
    ],
  ],
  [
    "credential/one-plugin",
    [
      [
        "none",
        jack(credentials("{ name: a, plugins: {} }")),
        ['credential/one-plugin 4:25 credential "a" has no plugin; exactly one is needed'],
      ],
      [
        "two",
        jack(credentials("{ name: a, plugins: { key-auth: { key: k }, basic-auth: { username: u, password: p } } }")),
        ['credential/one-plugin 4:49 credential "a" has 2 plugins; exactly one is needed'],
      ],
      [
        "a list is the schema's",
        jack(credentials("{ name: a, plugins: [] }")),
        ['schema/type 4:25 "plugins" must be a map, not a list'],
      ],
    ],
  ],
  [
    "credential/auth-plugin",
    [
      [
        "misspelt",
        jack(credentials("{ name: a, plugins: { key-aut: {} } }")),
        ['credential/auth-plugin 4:27 "key-aut" is not an authentication plugin Did you mean "key-auth"?'],
      ],
      [
        "another plugin",
        jack(credentials("{ name: a, plugins: { limit-count: { count: 1, time_window: 1 } } }")),
        ['credential/auth-plugin 4:27 "limit-count" is not an authentication plugin'],
      ],
      [
        "a name of Object.prototype",
        jack(credentials("{ name: a, plugins: { constructor: {} } }")),
        ['credential/auth-plugin 4:27 "constructor" is not an authentication plugin'],
      ],
    ],
  ],
  [
    "credential/unique-key",
    [
      [
        "in one consumer",
        jack(
          credentials(
            "{ name: a, plugins: { key-auth: { key: s3cret } } }",
            "{ name: b, plugins: { key-auth: { key: s3cret } } }",
          ),
        ),
        [
          'credential/unique-key 5:44 credential "b" of consumer "jack" has the same key-auth key as credential "a" of consumer "jack" [4:44 the other key]',
        ],
      ],
      [
        "an implicit one",
        [
          "consumers: [{ username: b, plugins: { key-auth: { key: s3cret } } }]",
          jack(credentials("{ name: a, plugins: { key-auth: { key: s3cret } } }")),
        ],
        [
          'warning consumer/inline-auth 1:39 "key-auth" stands in the consumer itself',
          'credential/unique-key 2.yaml:4:44 credential "a" of consumer "jack" has the same key-auth key as the plugin of consumer "b" [1:56 the other key]',
        ],
      ],
      [
        "of another plugin",
        jack(
          credentials(
            "{ name: a, plugins: { key-auth: { key: k } } }",
            "{ name: b, plugins: { jwt-auth: { key: k, secret: s } } }",
          ),
        ),
        [],
      ],
      [
        "password and secret may be the same",
        jack(
          credentials(
            "{ name: a, plugins: { basic-auth: { username: u, password: p } } }",
            "{ name: b, plugins: { basic-auth: { username: v, password: p } } }",
          ),
        ),
        [],
      ],
    ],
  ],
  [
    "resource/unique-id",
    [
      [
        "ids",
        "upstreams: [{ id: a, nodes: {} }, { id: a, nodes: {} }]",
        ['resource/unique-id 1:41 upstreams has another resource with the id "a" [1:19 first declared here]'],
      ],
      [
        "a number and a text",
        "upstreams: [{ id: 1, nodes: {} }, { id: '1', nodes: {} }]",
        ['resource/unique-id 1:41 upstreams has another resource with the id "1" [1:19 first declared here]'],
      ],
      [
        "an id and a name",
        "upstreams: [{ id: a, nodes: {} }, { name: a, nodes: {} }]",
        ['resource/unique-id 1:43 upstreams has another resource with the id "a" [1:19 first declared here]'],
      ],
      ["of another kind", "upstreams: [{ id: a, nodes: {} }]\nplugin_configs: [{ id: a, plugins: {} }]", []],
    ],
  ],
  [
    "resource/identity",
    [
      ["none", "upstreams: [{ nodes: {} }]", ["resource/identity 1:13 this upstream has neither an id nor a name"]],
      [
        "a wrong one is the schema's",
        "upstreams: [{ id: '', nodes: {} }]",
        ['schema/length 1:19 "id" must not be empty'],
      ],
    ],
  ],
  [
    "plugin/unknown",
    [
      [
        "misspelt",
        jack("  plugins: { limit-cuont: {} }\n"),
        ['plugin/unknown 3:14 unknown plugin "limit-cuont" Did you mean "limit-count"?'],
      ],
      ["one that rollcall has no schema for", jack("  plugins: { openid-connect: {} }\n"), []],
      [
        "a name of Object.prototype",
        jack("  plugins: { __proto__: {}, constructor: {} }\n"),
        ['plugin/unknown 3:14 unknown plugin "__proto__"', 'plugin/unknown 3:29 unknown plugin "constructor"'],
      ],
    ],
  ],
  [
    "resource/unknown-field",
    [
      [
        "one letter off",
        route("upstrem: {}"),
        ['warning resource/unknown-field 2:21 unknown field "upstrem" Did you mean "upstream"?'],
      ],
      ["a field of some gateway", route("script: x"), []],
    ],
  ],
  [
    "reference/exists",
    [
      [
        "group",
        `${jack("  group_id: gld\n")}consumer_groups: [{ id: gold, plugins: {} }]`,
        ['reference/exists 3:13 "gld" is not among the consumer groups that the files declare Did you mean "gold"?'],
      ],
      ["group of a kind that no file declares", jack("  group_id: gold\n"), []],
      [
        "a kind declared as empty",
        `${jack("  group_id: gold\n")}consumer_groups: []`,
        ['reference/exists 3:13 "gold" is not among the consumer groups that the files declare'],
      ],
      [
        "service, upstream, plugin config",
        `${route("service_id: s, upstream_id: u, plugin_config_id: p")}services: []\nupstreams: []\nplugin_configs: []`,
        [
          'reference/exists 2:33 "s" is not among the services that the files declare',
          'reference/exists 2:49 "u" is not among the upstreams that the files declare',
          'reference/exists 2:70 "p" is not among the plugin configs that the files declare',
        ],
      ],
      ["a number", `${route("service_id: 7")}services: [{ id: '7' }]`, []],
      [
        "anonymous consumer",
        `${jack("")}${route("plugins: { key-auth: { anonymous_consumer: jac } }")}`,
        ['reference/exists 4:64 "jac" is not among the consumers that the files declare Did you mean "jack"?'],
      ],
      [
        "inside multi-auth",
        `${jack("")}${route("plugins: { multi-auth: { auth_plugins: [{ key-auth: {} }, { jwt-auth: { anonymous_consumer: nobody } }] } }")}`,
        ['reference/exists 4:113 "nobody" is not among the consumers that the files declare'],
      ],
      [
        "consumer-restriction by type",
        `${jack("")}${route("plugins: { consumer-restriction: { type: route_id, whitelist: [r, other] } }")}`,
        ['reference/exists 4:87 "other" is not among the routes that the files declare'],
      ],
      [
        "consumer-restriction by method",
        `${jack("")}${route("plugins: { consumer-restriction: { allowed_by_methods: [{ user: jill, methods: [GET] }] } }")}`,
        ['reference/exists 4:85 "jill" is not among the consumers that the files declare'],
      ],
      [
        "what a variable or a secret stands for",
        `${jack("")}${route("plugins: { consumer-restriction: { whitelist: [$env://WHO, '$Secret://vault/1/who'], allowed_by_methods: [{ user: '$ENV://WHO', methods: [GET] }] } }")}`,
        [],
      ],
    ],
  ],
  [
    "consumer/inline-auth",
    [
      [
        "is only a warning",
        jack("  plugins: { jwt-auth: { key: k, secret: s } }\n"),
        ['warning consumer/inline-auth 3:14 "jwt-auth" stands in the consumer itself'],
      ],
    ],
  ],
])("%s", (_, rows) => {
  test.each(rows)("%s", (__, texts, expected) => {
    expect(findings(texts)).toEqual(expected);
  });
});

test("plugins of the user's own are known", () => {
  expect(findings(jack("  plugins: { mine: {} }\n"), { customPlugins: ["mine"] })).toEqual([]);
});
