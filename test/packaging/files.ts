/** Files that the packaged programs work on; the route needs no upstream. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

export async function writeFiles(folder: string): Promise<void> {
  await mkdir(path.join(folder, "api"));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}

const files = {
  "api/api.yaml": `consumers:
  - username: acme
    credentials: [{ name: main, plugins: { key-auth: { key: a-key-of-acme-5e1d } } }]
routes:
  - id: all
    uri: /*
    plugins: { key-auth: {}, mocking: { response_status: 299, response_example: mocked } }
    upstream: { nodes: { "127.0.0.1:9": 1 } }
`,
  "bad.yaml": "consumers: [{ username: a, nickname: n }]\n",
  "settings.mjs": 'export default { inputs: ["api/api.yaml"] };\n',
  "users.htpasswd": "erin:$apr1$abcdefgh$0123456789012345678901\n",
  "api/api.test.yaml": `cases:
  - { name: with the key, request: { path: /, as: acme }, expect: { status: 299 } }
  - { name: without, request: GET /, expect: { status: 401 } }
`,
};
