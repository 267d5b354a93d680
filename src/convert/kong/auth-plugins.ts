/** Kong's auth plugins on routes and services. Sources: the schemas of Kong Gateway 3; gateway reference, sections 2.1 to 2.4. */
import type { Foreign } from "../foreign.ts";
import { settings, type Turn, type TurnContext } from "./turn.ts";

const realmForm = /^[ !#-[\]-~]{1,128}$/;

export const turnKeyAuth: Turn = (config, context) => {
  config.ignoreIf("key_in_header", true);
  config.ignoreIf("key_in_query", true);
  config.ignoreIf("key_in_body", false);
  const name = firstOf(config, "key_names", context) ?? "apikey";
  const isDefault = name === "apikey";
  return {
    plugin: "key-auth",
    config: settings({ ...(!isDefault && { header: name, query: name }), ...shared(config, context) }),
  };
};

export const turnBasicAuth: Turn = (config, context) => ({
  plugin: "basic-auth",
  config: settings(shared(config, context)),
});

const hmacAlgorithms: ReadonlySet<string> = new Set(["hmac-sha1", "hmac-sha256", "hmac-sha512"]);

export const turnHmacAuth: Turn = (config, context) => {
  const algorithms = config.texts("algorithms");
  const allowed = algorithms.filter((name) => hmacAlgorithms.has(name));
  if (algorithms.length > 0 && allowed.length === 0) return undefined;
  for (const item of config.list("algorithms")) {
    if (hmacAlgorithms.has(String(item.value))) continue;
    item.lose(
      "dropped",
      `the algorithm "${item.value}" of ${context.shown}`,
      "requests that are signed with it are refused",
      "Sign with hmac-sha256.",
    );
  }
  const fields = {
    allowed_algorithms: allowed,
    signed_headers: config.texts("enforce_headers"),
    clock_skew: config.number("clock_skew"),
    validate_request_body: config.flag("validate_request_body"),
    ...shared(config, context),
  };
  const place = config.field("enforce_headers") ?? config.field("algorithms") ?? config;
  place.lose(
    "approximated",
    context.shown,
    "callers must sign in another way: `Authorization: Signature keyId=…`, and the key's id is the first line of what is signed",
    "Change the callers, or give them another kind of credential.",
  );
  return { plugin: "hmac-auth", config: settings(fields) };
};

export const turnJwt: Turn = (config, context) => {
  // It goes to the credentials, see isBase64ForAll.
  config.ignore("secret_is_base64");
  config.ignoreIf("maximum_expiration", 0);
  const claim = config.text("key_claim_name") ?? "iss";
  if (claim === "kid") {
    config
      .field("key_claim_name")
      ?.lose(
        "approximated",
        `\`key_claim_name: kid\` of ${context.shown}`,
        "the claim is looked for in the payload of a token, not in its header",
        "Have the issuer add `kid` to the payload.",
        "key",
      );
  }
  const claims = config.texts("claims_to_verify").filter((name) => name === "exp" || name === "nbf");
  if (claims.length === 0) {
    config.lose(
      "approximated",
      `${context.shown}, which verifies no claims`,
      "`exp` and `nbf` of a token are verified where they are present",
      "Nothing, unless callers send tokens that have expired.",
      "key",
    );
  }
  const header = firstOf(config, "header_names", context);
  const query = firstOf(config, "uri_param_names", context);
  const fields = {
    key_claim_name: claim,
    header: header === "authorization" ? undefined : header,
    query: query === "jwt" ? undefined : query,
    cookie: firstOf(config, "cookie_names", context),
    claims_to_verify: claims,
    ...shared(config, context),
  };
  return { plugin: "jwt-auth", config: settings(fields) };
};

/** Where a gateway takes one name, and Kong any of several. */
function firstOf(config: Foreign, name: string, { shown }: TurnContext): string | undefined {
  const [first] = config.texts(name);
  for (const other of config.list(name).slice(1)) {
    other.lose(
      "approximated",
      `a further one of \`${name}\` of ${shown}: "${other.value}"`,
      `only the first, "${first}", is looked at`,
      "Have the callers use that one, or add multi-auth with one plugin for each name.",
    );
  }
  return first;
}

function shared(config: Foreign, context: TurnContext): Record<string, unknown> {
  config.ignoreIf("run_on_preflight", true);
  const realm = config.field("realm");
  const isRealm = typeof realm?.value === "string" && realmForm.test(realm.value);
  const isHidden = config.flag("hide_credentials");
  return {
    hide_credentials: isHidden || undefined,
    realm: isRealm ? realm.asText() : undefined,
    anonymous_consumer: anonymous(config, context),
  };
}

function anonymous(config: Foreign, { consumer, shown }: TurnContext): unknown {
  const reference = config.text("anonymous");
  if (reference === undefined || reference === "") return undefined;
  const found = consumer(reference);
  if (found) return found;
  config
    .field("anonymous")
    ?.lose(
      "dropped",
      `\`anonymous\` of ${shown}`,
      "there is no such consumer in the file: who is not authenticated is refused",
      "Add the consumer, and name it in `anonymous_consumer`.",
      "key",
    );
  return undefined;
}
