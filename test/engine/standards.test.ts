/** The examples that the standards themselves print, and every JWS algorithm with keys made here. */
import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/engine/contract.ts";
import { type Case, openCase, toRequest } from "./case-file.ts";

const routes = [
  { id: "jwt", uri: "/jwt", upstream: { nodes: { "127.0.0.1:9": 1 } }, plugins: { "jwt-auth": {} } },
  {
    id: "iss",
    uri: "/iss",
    upstream: { nodes: { "127.0.0.1:9": 1 } },
    plugins: { "jwt-auth": { key_claim_name: "iss" } },
  },
  { id: "get", uri: "/get", upstream: { nodes: { "127.0.0.1:9": 1 } }, plugins: { "hmac-auth": {} } },
];

function withCredential(config: Record<string, unknown>, plugin = "jwt-auth"): Case {
  const consumers = [{ username: "jane", credentials: [{ name: "c", plugins: { [plugin]: config } }] }];
  return { name: "", config: { consumers, routes }, requests: [] };
}

async function decideAt(time: string, each: Case, send: string, headers: Record<string, string>): Promise<Decision> {
  const { engine, clock } = openCase(each);
  clock.now = Date.parse(time);
  return engine.decide(toRequest({ send, headers }, each));
}

test("the worked example of reference 2.3", async () => {
  const text = "john-key\nGET /get?x=1\ndate: Tue, 19 Nov 2024 12:00:00 GMT\n";
  const signature = createHmac("sha256", "john-secret-key").update(text).digest("base64");
  const headers = {
    Date: "Tue, 19 Nov 2024 12:00:00 GMT",
    Authorization: `Signature keyId="john-key",algorithm="hmac-sha256",headers="@request-target date",signature="${signature}"`,
  };
  const john = withCredential({ key_id: "john-key", secret_key: "john-secret-key" }, "hmac-auth");
  expect(await decideAt("2024-11-19T12:00:00Z", john, "GET /get?x=1", headers)).toMatchObject({ consumer: "jane" });
  expect(await decideAt("2024-11-19T12:00:00Z", john, "GET /get?x=2", headers)).toMatchObject({ status: 401 });
  expect(await decideAt("2024-11-19T12:00:00Z", john, "POST /get?x=1", headers)).toMatchObject({ status: 401 });
});

describe("RFC 7515 appendix A.1", () => {
  const token =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9" +
    ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" +
    ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  const key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
  // Standard base64, as the field asks for.
  const secret = Buffer.from(key, "base64url").toString("base64");
  const joe = withCredential({ key: "joe", secret, base64_secret: true });
  const headers = { Authorization: `Bearer ${token}` };

  test("is expired today, with a good signature", async () => {
    expect(await decideAt("2026-08-01T00:00:00Z", joe, "GET /iss", headers)).toMatchObject({
      status: 401,
      reason: "claim exp does not hold",
    });
  });
  test("was good in 2011", async () => {
    expect(await decideAt("2011-03-22T18:42:59Z", joe, "GET /iss", headers)).toMatchObject({ consumer: "jane" });
    expect(await decideAt("2011-03-22T18:43:00Z", joe, "GET /iss", headers)).toMatchObject({ status: 401 });
  });
  test("and not with another signature", async () => {
    const tampered = { Authorization: `Bearer ${token.replace("dBjf", "dBjg")}` };
    expect(await decideAt("2011-03-22T18:42:59Z", joe, "GET /iss", tampered)).toMatchObject({
      reason: "wrong signature",
    });
  });
});

interface Signer {
  readonly algorithm: string;
  readonly credential: Readonly<Record<string, unknown>>;
  sign(text: string): Buffer;
}

const secret = "0123456789abcdef".repeat(4);
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });

function pem(key: KeyObject): string {
  return key.export({ type: "spki", format: "pem" }).toString();
}

function hs(bits: number): Signer {
  const signText = (text: string) => createHmac(`sha${bits}`, secret).update(text).digest();
  return { algorithm: `HS${bits}`, credential: { secret }, sign: signText };
}

function rs(bits: number): Signer {
  const signText = (text: string) => sign(`sha${bits}`, Buffer.from(text), rsa.privateKey);
  return { algorithm: `RS${bits}`, credential: { public_key: pem(rsa.publicKey) }, sign: signText };
}

function ps(bits: number): Signer {
  const key = { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: bits / 8 };
  const signText = (text: string) => sign(`sha${bits}`, Buffer.from(text), key);
  return { algorithm: `PS${bits}`, credential: { public_key: pem(rsa.publicKey) }, sign: signText };
}

