/** `rollcall init`: a first configuration that lints clean, and a fresh key. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { defaultKeyFile } from "./key.ts";
import { makeFolder } from "./make-folder.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

const configFile = "rollcall.yaml";

const firstConfig = `# Who may call your APIs. Check it with: rollcall lint ${configFile}
consumers:
  - username: first-caller
    desc: An API caller; give each one its own consumer.
    labels:
      team: example
    credentials:
      - name: main
        plugins:
          key-auth:
            key: \${FIRST_CALLER_KEY} # from the environment: no secret in this file
    plugins:
      limit-count:
        count: 100
        time_window: 60
        rejected_code: 429

routes:
  - id: example
    uri: /*
    plugins:
      key-auth: {}
    upstream:
      nodes:
        "127.0.0.1:8080": 1
`;

export async function runInit(inputs: readonly string[], _options: unknown, terminal: Terminal): Promise<number> {
  const folder = inputs[0] ?? ".";
  // What an unset shell variable leaves.
  if (folder === "") throw new CommandError("the folder has no name. Name one, or leave it out for this one.");
  await makeFolder(folder, terminal);
  const files: readonly (readonly [string, string])[] = [
    [configFile, firstConfig],
    [defaultKeyFile, `${randomBytes(32).toString("hex")}\n`],
  ];
  for (const [name] of files) await requireWritable(path.join(folder, name), terminal, { isNew: true });
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    await writePrivateFile(file, content, terminal, { isNew: true });
    terminal.out(`wrote ${file}`);
  }
  terminal.note(`
Keep ${defaultKeyFile} out of version control: it opens the secrets of every artifact made with it.
Next, in ${folder}:
  export FIRST_CALLER_KEY=$(openssl rand -hex 16)
  rollcall lint ${configFile}
  rollcall compile ${configFile} --out rollcall.artifact
  rollcall serve rollcall.artifact`);
  return exitCodes.fine;
}
