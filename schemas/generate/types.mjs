/** TypeScript types: one for each titled schema that `file` leads to. */
import { compile } from "json-schema-to-typescript";
import { base, schemaOf } from "./load.mjs";

/** Conditions between fields; the validators hold them, types cannot. */
const conditions = ["if", "then", "else", "allOf", "dependencies"];

export async function generateTypes(schemas, file) {
  const { schema } = schemaOf(schemas, file);
  const text = await compile(typed(schema), schema.title, {
    $refOptions: {
      resolve: {
        http: false,
        // References are relative to the schema at hand, whose address json-schema-to-typescript takes from `cwd`.
        file: { canRead: true, read: ({ url }) => typed(schemaAt(schemas, url)) },
      },
    },
    cwd: "/v1/",
    bannerComment: "",
    unknownAny: true,
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120 },
  });
  return (
    text
      // Aliases, unlike interfaces, can be passed where Record<string, unknown> is asked for.
      .replaceAll(/^export interface (\w+) \{/gm, "export type $1 = {")
      .replaceAll(/^\}$/gm, "};")
      // Any object covers every plugin, so their names need not be repeated. With undefined, or the type would be wrong
      // for a project without exactOptionalPropertyTypes.
      .replaceAll(
        /\[k: string\]:\s+\| \{\[k: string\]: unknown\}(?:\s+\| \w+)+;/g,
        "[k: string]: { [k: string]: unknown } | undefined;",
      )
  );
}

function schemaAt(schemas, url) {
  const schema = schemas.byId.get(base + decodeURIComponent(new URL(url, "file:///").pathname).split("/v1/").at(-1));
  if (schema === undefined) throw new Error(`${url}: no such schema`);
  return schema;
}

/** A copy with what types can say: no conditions, `never` for what is forbidden, any object for a plugin we do not know. */
function typed(schema) {
  if (Array.isArray(schema)) return schema.map(typed);
  if (typeof schema !== "object" || schema === null) return schema;
  const isPluginSet = /plugins\/(?:credential|consumer|route)\.schema\.json$/.test(schema.$id ?? "");
  const isForbidden = schema.not !== undefined && Object.keys(schema.not).length === 0;
  const copy = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== "$id" && !conditions.includes(key))
      .map(([key, value]) => [key, key === "default" || key === "enum" ? value : typed(value)]),
  );
  if (isPluginSet) copy.additionalProperties = { tsType: "{ [k: string]: unknown }" };
  if (isForbidden) return { description: schema.description, tsType: "never" };
  return copy;
}
