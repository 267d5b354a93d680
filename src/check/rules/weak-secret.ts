import type { AuthPlugin } from "../../model/auth.ts";
import { isSecretReference, lookupField } from "../../model/auth.ts";
import { secretFieldsByPlugin } from "../../model/generated/fields.ts";
import { isUnset } from "../../source/environment.ts";
import { describeCredential, pluginSpot, textField } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";
import { fewestDifferent, isMadeOfWords, isRegular } from "./secret-words.ts";

/** A credential is as good as its secret is hard to guess; a gateway takes any. Length as in NIST SP 800-63B-4 section 3.1.1.2 for passwords, 16 characters for what no person types. */
export const weakSecret: Rule = {
  id: "credential/weak-secret",
  severity: "warning",
  visit: ({ report }) => ({
    credential(plugin, settings, consumer, credential) {
      const field = secretFieldsByPlugin[plugin]?.[0];
      const secret = field === undefined ? undefined : textField(settings, field);
      if (field === undefined || secret === undefined || isSecretReference(secret) || isUnset(secret)) return;
      const isName =
        isSame(secret, consumer.id) ||
        isSame(secret, credential?.value.name) ||
        isSame(secret, otherName(plugin, settings));
      const weakness = isName ? "is a name that everybody can see" : weaknessOf(secret, plugin);
      if (weakness === undefined) return;
      report({
        ...pluginSpot(credential ?? consumer, plugin, field),
        message: `the ${field} of ${describeCredential(consumer, credential)} ${weakness}`,
        help: "Take a random one, such as `openssl rand -hex 24` makes.",
      });
    },
  }),
};

/** Characters. That of a jwt-auth secret follows from its algorithm: rule credential/short-jwt-secret. */
export const shortestSecrets: Readonly<Record<AuthPlugin, number>> = {
  "key-auth": 16,
  "basic-auth": 15,
  "hmac-auth": 16,
  "jwt-auth": 0,
};

/** The name that goes over the wire beside the secret; a key of key-auth is the secret itself. */
function otherName(plugin: AuthPlugin, settings: unknown): string | undefined {
  return plugin === "key-auth" ? undefined : textField(settings, lookupField[plugin]);
}

/** How a secret is weak, whatever the names around it; undefined for a strong one. */
export function weaknessOf(secret: string, plugin: AuthPlugin): string | undefined {
  const shortestLength = shortestSecrets[plugin];
  if (isMadeOfWords(secret)) return "is made of words that are guessed first";
  if (secret.length < shortestLength) return `is shorter than ${shortestLength} characters`;
  if (isRegular(secret)) return "follows a pattern";
  return hasFewDifferent(secret) ? `has fewer than ${fewestDifferent} different characters` : undefined;
}

function hasFewDifferent(secret: string): boolean {
  const seen: number[] = [];
  for (let index = 0; index < secret.length && seen.length < fewestDifferent; index += 1) {
    const code = secret.charCodeAt(index);
    if (!seen.includes(code)) seen.push(code);
  }
  return seen.length < fewestDifferent;
}

function isSame(secret: string, name: string | undefined): boolean {
  return name !== undefined && name.length === secret.length && name.toLowerCase() === secret.toLowerCase();
}
