/** Texts of a Kong file that stand for something else: references to vaults, and variables of decK. */
import type { Foreign } from "../foreign.ts";

/** decK replaces it by its environment before it reads the file. */
export const deckVariable = /\$\{\{\s*env\s+"(DECK_\w+)"\s*\}\}/g;

const envVault = /^\{vault:\/\/env\/([A-Za-z0-9_-]+)(?:\/([A-Za-z0-9_-]+))?\}$/;

/**
 * A secret: `{vault://env/my-key}` becomes `$env://MY_KEY`, as Kong reads that variable. A reference to another vault is
 * reported and gives nothing: as a literal text it could be guessed.
 */
export function secretText(holder: Foreign, name: string, shown: string): string | undefined {
  const field = holder.field(name);
  const text = field?.asText();
  if (!field || text === undefined || !/^\{vault:\/\/.*\}$/.test(text)) return text;
  const [, variable, key] = envVault.exec(text) ?? [];
  if (variable !== undefined) {
    const environment = variable.toUpperCase().replaceAll("-", "_");
    return `$env://${environment}${key === undefined ? "" : `/${key}`}`;
  }
  const instead = "Configure the store as a secret manager of the gateway, and write $secret://MANAGER/ID/KEY.";
  field.lose("dropped", `a reference to a vault in ${shown}`, "only the vault `env` has an equivalent", instead);
  return undefined;
}
