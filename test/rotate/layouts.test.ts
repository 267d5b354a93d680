/** The next credential is written as the text around it is laid out, and taking the old one out leaves the rest as it was. */
import { describe, expect, test } from "vitest";
import { retireDue } from "../../src/rotate/retire.ts";
import { declaredIn, rotate } from "./files.ts";

interface Layout {
  readonly file?: string;
  readonly before: string;
  readonly during: string;
  readonly after: string;
}

const layouts: [name: string, layout: Layout][] = [
  [
    "block, with comments",
    {
      before: `consumers:
  - username: acme
    credentials:
      # The keys of acme.
      - name: main # since 2024
        plugins:
          key-auth:
            key: \${MAIN} # in the vault
        # below

  # Next.
  - username: other
`,
      during: `consumers:
  - username: acme
    credentials:
      # The keys of acme.
      - name: main # since 2024
        labels:
          rollcall-retire-after: "2026-12-01"
          rollcall-replaced-by: "main-2"
        plugins:
          key-auth:
            key: \${MAIN} # in the vault
        # below
      - name: main-2
        plugins:
          key-auth:
            key: \${ACME_MAIN_2_KEY}

  # Next.
  - username: other
`,
      after: `consumers:
  - username: acme
    credentials:
      # The keys of acme.
      - name: main-2
        plugins:
          key-auth:
            key: \${ACME_MAIN_2_KEY}

  # Next.
  - username: other
`,
    },
  ],
  [
    "a list at the column of its key, a deeper step, no line end, labels, an id",
    {
      before: `consumers:
- username: acme
  credentials:
  - id: k1
    labels:
        team: x
    name: main
    plugins:
        key-auth:
            key: a`,
      during: `consumers:
- username: acme
  credentials:
  - id: k1
    labels:
        team: x
        rollcall-retire-after: "2026-12-01"
        rollcall-replaced-by: "main-2"
    name: main
    plugins:
        key-auth:
            key: a
  - labels:
        team: x
    name: main-2
    plugins:
        key-auth:
            key: \${ACME_MAIN_2_KEY}`,
      after: `consumers:
- username: acme
  credentials:
  - labels:
        team: x
    name: main-2
    plugins:
        key-auth:
            key: \${ACME_MAIN_2_KEY}`,
    },
  ],
  [
    "blank lines between the items",
    {
      before: `consumers:
  - username: acme
    credentials:
      - name: main
        plugins: { key-auth: { key: a } }

      - name: other
        plugins: { key-auth: { key: b } }
`,
      during: `consumers:
  - username: acme
    credentials:
      - name: main
        labels:
          rollcall-retire-after: "2026-12-01"
          rollcall-replaced-by: "main-2"
        plugins: { key-auth: { key: a } }
      - name: main-2
        plugins:
          key-auth:
            key: \${ACME_MAIN_2_KEY}

      - name: other
        plugins: { key-auth: { key: b } }
`,
      after: `consumers:
  - username: acme
    credentials:
      - name: main-2
        plugins:
          key-auth:
            key: \${ACME_MAIN_2_KEY}

      - name: other
        plugins: { key-auth: { key: b } }
`,
    },
  ],
  [
    "in brackets on one line",
    {
      before: `consumers:
  - username: acme
    credentials: [{ name: main, labels: {}, plugins: { key-auth: { key: a } } }] # one
`,
      during: `consumers:
  - username: acme
    credentials: [{ name: main, labels: { rollcall-retire-after: "2026-12-01", rollcall-replaced-by: "main-2" }, plugins: { key-auth: { key: a } } }, { name: "main-2", plugins: { key-auth: { key: "\${ACME_MAIN_2_KEY}" } } }] # one
`,
      after: `consumers:
  - username: acme
    credentials: [{ name: "main-2", plugins: { key-auth: { key: "\${ACME_MAIN_2_KEY}" } } }] # one
`,
    },
  ],
  [
    "JSON",
    {
      file: "a.json",
      before: `{
  "consumers": [
    {
      "username": "acme",
      "credentials": [
        {
          "name": "main",
          "plugins": { "key-auth": { "key": "a" } }
        }
      ]
    }
  ]
}
`,
      during: `{
  "consumers": [
    {
      "username": "acme",
      "credentials": [
        {
          "name": "main",
          "labels": { "rollcall-retire-after": "2026-12-01", "rollcall-replaced-by": "main-2" },
          "plugins": { "key-auth": { "key": "a" } }
        },
        {
          "name": "main-2",
          "plugins": {
            "key-auth": {
              "key": "\${ACME_MAIN_2_KEY}"
            }
          }
        }
      ]
    }
  ]
}
`,
      after: `{
  "consumers": [
    {
      "username": "acme",
      "credentials": [
        {
          "name": "main-2",
          "plugins": {
            "key-auth": {
              "key": "\${ACME_MAIN_2_KEY}"
            }
          }
        }
      ]
    }
  ]
}
`,
    },
  ],
  [
    "JSON without white space, with labels",
    {
      file: "a.json",
      before: `{"consumers":[{"username":"acme","credentials":[{"name":"main","labels":{"a":"b"},"plugins":{"key-auth":{"key":"a"}}}]}]}`,
      during: `{"consumers":[{"username":"acme","credentials":[{"name":"main","labels":{"a":"b", "rollcall-retire-after": "2026-12-01", "rollcall-replaced-by": "main-2"},"plugins":{"key-auth":{"key":"a"}}}, { "name": "main-2", "labels": { "a": "b" }, "plugins": { "key-auth": { "key": "\${ACME_MAIN_2_KEY}" } } }]}]}`,
      after: `{"consumers":[{"username":"acme","credentials":[{ "name": "main-2", "labels": { "a": "b" }, "plugins": { "key-auth": { "key": "\${ACME_MAIN_2_KEY}" } } }]}]}`,
    },
  ],
  [
    "ADC's shape, in a group",
    {
      before: `consumer_groups:
  - name: gold
    consumers:
      - username: acme
        description: The first
        credentials:
          - name: main
            type: key-auth
            config:
              key: a
`,
      during: `consumer_groups:
  - name: gold
    consumers:
      - username: acme
        description: The first
        credentials:
          - name: main
            labels:
              rollcall-retire-after: "2026-12-01"
              rollcall-replaced-by: "main-2"
            type: key-auth
            config:
              key: a
          - name: main-2
            type: key-auth
            config:
              key: \${ACME_MAIN_2_KEY}
`,
      after: `consumer_groups:
  - name: gold
    consumers:
      - username: acme
        description: The first
        credentials:
          - name: main-2
            type: key-auth
            config:
              key: \${ACME_MAIN_2_KEY}
`,
    },
  ],
];

