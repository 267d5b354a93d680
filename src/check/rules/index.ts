/** All semantic rules; a new one is a file beside this and a line here. */
import { authPlugin } from "./auth-plugin.ts";
import { knownField } from "./known-field.ts";
import { knownPlugin } from "./known-plugin.ts";
import { legacyAuth } from "./legacy-auth.ts";
import { onePlugin } from "./one-plugin.ts";
import { referenceExists } from "./reference-exists.ts";
import type { Rule } from "./rule.ts";
import { uniqueCredentialName } from "./unique-credential-name.ts";
import { uniqueId } from "./unique-id.ts";
import { uniqueLookupKey } from "./unique-lookup-key.ts";
import { uniqueUsername } from "./unique-username.ts";

export type { Finding, Rule } from "./rule.ts";

export const rules: readonly Rule[] = [
  uniqueUsername,
  uniqueCredentialName,
  onePlugin,
  authPlugin,
  uniqueLookupKey,
  uniqueId,
  knownPlugin,
  knownField,
  referenceExists,
  legacyAuth,
];
