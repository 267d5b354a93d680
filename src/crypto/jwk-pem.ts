/** The PEM form of a public JSON Web Key (RFC 7517), by node:crypto. */
import { createPublicKey, type JsonWebKey } from "node:crypto";

/** SubjectPublicKeyInfo in PEM; undefined if the members are not those of a key. */
export function publicKeyPem(jwk: Readonly<Record<string, unknown>>): string | undefined {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: "jwk" })
      .export({ type: "spki", format: "pem" })
      .toString();
  } catch {
    return undefined;
  }
}
