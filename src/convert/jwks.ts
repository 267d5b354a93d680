/** JSON Web Key Sets (RFC 7517, 7518 section 6, 8037): every key that verifies signatures becomes a jwt-auth credential of one consumer. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { SourceText } from "../source/document.ts";
import { spanBetween } from "../source/positions.ts";
import type { ConvertContext, Converter } from "./contract.ts";
import { foreignOf, readForeign } from "./documents.ts";
import type { DraftConsumer } from "./draft.ts";
import type { Foreign } from "./foreign.ts";

/** Private members (RFC 7518 sections 6.2.2 and 6.3.2, RFC 8037 section 2). */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth"] as const;

/** Public members by key type. */
const publicMembers: Readonly<Record<string, readonly string[]>> = {
  RSA: ["n", "e"],
  EC: ["crv", "x", "y"],
  OKP: ["crv", "x"],
};

/** Certificates and their digests say nothing that the key itself does not. */
const redundantMembers = ["x5c", "x5t", "x5t#S256", "x5u"] as const;

/** The algorithms that a key of this type, and curve, can serve; the first is meant if `alg` is missing. */
const algorithms: Readonly<Record<string, readonly string[]>> = {
  RSA: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  "EC P-256": ["ES256"],
  "EC P-384": ["ES384"],
  "EC P-521": ["ES512"],
  "OKP Ed25519": ["EdDSA"],
  oct: ["HS256", "HS384", "HS512"],
};

export const convertJwks: Converter = (source, draft, context) => {
  const { documents, diagnostics } = readForeign(source);
  if (diagnostics.length > 0) return diagnostics;
  if (context.consumer === undefined) return [needsConsumer(source)];
  const consumer = draft.addConsumer(context.consumer, spanBetween(source, 0, 0));
  const problems: Diagnostic[] = [];
  for (const document of documents) {
    const root = foreignOf(document, draft);
    const { value } = document;
    const isOneKey = isMap(value) && "kty" in value;
    const keys = isOneKey ? [root] : root.list("keys");
    if (!isOneKey && !(isMap(value) && Array.isArray(value["keys"]))) problems.push(noKeys(root));
    for (const key of keys) addKey(key, consumer, context);
    root.reportUntaken(() => "Nothing in a credential corresponds to it.");
  }
  return problems;
};

/** Why a key is left out, and what to do instead. */
type Refusal = readonly [became: string, instead: string];

function addKey(jwk: Foreign, consumer: DraftConsumer, context: ConvertContext): void {
  const kid = jwk.text("kid");
  const shown = kid === undefined ? "a key without `kid`" : `the key "${kid}"`;
  jwk.ignore(...redundantMembers);
  const settings = settingsOf(jwk, shown, kid, context);
  if (isRefusal(settings)) {
    jwk.lose("dropped", shown, ...settings);
    return;
  }
  if (consumer.credentials.length === 0) noteClaim(jwk);
  const plugins = { "jwt-auth": { key: kid, ...settings } };
  consumer.credentials.push({ name: kid ?? "", span: jwk.span(), fields: { plugins } });
}

function isRefusal(settings: Refusal | JsonMap): settings is Refusal {
  return Array.isArray(settings);
}

/** The fields of the jwt-auth credential but its key. */
function settingsOf(jwk: Foreign, shown: string, kid: string | undefined, context: ConvertContext): Refusal | JsonMap {
  const type = jwk.text("kty") ?? "";
  const curve = type === "EC" || type === "OKP" ? ` ${String(jwk.field("crv")?.value)}` : "";
  const fitting = algorithms[`${type}${curve}`];
  if (!fitting) {
    return [
      `no algorithm of jwt-auth uses a key of type ${type || "(none)"}${curve}`,
      "Have the issuer publish an RSA, EC or Ed25519 key.",
    ];
  }
  if (!["sig", undefined].includes(jwk.text("use")))
    return ["its `use` is not `sig`: it verifies no signature", "Nothing: no token is signed with it."];
  const operations = jwk.texts("key_ops");
  if (operations.length > 0 && !operations.includes("verify")) {
    return ["its `key_ops` do not include `verify`", "Publish the key that verifies."];
  }
  if (!kid) return ["a gateway finds a key by its name, and this one has none", "Have the issuer give it a `kid`."];
  const algorithm = jwk.text("alg");
  if (algorithm !== undefined && !fitting.includes(algorithm)) {
    return [`its \`alg\` is none that a ${type}${curve} key has in jwt-auth`, `Use one of ${fitting.join(", ")}.`];
  }
  const key = type === "oct" ? sharedSecret(jwk) : publicKey(jwk, type, shown, context);
  if (!key) return ["its members are not those of a valid key", "Get the key again from its issuer."];
  const chosen = algorithm ?? fitting[0];
  if (algorithm === undefined && fitting.length > 1) {
    jwk
      .field("kty")
      ?.lose(
        "approximated",
        `${shown}, which has no \`alg\``,
        `${chosen} is taken, and tokens of other algorithms are refused`,
        "Set `algorithm` to the one that the issuer signs with.",
      );
  }
  return { algorithm: chosen, ...key };
}

function publicKey(jwk: Foreign, type: string, shown: string, { publicKeyPem }: ConvertContext): JsonMap | undefined {
  const present = privateMembers.flatMap((name) => jwk.field(name)?.take() ?? []);
  const names = present.map(({ path }) => `\`${path.at(-1)}\``).join(", ");
  present[0]?.lose(
    "dropped",
    `private members (${names}) of ${shown}`,
    "they are never written",
    "Whoever can read this file can sign tokens: keep private keys with the issuer alone, and replace this one.",
    "key",
  );
  const members = Object.fromEntries((publicMembers[type] ?? []).map((name) => [name, jwk.text(name)]));
  // What is not base64url is passed over in silence by some readers.
  if (!Object.values(members).every((text) => text !== undefined && /^[A-Za-z0-9_-]+$/.test(text))) return undefined;
  const pem = publicKeyPem({ kty: type, ...members });
  return pem === undefined ? undefined : { public_key: pem };
}

/** The bytes of `k`, which need not be text: jwt-auth takes them as base64. */
function sharedSecret(jwk: Foreign): JsonMap | undefined {
  const encoded = jwk.text("k")?.replace(/=+$/, "");
  if (!encoded || !/^[A-Za-z0-9_-]+$/.test(encoded) || encoded.length % 4 === 1) return undefined;
  const secret = encoded.replaceAll("-", "+").replaceAll("_", "/");
  return { secret: secret.padEnd(Math.ceil(secret.length / 4) * 4, "="), base64_secret: true };
}

/** jwt-auth looks at a claim of the payload (gateway reference, section 2.4), other software at the header. */
function noteClaim(jwk: Foreign): void {
  jwk
    .field("kid")
    ?.lose(
      "noted",
      "`kid`, by which other software finds a key in the header of a token",
      "a gateway finds the credential by the claim `key` of the payload",
      "Have the issuer add the claim, or name another one in `key_claim_name` of the route's jwt-auth and write its value as `key`.",
      "key",
    );
}

function needsConsumer(source: SourceText): Diagnostic {
  return {
    rule: "convert/jwks-consumer",
    severity: "error",
    message: "a JWKS does not say whose its keys are",
    span: spanBetween(source, 0, 0),
    help: "Name the consumer with --consumer NAME.",
  };
}

function noKeys(root: Foreign): Diagnostic {
  return {
    rule: "convert/jwks-keys",
    severity: "error",
    message: "this is no JSON Web Key Set: it has no list `keys`",
    span: root.span(),
    help: "Name a file of the form of RFC 7517, section 5.",
  };
}
