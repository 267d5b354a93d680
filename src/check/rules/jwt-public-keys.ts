/** The rules about the public key of a jwt-auth credential. */
import { isSecretReference } from "../../model/auth.ts";
import { isUnset } from "../../source/environment.ts";
import { holdsPrivateKey, type KeyProblem, type PublicKey, readPublicKey } from "../public-key.ts";
import { describeCredential, pluginSpot, textField } from "./plugins-of.ts";
import type { Finding, Rule, RuleContext, Visitor } from "./rule.ts";

/** No token verifies with a key that cannot be read or is of another kind than the algorithm (RFC 7518 section 3.1, RFC 8037): the credential admits nobody, and only at run time. */
export const publicKey: Rule = {
  id: "credential/public-key",
  severity: "error",
  visit: (context) =>
    visitKeys(context, (algorithm, pem) => {
      const expected = expectedKinds.get(algorithm);
      if (!expected) return undefined;
      const result = readPublicKey(pem);
      if ("problem" in result) return problems[result.problem];
      const found = nameOf(result.key);
      if (expected.includes(found)) return undefined;
      return {
        message: `is ${found}, but ${algorithm} needs ${expected.join(" or ")}`,
        help: "Take the key of the right kind, or name the algorithm that the caller signs with.",
      };
    }),
};

/** A private key lets whoever reads the file, or the gateway's store, sign tokens in the caller's name. */
export const privateKey: Rule = {
  id: "credential/private-key",
  severity: "error",
  visit: (context) =>
    visitKeys(context, (_algorithm, pem) =>
      holdsPrivateKey(pem)
        ? {
            message: "holds a private key",
            help: "Make a new pair, since this one has been shown; put its public half here (`openssl pkey -in key.pem -pubout`).",
          }
        : undefined,
    ),
};

/** RFC 7518 section 3.3: an RSA key must have 2048 bits or more; one of 829 bits has been factored in public. */
export const shortRsaKey: Rule = {
  id: "credential/short-rsa-key",
  severity: "warning",
  visit: (context) =>
    visitKeys(context, (algorithm, pem) => {
      if (expectedKinds.get(algorithm) !== rsa) return undefined;
      const result = readPublicKey(pem);
      if ("problem" in result || result.key.kind !== "rsa" || result.key.bits >= fewestBits) return undefined;
      return {
        message: `is an RSA key of ${result.key.bits} bits; at least ${fewestBits} are needed`,
        help: "Ask the caller for a longer key, or for an EC or Ed25519 one.",
      };
    }),
};

const fewestBits = 2048;
const rsa: readonly string[] = ["RSA"];

/** Of the algorithms that verify with a public key. */
const expectedKinds: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    RS256: rsa,
    RS384: rsa,
    RS512: rsa,
    PS256: rsa,
    PS384: rsa,
    PS512: rsa,
    ES256: ["EC P-256"],
    ES384: ["EC P-384"],
    ES512: ["EC P-521"],
    EdDSA: ["Ed25519", "Ed448"],
  }),
);

type Words = Omit<Finding, "place" | "path">;

const problems: Readonly<Record<KeyProblem, Words | undefined>> = {
  // Told by the rule credential/private-key.
  "private-key": undefined,
  certificate: {
    message: "is a certificate, not a public key",
    help: "Take the key out of it: `openssl x509 -in certificate.pem -pubkey -noout`.",
  },
  "escaped-lines": {
    message: "has \\n where its lines should end",
    help: 'Put the text in double quotes, in which \\n is a new line, or write it as a block behind "|".',
  },
  "not-pem": {
    message: "is not in PEM",
    help: "It begins with a line -----BEGIN PUBLIC KEY----- and ends with a line -----END PUBLIC KEY-----.",
  },
  "other-pem": {
    message: "is PEM, but not of a public key",
    help: "Its first line should be -----BEGIN PUBLIC KEY-----.",
  },
  damaged: {
    message: "cannot be read: its content is cut off or changed",
    help: "Copy it again as a whole; `openssl pkey -pubin -in key.pem -noout` reads it when it is right.",
  },
};

function nameOf(key: PublicKey): string {
  switch (key.kind) {
    case "rsa":
      return "RSA";
    case "ec":
      return `EC ${key.curve}`;
    case "ed25519":
      return "Ed25519";
    case "ed448":
      return "Ed448";
    case "other":
      return key.name;
  }
}

function visitKeys({ report }: RuleContext, look: (algorithm: string, pem: string) => Words | undefined): Visitor {
  return {
    credential(plugin, settings, consumer, credential) {
      if (plugin !== "jwt-auth") return;
      const pem = textField(settings, "public_key");
      if (pem === undefined || isSecretReference(pem) || isUnset(pem)) return;
      const words = look(textField(settings, "algorithm") ?? "HS256", pem);
      if (!words) return;
      report({
        ...pluginSpot(credential ?? consumer, plugin, "public_key"),
        ...words,
        message: `the public_key of ${describeCredential(consumer, credential)} ${words.message}`,
      });
    },
  };
}
