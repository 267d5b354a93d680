/** Consumers of Kong with their credentials, nested or at the top of the file. */
import type { Draft } from "../draft.ts";
import type { Foreign } from "../foreign.ts";
import { addTags, type Labels, takeLabel } from "../labels.ts";
import { type Consumer, type KongFile, referenceOf } from "./entities.ts";
import { secretText } from "./values.ts";

interface CredentialKind {
  readonly plugin: string;
  settings(credential: Foreign, shown: string, file: KongFile, isBase64: boolean): Record<string, unknown> | undefined;
}

/** By the name of the list, which is the same in a consumer and at the top. */
const credentialKinds: Readonly<Record<string, CredentialKind>> = {
  keyauth_credentials: {
    plugin: "key-auth",
    settings: (credential, shown) => ({ key: secretText(credential, "key", shown) }),
  },
  basicauth_credentials: {
    plugin: "basic-auth",
    settings(credential, shown, { isHashed }) {
      const username = credential.text("username");
      const password = credential.field("password");
      // `deck dump` and `kong config db_export` give SHA-1 of the password and the consumer's id.
      if (password && (isHashed || /^[0-9a-f]{40}$/.test(String(password.value)))) {
        const became = "the credential is left out: a hash cannot be turned back into a password";
        credential.lose(
          "dropped",
          `${shown} with a hashed password`,
          became,
          `Give ${username ?? "the consumer"} a new password.`,
        );
        return undefined;
      }
      return { username, password: secretText(credential, "password", shown) };
    },
  },
  hmacauth_credentials: {
    plugin: "hmac-auth",
    settings: (credential, shown) => ({
      key_id: credential.text("username"),
      secret_key: secretText(credential, "secret", shown),
    }),
  },
  jwt_secrets: {
    plugin: "jwt-auth",
    settings(credential, shown, _file, isBase64) {
      const algorithm = credential.text("algorithm");
      const isShared = algorithm === undefined || algorithm.startsWith("HS");
      const key = secretText(credential, "key", shown);
      if (isShared) {
        const secret = secretText(credential, "secret", shown);
        return { key, secret, ...(algorithm && { algorithm }), ...(isBase64 && { base64_secret: true }) };
      }
      // Kong fills `secret` for every algorithm; it is of no use here.
      credential.ignore("secret");
      return { key, algorithm, public_key: credential.text("rsa_public_key") };
    },
  },
};

export function readConsumer(foreign: Foreign, draft: Draft, file: KongFile): void {
  const username = foreign.text("username");
  const customId = foreign.field("custom_id");
  const original = username ?? (typeof customId?.value === "string" ? customId.value : undefined);
  foreign.ignore("created_at", "updated_at");
  if (original === undefined) {
    foreign.lose(
      "dropped",
      "a consumer without a username",
      "it is left out: nothing tells it from others",
      "Give it a username.",
    );
    return;
  }
  if (username === undefined) {
    const became = `its custom_id "${original}" is taken as its username`;
    draft.lose({
      span: foreign.span(),
      found: "a consumer without a username",
      outcome: "approximated",
      became,
      instead: "Give it a username.",
    });
  }
  const labels: Labels = {};
  if (customId) takeLabel(labels, "custom_id", customId);
  const tags = foreign.texts("tags");
  const consumer: Consumer = {
    foreign,
    shown: `consumer "${original}"`,
    plugins: {},
    draft: draft.addConsumer(original, foreign.span(), { labels }),
    groups: [...foreign.list("groups")],
    isWithheld: false,
  };
  addTags(labels, tags);
  file.consumers.add(consumer, original, foreign.text("id"));
}

/** @param isBase64 what the file's jwt plugins say of all shared secrets */
export function readCredentials(root: Foreign, file: KongFile, isBase64: boolean): void {
  for (const [list, kind] of Object.entries(credentialKinds)) {
    for (const consumer of file.consumers.all) {
      for (const credential of consumer.foreign.list(list)) addCredential(credential, kind, consumer, file, isBase64);
    }
    for (const credential of root.list(list)) {
      const consumer = ownerOf(credential, file, `a ${kind.plugin} credential`);
      if (consumer) addCredential(credential, kind, consumer, file, isBase64);
    }
  }
}

/** The consumer that an item at the top of the file names; without one the item is reported. */
export function ownerOf(item: Foreign, file: KongFile, found: string): Consumer | undefined {
  const owner = file.consumers.find(referenceOf(item.field("consumer")));
  if (!owner) item.lose("dropped", found, "its consumer is not in the file", "Add the consumer, or delete it.");
  return owner;
}

function addCredential(
  credential: Foreign,
  kind: CredentialKind,
  consumer: Consumer,
  file: KongFile,
  isBase64: boolean,
): void {
  const shown = `a ${kind.plugin} credential of ${consumer.shown}`;
  credential.ignore("id", "created_at", "consumer");
  credential
    .field("ttl")
    ?.lose(
      "dropped",
      `\`ttl\` of ${shown}`,
      "the credential does not expire",
      "Rotate or delete it when its time has come.",
      "key",
    );
  const labels: Labels = {};
  addTags(labels, credential.texts("tags"));
  const settings = kind.settings(credential, shown, file, isBase64);
  if (!settings) return;
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  consumer.draft.credentials.push({
    name: kind.plugin,
    span: credential.span(),
    fields: { ...(Object.keys(labels).length > 0 && { labels }), plugins: { [kind.plugin]: given } },
  });
}
