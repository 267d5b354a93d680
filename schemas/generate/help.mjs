/** What the language server shows: the schemas as they are. */
import { literal } from "./code.mjs";
import { base } from "./load.mjs";

export function generateHelp(schemas) {
  // Of tests there is no help yet, nor of our own output.
  const shown = [...schemas.byId].filter(
    ([id]) => !/\/(?:explanation|policy-test|test-report)\.schema\.json$/.test(id),
  );
  const byFile = Object.fromEntries(shown.map(([id, schema]) => [id.slice(base.length), schema]));
  return `/** The schemas by file, references as they are written. */
export const schemas: Readonly<Record<string, unknown>> = ${literal(byFile)};
`;
}
