/** The rules about the shared secret of a jwt-auth credential. */
import { isSecretReference } from "../../model/auth.ts";
import { isUnset } from "../../source/environment.ts";
import { base64Length } from "../base64.ts";
import { describeCredential, fieldOf, pluginSpot, textField } from "./plugins-of.ts";
import type { Finding, Rule, RuleContext, Visitor } from "./rule.ts";

/** RFC 7518 section 3.2: a key shorter than the hash makes the hash's strength a pretence. */
export const shortJwtSecret: Rule = {
  id: "credential/short-jwt-secret",
  severity: "warning",
  visit: (context) =>
    visitSecrets(context, (algorithm, secret, isBase64) => {
      const needed = secretBytesByAlgorithm.get(algorithm);
      if (needed === undefined || isAtLeast(secret, isBase64, needed)) return undefined;
      return {
        message: `is shorter than the ${needed} bytes that ${algorithm} needs`,
        help: `Take ${needed} random bytes or more, such as \`openssl rand -hex ${needed}\` makes.`,
      };
    }),
};

/** A gateway refuses base64_secret with a secret that is not base64. */
export const base64Secret: Rule = {
  id: "credential/base64-secret",
  severity: "error",
  visit: (context) =>
    visitSecrets(context, (algorithm, secret, isBase64) => {
      if (!isBase64 || secretBytesByAlgorithm.get(algorithm) === undefined || base64Length(secret) !== undefined)
        return undefined;
      return {
        message: "is not base64, though base64_secret is true",
        help: "Encode the secret (the standard alphabet, with + and /), or take base64_secret out.",
      };
    }),
};

/** RFC 7518 section 3.2. */
export const secretBytesByAlgorithm: ReadonlyMap<string, number> = new Map(
  Object.entries({ HS256: 32, HS384: 48, HS512: 64 }),
);

const encoder = new TextEncoder();

/** What is not base64, though it should be, is told by the other rule. */
function isAtLeast(secret: string, isBase64: boolean, bytes: number): boolean {
  if (isBase64) return (base64Length(secret) ?? bytes) >= bytes;
  // A text has as many bytes as characters, or more.
  return secret.length >= bytes || encoder.encode(secret).length >= bytes;
}

function visitSecrets(
  { report }: RuleContext,
  look: (algorithm: string, secret: string, isBase64: boolean) => Omit<Finding, "place" | "path"> | undefined,
): Visitor {
  return {
    credential(plugin, settings, consumer, credential) {
      if (plugin !== "jwt-auth") return;
      const secret = textField(settings, "secret");
      if (secret === undefined || isSecretReference(secret) || isUnset(secret)) return;
      const algorithm = textField(settings, "algorithm") ?? "HS256";
      const words = look(algorithm, secret, fieldOf(settings, "base64_secret") === true);
      if (!words) return;
      report({
        ...pluginSpot(credential ?? consumer, plugin, "secret"),
        ...words,
        message: `the secret of ${describeCredential(consumer, credential)} ${words.message}`,
      });
    },
  };
}