/** Line ends of Windows and a byte order mark change nothing. */
const variants: [name: string, of: (text: string) => string][] = [
  ["as it is", (text) => text],
  ["with CR LF", (text) => text.replaceAll("\n", "\r\n")],
  ["with a byte order mark", (text) => `\ufeff${text}`],
];

describe.each(variants)("%s", (_variant, of) => {
  test.each(layouts)("%s", (_name, { file = "a.yaml", before, during, after }) => {
    const declared = declaredIn(file, of(before));
    expect(rotate(declared, "main")).toMatchObject({ text: of(during) });
    const retired = retireDue(
      declared,
      { file, text: of(during) },
      {
        today: "2026-12-02",
        isChosen: () => true,
        refusalOf: () => undefined,
      },
    );
    expect(retired).toMatchObject({ text: of(after), refused: [] });
  });
});

test.each([
  ["the first and the last", ["a", "c"], "b"],
  ["the last two", ["b", "c"], "a"],
  ["the first two", ["a", "b"], "c"],
])("%s of a list in brackets go", (_name, gone, left) => {
  const item = (name: string): string => {
    const labels = `labels: { rollcall-retire-after: "2026-11-01", rollcall-replaced-by: ${left} }, `;
    return `{ name: ${name}, ${gone.includes(name) ? labels : ""}plugins: { key-auth: { key: ${name} } } }`;
  };
  const list = (...names: string[]): string =>
    `consumers:\n  - username: acme\n    credentials: [${names.map(item).join(", ")}]\n`;
  const text = list("a", "b", "c");
  const request = { today: "2026-12-02", isChosen: () => true, refusalOf: () => undefined };
  expect(retireDue(declaredIn("a.yaml", text), { file: "a.yaml", text }, request).text).toBe(list(left));
});

test.each([
  ["an anchor", "- &a { name: main, plugins: { key-auth: { key: a } } }"],
  ["an alias inside", "- name: main\n        plugins: &p { key-auth: { key: a } }"],
  ["a comment in brackets", "[{ name: main, # why\n        plugins: { key-auth: { key: a } } }]"],
  ["a dash on a line of its own", "-\n        name: main\n        plugins: { key-auth: { key: a } }"],
])("%s is not edited", (_name, credentials) => {
  const text = `consumers:\n  - username: acme\n    credentials:\n      ${credentials}\n`;
  const result = rotate(declaredIn("a.yaml", text), "main");
  expect(result).toEqual({ refused: expect.stringContaining("cannot be edited safely") });
});
