/** Reads the schema files, and follows references between them without asking any network. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const base = "https://schemas.rollcall.invalid/v1/";

/** The schema of each kind of resource, under the kind's name. */
export const resourceFiles = {
  consumer_groups: "consumer-group.schema.json",
  consumers: "consumer.schema.json",
  credentials: "credential.schema.json",
  upstreams: "upstream.schema.json",
  services: "service.schema.json",
  plugin_configs: "plugin-config.schema.json",
  routes: "route.schema.json",
  global_rules: "global-rule.schema.json",
};

/** The sets of plugins by side: `request` is what takes part in a request. */
export const pluginSets = {
  credential: "plugins/credential.schema.json",
  request: "plugins/route.schema.json",
};

/** @returns {{byId: Map<string, object>, knownNames: string[]}} schemas by absolute id, and the names of APISIX's plugins */
export function loadSchemas(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const byId = new Map();
  for (const file of files.filter((name) => name.endsWith(".schema.json")).sort()) {
    const schema = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    const expected = new URL(file.split(path.sep).join("/"), base).href;
    if (schema.$id !== expected) throw new Error(`${file}: $id must be ${expected}`);
    byId.set(schema.$id, schema);
  }
  const knownNames = JSON.parse(readFileSync(path.join(folder, "plugins", "known-names.json"), "utf8"));
  return { byId, knownNames };
}

export function schemaOf(schemas, file) {
  const schema = schemas.byId.get(base + file);
  if (schema === undefined) throw new Error(`no schema ${file}`);
  return { schema, id: base + file };
}

/** The schema behind a node's $ref (any number of them), with the id that its own references are relative to. */
export function follow(schemas, place) {
  let { schema, id } = place;
  while (typeof schema?.$ref === "string") {
    const target = new URL(schema.$ref, id);
    const pointer = decodeURIComponent(target.hash.slice(1));
    target.hash = "";
    id = target.href;
    schema = pointer
      .split("/")
      .slice(1)
      .reduce((node, key) => node?.[key], schemas.byId.get(id));
    if (schema === undefined) throw new Error(`${id}#${pointer} does not exist`);
  }
  return { schema, id };
}

/** The plugins of a set: name to schema. */
export function pluginsOf(schemas, file) {
  const set = schemaOf(schemas, file);
  return Object.entries(set.schema.properties).map(([name, schema]) => [name, follow(schemas, { schema, id: set.id })]);
}