function es(bits: number, namedCurve: string): Signer {
  const pair = generateKeyPairSync("ec", { namedCurve });
  const signText = (text: string) =>
    sign(`sha${bits}`, Buffer.from(text), { key: pair.privateKey, dsaEncoding: "ieee-p1363" });
  return { algorithm: `ES${bits}`, credential: { public_key: pem(pair.publicKey) }, sign: signText };
}

function eddsa(): Signer {
  const pair = generateKeyPairSync("ed25519");
  const signText = (text: string) => sign(null, Buffer.from(text), pair.privateKey);
  return { algorithm: "EdDSA", credential: { public_key: pem(pair.publicKey) }, sign: signText };
}

const signers: readonly Signer[] = [
  ...[256, 384, 512].flatMap((bits) => [hs(bits), rs(bits), ps(bits)]),
  es(256, "P-256"),
  es(384, "P-384"),
  es(512, "P-521"),
  eddsa(),
];

test("all 13 algorithms are tried", () => expect(signers).toHaveLength(13));

describe.each(signers)("$algorithm", (signer) => {
  const each = withCredential({ key: "k", algorithm: signer.algorithm, ...signer.credential });
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = (alg: unknown, claims: unknown, signText: (text: string) => Buffer = signer.sign) => {
    const text = `${encode({ alg })}.${encode(claims)}`;
    return `${text}.${signText(text).toString("base64url")}`;
  };
  const good = signed(signer.algorithm, { key: "k" });
  const [header = "", payload = "", signature = ""] = good.split(".");
  const flipped = Buffer.from(signature, "base64url");
  flipped[5] = (flipped[5] ?? 0) ^ 1;
  const publicKey = signer.credential.public_key;
  const confusion = (text: string) =>
    createHmac("sha256", String(publicKey ?? ""))
      .update(text)
      .digest();

  const table: readonly (readonly [string, string, "passes" | "refused"])[] = [
    ["as signed", good, "passes"],
    ["other claims", `${header}.${encode({ key: "k", admin: true })}.${signature}`, "refused"],
    ["a flipped bit", `${header}.${payload}.${flipped.toString("base64url")}`, "refused"],
    [
      "a signature cut short",
      `${header}.${payload}.${Buffer.from(signature, "base64url").subarray(0, -3).toString("base64url")}`,
      "refused",
    ],
    ["no signature", `${header}.${payload}.`, "refused"],
    ["alg none", `${encode({ alg: "none" })}.${payload}.`, "refused"],
    ["alg none with the signature", `${encode({ alg: "none" })}.${payload}.${signature}`, "refused"],
    ["no alg, signed", signed(undefined, { key: "k" }), "refused"],
    ["alg in a list, signed", signed([signer.algorithm], { key: "k" }), "refused"],
    ["alg in lower case, signed", signed(signer.algorithm.toLowerCase(), { key: "k" }), "refused"],
    ...signers
      .filter(({ algorithm }) => algorithm !== signer.algorithm)
      .map(({ algorithm }) => [`alg ${algorithm}, signed`, signed(algorithm, { key: "k" }), "refused"] as const),
    ...(publicKey === undefined
      ? []
      : ([
          ["the public key as HS256 secret", signed("HS256", { key: "k" }, confusion), "refused"],
          ["the same under its own alg", signed(signer.algorithm, { key: "k" }, confusion), "refused"],
        ] as const)),
  ];

  test.each(table)("%s", async (_, token, expected) => {
    const decision = await decideAt("2026-08-01T00:00:00Z", each, "GET /jwt", { Authorization: `Bearer ${token}` });
    if (expected === "passes") expect(decision).toMatchObject({ kind: "forward", consumer: "jane" });
    else expect(decision).toMatchObject({ status: 401, body: '{"message":"failed to verify jwt"}' });
  });
});

test("ES signatures in DER are refused", async () => {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const each = withCredential({ key: "k", algorithm: "ES256", public_key: pem(pair.publicKey) });
  const text = [{ alg: "ES256" }, { key: "k" }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const der = sign("sha256", Buffer.from(text), pair.privateKey).toString("base64url");
  const headers = { Authorization: `Bearer ${text}.${der}` };
  expect(await decideAt("2026-08-01T00:00:00Z", each, "GET /jwt", headers)).toMatchObject({
    reason: "wrong signature",
  });
});
