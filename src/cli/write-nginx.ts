/** `rollcall serve --mode auth-request --write-nginx FOLDER`: the files for nginx to include. */

import path from "node:path";
import type { Artifact } from "../artifact/contract.ts";
import { urlHost } from "../model/url-host.ts";
import { carriedBy } from "../proxy/nginx/carried.ts";
import { nginxFiles, UnnameableHeader } from "../proxy/nginx/nginx-files.ts";
import { parseAddress } from "./address.ts";
import { makeFolder } from "./make-folder.ts";
import { openArtifactSource, type ServeInputOptions } from "./open-artifact-source.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { requireWritable, writePublicFile } from "./write-file.ts";

export async function writeNginx(
  folder: string,
  inputs: readonly string[],
  options: ServeInputOptions & { readonly listen: string },
  terminal: Terminal,
): Promise<number> {
  const { host, port } = parseAddress(options.listen, "--listen");
  if (options.admin !== undefined) throw new CommandError("--write-nginx needs files or an artifact, not --admin.");
  const source = await openArtifactSource(inputs, options, terminal, () => undefined);
  if (!source) return exitCodes.findings;
  try {
    const files = filesFor(source.artifact, `http://${urlHost(host)}:${port}`);
    await makeFolder(folder, terminal);
    const written = Object.entries(files).map(([name, text]) => [path.join(folder, `${name}.conf`), text] as const);
    for (const [file] of written) await requireWritable(file, terminal);
    for (const [file, text] of written) {
      await writePublicFile(file, text, terminal);
      terminal.out(`wrote ${file}`);
    }
    terminal.note(`
Write them anew when plugins name other headers. In nginx:
  server {
    include ${path.resolve(terminal.cwd, folder)}/server.conf;
    location / {
      include ${path.resolve(terminal.cwd, folder)}/location.conf;
      proxy_pass http://YOUR_UPSTREAM$rollcall_target;
    }
  }`);
    return exitCodes.fine;
  } finally {
    await source.close();
  }
}

function filesFor(artifact: Artifact, url: string): ReturnType<typeof nginxFiles> {
  try {
    return nginxFiles(carriedBy(artifact), url);
  } catch (error) {
    if (!(error instanceof UnnameableHeader)) throw error;
    throw new CommandError(`${error.message}. Name it in letters, digits and dashes, or write nginx's lines by hand.`);
  }
}
