/** APISIX without etcd, driven by a file (gateway reference, section 4.2): `apisix.yaml`, which it reads again when it changes. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isMap, type JsonMap, parseJson } from "../model/json.ts";
import type { Change } from "../plan/contract.ts";
import type { ConnectionOptions } from "./connection.ts";
import { type Gateway, GatewayError } from "./contract.ts";
import { fileLock } from "./file-lock.ts";
import { inTurn } from "./in-turn.ts";
import { isFileUrl } from "./server-address.ts";
import { liveOf, withChanges } from "./standalone-document.ts";
import { parseConfigFile, rewriteYaml } from "./standalone-yaml.ts";

/** @throws GatewayError if the address is no path */
export function standaloneFile({ server, rewriteFile }: ConnectionOptions): Gateway {
  const file = pathOf(server);
  const isJson = /\.json$/i.test(file);
  let readText: string | undefined;
  const readDocument = async (): Promise<JsonMap> => {
    readText = await read(file);
    return isJson ? jsonMapOf(readText) : parseConfigFile(readText);
  };
  const applyAll = async (changes: readonly Change[]): Promise<void> => {
    const text = readText ?? (await read(file));
    const before = isJson ? jsonMapOf(text) : parseConfigFile(text);
    const { document, touched } = withChanges(before, changes);
    const wanted = withRaisedVersions(document, touched);
    const next = isJson ? `${JSON.stringify(wanted, null, 2)}\n` : rewriteYaml(text, before, wanted);
    if ((await read(file)) !== text) {
      throw new GatewayError(`${file} has been changed since it was read. Nothing was written; run this again`, 200);
    }
    if (!rewriteFile) throw new GatewayError(`${file} cannot be written from here`, 0);
    await rewriteFile(file, next);
    readText = next;
  };
  const applyInTurn = inTurn(applyAll);
  return {
    async ping() {
      await readDocument();
      return { server: "a configuration file", backend: "standalone" };
    },
    read: async (asked) => liveOf(await readDocument(), asked),
    apply: (change) => applyInTurn([change]),
    applyAll: applyInTurn,
    lock: fileLock(file),
    close: async () => {},
  };
}

function pathOf(server: string): string {
  if (!isFileUrl(server)) return path.resolve(server);
  try {
    return fileURLToPath(server);
  } catch {
    throw new GatewayError(
      "the server address is a file: URL without an absolute path, as in file:///etc/apisix.yaml",
      0,
    );
  }
}

async function read(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new GatewayError(`cannot read ${file} (${code})`, 0);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new GatewayError(`${file} is not UTF-8`, 200);
  }
}

function jsonMapOf(text: string): JsonMap {
  const value = parseJson(text);
  if (isMap(value)) return value;
  throw new GatewayError("the configuration file is not a JSON object", 200);
}

/** A file needs no versions; where it has them, APISIX takes a section over only if its own is another. */
function withRaisedVersions(document: JsonMap, touched: ReadonlySet<string>): JsonMap {
  const raised = [...touched].flatMap((section) => {
    const version = document[`${section}_conf_version`];
    return typeof version === "number" ? [[`${section}_conf_version`, version + 1] as const] : [];
  });
  return { ...document, ...Object.fromEntries(raised) };
}
