/**
 * APISIX without etcd, driven by its API (gateway reference, section 4.2): one document, written as a whole. Where the
 * address is a file, src/gateway/standalone-file.ts.
 */
import { createHash } from "node:crypto";
import { isMap, type JsonMap } from "../model/json.ts";
import { canonicalResource } from "../plan/canonical.ts";
import { isMasked } from "../plan/concealed.ts";
import type { Change } from "../plan/contract.ts";
import { isEqualJson } from "../plan/json.ts";
import { secretTexts } from "../plan/secrets.ts";
import { checkStatus, readObject } from "./answers.ts";
import { type ConnectionOptions, openConnection } from "./connection.ts";
import { type Gateway, GatewayError } from "./contract.ts";
import { type Call, createHttpClient, type HttpClient } from "./http.ts";
import { inTurn } from "./in-turn.ts";
import { isConfigFile } from "./server-address.ts";
import { liveOf, withChanges } from "./standalone-document.ts";
import { standaloneFile } from "./standalone-file.ts";

interface Snapshot {
  readonly document: JsonMap;
  /** Digest and time of the document that the server holds. */
  readonly mark: string;
  /** As the server names itself. */
  readonly server: string;
}

const path = "/configs";
const versionSuffix = "_conf_version";

/** Of the server, not of the configuration; the answer holds them beside the sections. */
const metadata: ReadonlySet<string> = new Set(["X-Digest", "X-Last-Modified"]);

/** @throws GatewayError if the options cannot work */
export function standaloneGateway(options: ConnectionOptions): Gateway {
  if (isConfigFile(options.server)) return standaloneFile(options);
  const connection = openConnection(options);
  const client = createHttpClient(connection);
  const { token } = connection;
  let snapshot: Snapshot | undefined;
  const applyAll = async (changes: readonly Change[]): Promise<void> => {
    const before = snapshot ?? (await readDocument(client, token));
    await requireUnmoved(client, token, before);
    const { document, touched } = withChanges(before.document, changes);
    requireSecrets(document);
    await write(client, withVersions(document, touched), token);
    snapshot = await readBack(client, token);
    requireWritten(snapshot.document, document, touched);
  };
  const applyInTurn = inTurn(applyAll);
  return {
    async ping() {
      const { server } = await readDocument(client, token);
      return { server: server || "unknown", backend: "standalone" };
    },
    async read(asked) {
      snapshot = await readDocument(client, token);
      return liveOf(snapshot.document, asked);
    },
    apply: (change) => applyInTurn([change]),
    applyAll: applyInTurn,
    close: () => client.close(),
  };
}

async function readDocument(client: HttpClient, token: string): Promise<Snapshot> {
  const call: Call = { method: "GET", path };
  const answer = await client.send(call);
  const body = readObject(call, answer, "a configuration", [token]);
  // Any server may answer with some object: what tells a configuration is its versions, which it always has.
  if (!Object.keys(body).some((field) => field.endsWith(versionSuffix))) {
    throw new GatewayError(
      "GET /configs: the answer is no configuration with versions; is this a standalone APISIX?",
      answer.status,
    );
  }
  const document = Object.fromEntries(Object.entries(body).filter(([field]) => !metadata.has(field)));
  return { document, mark: answer.mark, server: answer.server };
}

/** The interface has no conditional write: this is asked right before it, and what still slips between is told by `requireWritten`. */
async function requireUnmoved(client: HttpClient, token: string, { mark }: Snapshot): Promise<void> {
  const call: Call = { method: "HEAD", path };
  const answer = await client.send(call);
  checkStatus(call, answer, [token]);
  if (answer.mark === mark) return;
  throw new GatewayError(
    "the configuration has been changed by somebody else since it was read. Nothing was written; run this again",
    answer.status,
  );
}

/** A version is raised only where the section changes: the server takes no section over whose version is the same. */
function withVersions(document: JsonMap, touched: ReadonlySet<string>): JsonMap {
  const versions = [...touched].map((section) => {
    const version = document[`${section}${versionSuffix}`];
    return [`${section}${versionSuffix}`, typeof version === "number" ? version + 1 : 1] as const;
  });
  return { ...document, ...Object.fromEntries(versions) };
}

async function write(client: HttpClient, document: JsonMap, token: string): Promise<void> {
  const digest = createHash("sha256").update(JSON.stringify(document)).digest("hex");
  const call: Call = { method: "PUT", path, body: document, headers: { "x-digest": digest } };
  const answer = await client.send(call);
  // 204: a repeated call, the first of which was taken.
  if (answer.status === 202 || answer.status === 204) return;
  const secrets = new Set([...secretsOf(document), token]);
  checkStatus(call, answer, secrets);
  throw new GatewayError(`PUT ${path}: expected the answer 202 or 204, but it is ${answer.status}`, answer.status);
}

/** What is not touched is written too: a mask that was read would take the place of the secret. */
function requireSecrets(document: JsonMap): void {
  if (![...secretsOf(document)].some(isMasked)) return;
  throw new GatewayError(
    "the gateway shows masks in place of secrets, and its configuration is written whole: the masks would become the secrets. Nothing was written",
    0,
  );
}

function secretsOf(document: JsonMap): ReadonlySet<string> {
  const lists = Object.values(document).filter((section): section is unknown[] => Array.isArray(section));
  return new Set(lists.flat().flatMap((item) => (isMap(item) ? [...secretTexts(item)] : [])));
}

async function readBack(client: HttpClient, token: string): Promise<Snapshot> {
  return readDocument(client, token).catch((error: unknown) => {
    if (!(error instanceof GatewayError)) throw error;
    throw new GatewayError(
      `the configuration was taken, but could not be looked at again: ${error.message}`,
      error.status,
    );
  });
}

/** Two writers that start from one version both send the next: the server then keeps the first and says yes to both. */
function requireWritten(found: JsonMap, wanted: JsonMap, touched: ReadonlySet<string>): void {
  const kinds = [...touched].flatMap((section) => (section === "consumers" ? ["consumers", "credentials"] : [section]));
  const managed = new Set(kinds) as ReadonlySet<Change["kind"]>;
  if (isEqualJson(comparable(found, managed), comparable(wanted, managed))) return;
  throw new GatewayError(
    "the gateway took the configuration and now holds another: somebody else wrote at the same time. Run this again",
    200,
  );
}

function comparable(document: JsonMap, managed: ReadonlySet<Change["kind"]>): unknown {
  const live = liveOf(document, managed);
  return [...managed]
    .filter((kind) => kind !== "credentials")
    .map((kind) =>
      live[kind].map((entry) => [
        entry.id,
        canonicalResource(kind, entry.value),
        "credentials" in entry
          ? entry.credentials.map(({ id, value }) => [id, canonicalResource("credentials", value)])
          : [],
      ]),
    );
}
