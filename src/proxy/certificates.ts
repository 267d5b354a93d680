/** Chooses the certificate by the name that a client asks for (RFC 6066 section 3, RFC 6125 section 6.4). */
import { constants, X509Certificate } from "node:crypto";
import { createSecureContext, type SecureContext, type SecureContextOptions } from "node:tls";
import type { CertificatePair, ListenTls } from "./contract.ts";

export interface Certificates {
  /** Of the first pair. */
  readonly defaultOptions: SecureContextOptions;
  /** Undefined: the default. */
  contextOf(serverName: string): SecureContext | undefined;
}

/** What TLS 1.3 has, and of TLS 1.2 the suites with forward secrecy and AEAD: the others are forbidden with HTTP/2 (RFC 9113 section 9.2.2). */
const ciphers = [
  "TLS_AES_128_GCM_SHA256",
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
  "ECDHE-ECDSA-CHACHA20-POLY1305",
  "ECDHE-RSA-CHACHA20-POLY1305",
].join(":");

/** @throws what OpenSSL says of a pair that does not belong together or is none */
export function createCertificates({ certificates, clientCa }: ListenTls): Certificates {
  const contexts = new Map<string, SecureContext>();
  const [first] = certificates;
  if (first === undefined) throw new Error("no certificate");
  for (const pair of certificates) {
    const context = createSecureContext(optionsOf(pair, clientCa));
    for (const name of namesOf(pair)) if (!contexts.has(name)) contexts.set(name, context);
  }
  return {
    defaultOptions: optionsOf(first, clientCa),
    contextOf(serverName) {
      const name = serverName.toLowerCase().replace(/\.$/, "");
      return contexts.get(name) ?? contexts.get(name.replace(/^[^.]+/, "*"));
    },
  };
}

/** The DNS names, lower case, of a certificate; its common name if it has no alternative ones. */
export function namesOf({ cert }: Pick<CertificatePair, "cert">): readonly string[] {
  const { subjectAltName, subject } = new X509Certificate(cert);
  // Node puts quotes around what could be taken for two names.
  const names = subjectAltName?.split(", ").flatMap((name) => /^DNS:([^"]+)$/.exec(name)?.[1] ?? []);
  const common = /(?:^|\n)CN=([^\n]+)/.exec(subject ?? "")?.[1];
  return (names ?? (common === undefined ? [] : [common])).map((name) => name.toLowerCase());
}

function optionsOf({ cert, key }: CertificatePair, clientCa: string | undefined): SecureContextOptions {
  return {
    cert,
    key,
    ciphers,
    minVersion: "TLSv1.2",
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    ...(clientCa === undefined ? {} : { ca: clientCa }),
  };
}
