/** Kong's declarative files (`kong.yaml`, decK): the order in which their parts are read. */
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import type { Document } from "../../source/document.ts";
import type { ConvertContext, Converter } from "../contract.ts";
import { foreignOf, readForeign } from "../documents.ts";
import type { Draft } from "../draft.ts";
import type { Foreign } from "../foreign.ts";
import { replaceTexts } from "../replace-texts.ts";
import { joinAlternatives } from "./any-of.ts";
import { readConsumer, readCredentials } from "./consumers.ts";
import { Index, type KongFile, referenceOf } from "./entities.ts";
import { writeGlobalPlugins } from "./global-plugins.ts";
import { joinGroups, readAclGroups, readConsumerGroup, writeGroups } from "./groups.ts";
import { isBase64ForAll, readPlugins } from "./plugins.ts";
import { readRoute, readService, writeServices } from "./services.ts";
import { deckVariable } from "./values.ts";

export const convertKong: Converter = (source, draft, context) => {
  const { documents, diagnostics } = readForeign(source);
  const problems = [...diagnostics];
  for (const document of documents) {
    const unknown = unknownVersion(document);
    if (unknown) {
      problems.push(unknown);
      continue;
    }
    problems.push(...replaceTexts(document, deckVariable, ([, name = ""]) => context.environment[name]));
    readDocument(document, draft, context);
  }
  return problems;
};

/** 1.1, 2.1, 3.0, quoted or not; in a later one the same words may mean something else, such as paths did in version 3. */
const knownVersion = /^[123](?:\.\d)?$/;

function unknownVersion({ value, place }: Document): Diagnostic | undefined {
  const version = isMap(value) ? value["_format_version"] : undefined;
  if (version === undefined || knownVersion.test(String(version))) return undefined;
  return {
    rule: "convert/kong-version",
    severity: "error",
    message: "this version of Kong's format is not known",
    span: place.span(["_format_version"]),
    help: "Versions 1.1, 2.1 and 3.0 are. `deck file convert` writes a file in one of them.",
  };
}

function readDocument(document: Document, draft: Draft, { sha1Hex }: ConvertContext): void {
  const root = foreignOf(document, draft);
  const format = root.field("_format_version")?.take();
  root.ignoreIf("_transform", true);
  const file: KongFile = {
    version: Number.parseInt(String(format?.value ?? "3"), 10),
    isHashed: root.flag("_transform") === false,
    services: new Index(),
    routes: new Index(),
    consumers: new Index(),
    groups: new Index(),
    upstreams: new Index(),
  };
  for (const [index, service] of root.list("services").entries()) readService(service, index + 1, file, sha1Hex);
  for (const [index, route] of root.list("routes").entries()) readRoute(route, undefined, index + 1, file, sha1Hex);
  for (const consumer of root.list("consumers")) readConsumer(consumer, draft, file);
  for (const group of root.list("consumer_groups")) readConsumerGroup(group, file, sha1Hex);
  for (const upstream of root.list("upstreams"))
    file.upstreams.add(upstream, upstream.text("name"), upstream.text("id"));
  declareSections(root, draft);
  joinGroups(file);
  readAclGroups(root, file);
  readCredentials(root, file, isBase64ForAll(root, file));
  const globals = readPlugins(root, file);
  joinAlternatives(file, draft);
  writeGlobalPlugins(globals, file, draft);
  writeServices(file, draft, targetsOf(root, file), sha1Hex);
  writeGroups(file, draft);
  writeConsumers(file);
  root.reportUntaken(advise);
}

function declareSections(root: Foreign, draft: Draft): void {
  for (const kind of ["consumers", "services", "routes"] as const) if (root.field(kind)) draft.declare(kind);
}

function targetsOf(root: Foreign, file: KongFile): ReadonlyMap<Foreign, readonly Foreign[]> {
  const targets = new Map<Foreign, Foreign[]>();
  for (const target of root.list("targets")) {
    const upstream = file.upstreams.find(referenceOf(target.field("upstream")));
    if (upstream) targets.set(upstream, [...(targets.get(upstream) ?? []), target]);
    else target.lose("dropped", "a target", "its upstream is not in the file", "Add the upstream.");
  }
  return targets;
}

function writeConsumers(file: KongFile): void {
  for (const { draft, plugins, isWithheld } of file.consumers.all) {
    const { fields, credentials } = draft;
    if (Object.keys(fields["labels"] as object).length === 0) delete fields["labels"];
    if (Object.keys(plugins).length > 0) fields["plugins"] = plugins;
    if (isWithheld) credentials.length = 0;
  }
}

const advices: Readonly<Record<string, string>> = {
  certificates: "Configure them as `ssls` in the gateway.",
  snis: "Configure them as `ssls` in the gateway.",
  ca_certificates: "Configure them as `ssls` in the gateway.",
  vaults: "Configure a secret manager (`secrets`) in the gateway.",
  oauth2_credentials: "Give the callers another kind of credential, or use openid-connect of the gateway.",
  mtls_auth_credentials: "Configure client certificates (`ssls`) in the gateway.",
  healthchecks: "Add `checks` to the upstream.",
  client_certificate: "Add `tls.client_cert` to the upstream by hand.",
  tls_verify: "Add `tls.verify` to the upstream by hand.",
  _info: "Have decK write the defaults out (`deck file render --populate-defaults`), and convert that.",
  _plugin_configs: "Write the configuration into each plugin that names it by `_config`.",
  tags: "Labels stand on services, routes, consumers and credentials: put it there.",
};

function advise(path: Path): string | undefined {
  const name = path.findLast((step) => typeof step === "string" && Object.hasOwn(advices, step));
  return name === undefined ? undefined : advices[name];
}
