/** What the language server shows: the schemas as they are. */
import { literal } from "./code.mjs";
import { base } from "./load.mjs";

export function generateHelp(schemas) {
  const byFile = Object.fromEntries([...schemas.byId].map(([id, schema]) => [id.slice(base.length), schema]));
  return `/** The schemas by file, references as they are written. */
export const schemas: Readonly<Record<string, unknown>> = ${literal(byFile)};
`;
}
