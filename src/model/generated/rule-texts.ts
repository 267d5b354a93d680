// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
/** What each rule finds, and why. */
import type { Severity } from "../diagnostic.ts";

export interface RuleText {
  /** Unless a project gives it another. */
  readonly severity: Severity | "off";
  /** One sentence. */
  readonly summary: string;
  /** The summary, and what more there is to say. */
  readonly details: string;
  readonly why: string;
}

export const ruleTexts: Readonly<Record<string, RuleText>> = {
  "consumer-group/unused": {
    severity: "warning",
    summary: "No consumer of the files is in this group.",
    details: "No consumer of the files is in this group.",
    why: "The group limits nobody; often its consumers name another one by mistake. Silent if no file declares consumers.",
  },
  "consumer/inline-auth": {
    severity: "warning",
    summary: "An auth plugin stands in the consumer itself.",
    details: "An auth plugin stands in the consumer itself.",
    why: "It works, but is deprecated: it has no name, cannot be rotated beside a second one, and leaves no `X-Credential-Identifier`.",
  },
  "consumer/shadowed-plugin": {
    severity: "off",
    summary: "A consumer's plugin replaces the one of a route that the consumer may call.",
    details: "A consumer's plugin replaces the one of a route that the consumer may call.",
    why: "It is replaced as a whole: a limit or restriction of the route no longer holds for this consumer. Often that is meant, so the rule is off by default.",
  },
  "consumer/unique-username": {
    severity: "error",
    summary: "Two consumers have the same username, be it in two files.",
    details: "Two consumers have the same username, be it in two files.",
    why: "The second would silently replace the first in the gateway. The rule cannot be switched off.",
  },
  "consumer/unreachable": {
    severity: "warning",
    summary: "No auth plugin of the routes that the files declare can ever admit this consumer.",
    details: "No auth plugin of the routes that the files declare can ever admit this consumer. Services, plugin configs, multi-auth, global rules and anonymous consumers count; routes that are switched off do not. The rule is silent if a route refers to a service or plugin config that no file declares.",
    why: "The caller was forgotten, or the authentication of a route was.",
  },
  "credential/auth-plugin": {
    severity: "error",
    summary: "A plugin in a credential does not authenticate.",
    details: "A plugin in a credential does not authenticate.",
    why: "Gateways refuse it. A limit or restriction belongs into the consumer's own `plugins`.",
  },
  "credential/base64-secret": {
    severity: "error",
    summary: "`base64_secret` is true, but the secret is not base64 (standard alphabet, padding optional).",
    details: "`base64_secret` is true, but the secret is not base64 (standard alphabet, padding optional).",
    why: "A gateway refuses it.",
  },
  "credential/literal-secret": {
    severity: "off",
    summary: "A secret stands in the file in clear: a secret field without `${VAR}`, `$env://` or `$secret://`, or a text elsewhere in plugins, labels or `desc` that has the form of a known service's token, or looks random (3 bits of entropy a character and more) under a name such as `Authorization`.",
    details: "A secret stands in the file in clear: a secret field without `${VAR}`, `$env://` or `$secret://`, or a text elsewhere in plugins, labels or `desc` that has the form of a known service's token, or looks random (3 bits of entropy a character and more) under a name such as `Authorization`. Placeholders such as `changeme` or `<your-key>` are left alone, and so is what `secrets.allow` of the project's settings lists.",
    why: "A secret in a file is in every clone and backup of the repository, and in its history for good. Off by default, since a first repository is often made by `dump`; switch it on as soon as the secrets have moved.",
  },
  "credential/one-plugin": {
    severity: "error",
    summary: "A credential has no plugin, or more than one.",
    details: "A credential has no plugin, or more than one.",
    why: "A credential is one way to authenticate: gateways refuse more than one plugin, and none admits nobody.",
  },
  "credential/private-key": {
    severity: "error",
    summary: "A private key stands where the public one belongs.",
    details: "A private key stands where the public one belongs.",
    why: "Whoever reads the file, or the gateway's store, can sign tokens in the caller's name. Make a new pair: this one has been shown.",
  },
  "credential/public-key": {
    severity: "error",
    summary: "The `public_key` of a jwt-auth credential cannot be read (RFC 7468 PEM with a SubjectPublicKeyInfo or a PKCS#1 RSA key), or is not of the kind that its algorithm needs: RSA for RS and PS, the curve P-256, P-384 or P-521 for ES256, ES384 and ES512, Ed25519 or Ed448 for EdDSA.",
    details: "The `public_key` of a jwt-auth credential cannot be read (RFC 7468 PEM with a SubjectPublicKeyInfo or a PKCS#1 RSA key), or is not of the kind that its algorithm needs: RSA for RS and PS, the curve P-256, P-384 or P-521 for ES256, ES384 and ES512, Ed25519 or Ed448 for EdDSA.",
    why: "No token verifies with it: the credential admits nobody, and that shows only at run time.",
  },
  "credential/reused-secret": {
    severity: "warning",
    summary: "Two consumers have the same secret, or two credentials of a consumer whose labels `environment` or `env` differ.",
    details: "Two consumers have the same secret, or two credentials of a consumer whose labels `environment` or `env` differ. (Equal keys of key-auth are the error `credential/unique-key`.)",
    why: "Who holds it can pass as both, and rotating it breaks both.",
  },
  "credential/short-jwt-secret": {
    severity: "warning",
    summary: "The secret of HS256, HS384 or HS512 is shorter than 32, 48 or 64 bytes (after base64 is decoded).",
    details: "The secret of HS256, HS384 or HS512 is shorter than 32, 48 or 64 bytes (after base64 is decoded).",
    why: "RFC 7518 section 3.2 asks for a key at least as long as the hash: tokens can be tried offline, at billions a second.",
  },
  "credential/short-rsa-key": {
    severity: "warning",
    summary: "An RSA key has fewer than 2048 bits.",
    details: "An RSA key has fewer than 2048 bits.",
    why: "RFC 7518 section 3.3 forbids it; an RSA number of 829 bits has been factored in public.",
  },
  "credential/unaccepted": {
    severity: "warning",
    summary: "No route of the files accepts the type of this credential, though the consumer has others that are accepted.",
    details: "No route of the files accepts the type of this credential, though the consumer has others that are accepted. (Where it has none, `consumer/unreachable` tells.)",
    why: "The credential opens nothing: it is a secret to guard for no use.",
  },
  "credential/unique-key": {
    severity: "error",
    summary: "Two credentials answer to the same value: `key` of key-auth and jwt-auth, `username` of basic-auth, `key_id` of hmac-auth.",
    details: "Two credentials answer to the same value: `key` of key-auth and jwt-auth, `username` of basic-auth, `key_id` of hmac-auth. Over all consumers and files, after `${VAR}` is replaced, credentials inside consumers included.",
    why: "A request with it could be taken for either consumer; gateways keep the one that they load last.",
  },
  "credential/unique-name": {
    severity: "error",
    summary: "Two credentials of a consumer have the same name or id.",
    details: "Two credentials of a consumer have the same name or id.",
    why: "Credentials are matched with the gateway's by them. The rule cannot be switched off.",
  },
  "credential/weak-secret": {
    severity: "warning",
    summary: "A secret is easy to guess: shorter than 16 characters (a password: 15, as in NIST SP 800-63B-4), a name that everybody can see, made of words that are guessed first, a pattern, or few different characters.",
    details: "A secret is easy to guess: shorter than 16 characters (a password: 15, as in NIST SP 800-63B-4), a name that everybody can see, made of words that are guessed first, a pattern, or few different characters. Secrets that are references (`$env://`, `$secret://`) are not looked at.",
    why: "A credential is as good as its secret is hard to guess; a gateway takes any.",
  },
  "document/shape": {
    severity: "error",
    summary: "A document is no map, or a section has the wrong form.",
    details: "A document is no map, or a section has the wrong form.",
    why: "What is not understood would be left out, and with `sync` that deletes.",
  },
  "document/unknown-section": {
    severity: "error",
    summary: "A section has a name that rollcall does not know.",
    details: "A section has a name that rollcall does not know.",
    why: "A misspelt section would be left out, with all that stands in it.",
  },
  "document/unmanaged-section": {
    severity: "warning",
    summary: "A section of APISIX or ADC that rollcall does not manage.",
    details: "A section of APISIX or ADC that rollcall does not manage.",
    why: "It is left out: another tool has to bring it to the gateway.",
  },
  "label/misspelt": {
    severity: "info",
    summary: "A label stands once, and is one edit (a character more, less or other, or two swapped) from one that stands three times or more.",
    details: "A label that stands once or twice is reported, at its first place, also when it is a usual misspelling (a letter left out or twice, two swapped) of application, custom_id, customer, environment, organization, owner, region, team, tenant or version, though that name stands nowhere.",
    why: "Labels select and group; one that is misspelt falls out of both without an error.",
  },
  "plugin/condition": {
    severity: "error",
    summary: "A condition in `vars` or `_meta.filter` has not the form `[variable, operator, value]`, or an operator that there is not.",
    details: "A condition in `vars` or `_meta.filter` has not the form `[variable, operator, value]`, or an operator that there is not. Conditions stand in lists, which may begin with `AND`, `OR`, `!AND` or `!OR`.",
    why: "The gateway refuses it on write, or the route or plugin never matches.",
  },
  "plugin/limit-key": {
    severity: "warning",
    summary: "`key` and `key_type` of limit-count, limit-req or limit-conn do not fit: `var` takes the name of one variable without `$`, `var_combination` takes variables with `$`.",
    details: "`key` and `key_type` of limit-count, limit-req or limit-conn do not fit: `var` takes the name of one variable without `$`, `var_combination` takes variables with `$`.",
    why: "The gateway finds no value and counts by client address instead, without a word.",
  },
  "plugin/limit-rules": {
    severity: "error",
    summary: "Two `rules` of a limit-count have the same key, or a key has no variable.",
    details: "Two `rules` of a limit-count have the same key, or a key has no variable.",
    why: "APISIX refuses the first, and never applies the second.",
  },
  "plugin/limit-value": {
    severity: "error",
    summary: "A `count` or `time_window` of limit-count is text that is neither a whole number above 0 nor a variable, or `sync_interval` is under 0.1 seconds or longer than the window.",
    details: "A `count` or `time_window` of limit-count is text that is neither a whole number above 0 nor a variable, or `sync_interval` is under 0.1 seconds or longer than the window.",
    why: "The gateway answers 500 or skips the limit; the interval it refuses.",
  },
  "plugin/long-delay": {
    severity: "warning",
    summary: "With this `burst`, limit-req (burst ÷ rate) or limit-conn holds a request back for more than 60 seconds.",
    details: "With this `burst`, limit-req (burst ÷ rate) or limit-conn holds a request back for more than 60 seconds.",
    why: "The caller has given up by then, but the request still takes a connection.",
  },
  "plugin/multi-auth": {
    severity: "error",
    summary: "An entry of `auth_plugins` in multi-auth names a plugin that does not authenticate.",
    details: "An entry of `auth_plugins` in multi-auth names a plugin that does not authenticate.",
    why: "The gateway refuses the route; with a limit or a restriction among the plugins that are tried, it would be run for some callers only.",
  },
  "plugin/regex": {
    severity: "error",
    summary: "A regular expression does not compile, in a field for which the schema does not check it: `regex_uri`, `filters`, `block_rules`, and the right side of `~~` and `~*` in `vars`.",
    details: "A regular expression does not compile, in a field for which the schema does not check it: `regex_uri`, `filters`, `block_rules`, and the right side of `~~` and `~*` in `vars`. Or an expression of `regex_uri` has no replacement behind it.",
    why: "The gateway finds out at the first request, and lets it pass unchanged or answers 500. It refuses a `regex_uri` that is not in pairs.",
  },
  "plugin/unknown": {
    severity: "error",
    summary: "A plugin has a name that neither APISIX nor `--custom-plugin` knows.",
    details: "A plugin has a name that neither APISIX nor `--custom-plugin` knows.",
    why: "A gateway refuses it; a misspelt restriction that is dropped lets everybody in.",
  },
  "reference/exists": {
    severity: "error",
    summary: "A field names a consumer group, service, upstream, plugin config, route or consumer that the files do not declare.",
    details: "A field names a consumer group, service, upstream, plugin config, route or consumer that the files do not declare.",
    why: "It fails at request time, long after the deploy: a consumer of a missing group gets 503. Kinds that no file declares are taken to live in the gateway.",
  },
  "reference/secret": {
    severity: "error",
    summary: "A text begins like a reference to a secret (`$env:`, `$secret:`), but is not a whole one.",
    details: "A text begins like a reference to a secret (`$env:`, `$secret:`), but is not a whole one.",
    why: "It never resolves, so that its credential admits nobody; or it is no reference at all, and the secret is a text that everybody can read.",
  },
  "resource/identity": {
    severity: "error",
    summary: "A resource has neither an id nor a name that can stand in for it.",
    details: "A resource has neither an id nor a name that can stand in for it.",
    why: "Nothing would tell which resource of the gateway it is. The rule cannot be switched off: to leave the resource out would delete it.",
  },
  "resource/unique-id": {
    severity: "error",
    summary: "Two resources of a kind have the same id.",
    details: "Two resources of a kind have the same id.",
    why: "The gateway keeps the one that is written last. The rule cannot be switched off.",
  },
  "resource/unknown-field": {
    severity: "warning",
    summary: "A field of a route, service or upstream is nearly one that rollcall knows.",
    details: "A field of a route, service or upstream is nearly one that rollcall knows.",
    why: "Gateways have more fields than rollcall knows, so any field may pass; one letter off is a typing error far more often.",
  },
  "route/auth-missing": {
    severity: "warning",
    summary: "A route has `acl`, or `consumer-restriction` by consumer or group, be it by a global rule, but neither it nor its service, its plugin config or a global rule asks for a credential.",
    details: "A route has `acl`, or `consumer-restriction` by consumer or group, be it by a global rule, but neither it nor its service, its plugin config or a global rule asks for a credential.",
    why: "Without authentication there is no consumer: every request is refused with 401.",
  },
  "schema/forbidden": {
    severity: "error",
    summary: "A field must not stand here, or not together with another one.",
    details: "A field must not stand here, or not together with another one.",
    why: "The gateway sets it itself, or refuses the contradiction.",
  },
  "schema/format": {
    severity: "error",
    summary: "A text is not the address or regular expression that it should be.",
    details: "A text is not the address or regular expression that it should be.",
    why: "A gateway that takes it anyway finds out at the first request.",
  },
  "schema/length": {
    severity: "error",
    summary: "A text or list is too short or too long.",
    details: "A text or list is too short or too long.",
    why: "The gateway refuses it.",
  },
  "schema/pattern": {
    severity: "error",
    summary: "A text has characters or a form that are not allowed.",
    details: "A text has characters or a form that are not allowed.",
    why: "The gateway refuses it.",
  },
  "schema/range": {
    severity: "error",
    summary: "A number is too small or too large.",
    details: "A number is too small or too large.",
    why: "The gateway refuses it.",
  },
  "schema/required": {
    severity: "error",
    summary: "A field that must be there is missing.",
    details: "A field that must be there is missing.",
    why: "The gateway refuses the resource.",
  },
  "schema/type": {
    severity: "error",
    summary: "A value is of the wrong type.",
    details: "A value is of the wrong type.",
    why: "The gateway refuses it. A number without quotes where text belongs is the usual case.",
  },
  "schema/unique-items": {
    severity: "error",
    summary: "A list has the same item twice.",
    details: "A list has the same item twice.",
    why: "The gateway refuses it.",
  },
  "schema/unknown-field": {
    severity: "error",
    summary: "A field has a name that the resource does not have.",
    details: "A field has a name that the resource does not have.",
    why: "The gateway refuses it, or leaves it out: a restriction that is misspelt restricts nobody.",
  },
  "schema/value": {
    severity: "error",
    summary: "A value is not one of those that are allowed.",
    details: "A value is not one of those that are allowed.",
    why: "The gateway refuses it, or falls back to something else.",
  },
  "source/binary": {
    severity: "error",
    summary: "The file holds bytes that are not text in UTF-8.",
    details: "The file holds bytes that are not text in UTF-8.",
    why: "A picture or an archive among the inputs is a mistake in the command; a text in another encoding would be read wrongly.",
  },
  "source/duplicate-key": {
    severity: "error",
    summary: "A key stands twice in one map.",
    details: "A key stands twice in one map.",
    why: "YAML and JSON readers silently keep one of the two, and not all of them the same one: what was written and what is in force would differ.",
  },
  "source/empty": {
    severity: "error",
    summary: "The file declares nothing.",
    details: "The file declares nothing.",
    why: "An empty file is mostly a cut-off one; with `sync` it would mean that nothing is declared.",
  },
  "source/missing-variable": {
    severity: "error",
    summary: "`${NAME}` names an environment variable that is not set.",
    details: "`${NAME}` names an environment variable that is not set.",
    why: "The text `${NAME}` itself would become the secret, the same for everybody who knows the file.",
  },
  "source/syntax": {
    severity: "error",
    summary: "The file is not valid YAML or JSON.",
    details: "The file is not valid YAML or JSON.",
    why: "Nothing of it can be read for certain.",
  },
  "suppression/fixed-rule": {
    severity: "warning",
    summary: "A `# rollcall-disable-…` comment names a rule that cannot be silenced.",
    details: "A `# rollcall-disable-…` comment names a rule that cannot be silenced.",
    why: "Without these rules a resource could be left out, or taken for another, unnoticed.",
  },
  "suppression/no-reason": {
    severity: "warning",
    summary: "A `# rollcall-disable-…` comment gives no reason behind `--`.",
    details: "A `# rollcall-disable-…` comment gives no reason behind `--`.",
    why: "Whoever reads it later cannot tell whether it still holds.",
  },
  "suppression/syntax": {
    severity: "warning",
    summary: "A `# rollcall-disable…` comment does not say what it silences, or names no rule.",
    details: "A `# rollcall-disable…` comment does not say what it silences, or names no rule.",
    why: "It silences nothing, though its author thinks that it does.",
  },
  "suppression/unknown-rule": {
    severity: "warning",
    summary: "A `# rollcall-disable-…` comment names a rule that does not exist.",
    details: "A `# rollcall-disable-…` comment names a rule that does not exist.",
    why: "It silences nothing.",
  },
  "suppression/unused": {
    severity: "warning",
    summary: "A `# rollcall-disable-…` comment silences nothing.",
    details: "A `# rollcall-disable-…` comment silences nothing.",
    why: "What it stood for is mended; left in place it would silence the next mistake.",
  },
  "target/not-executed": {
    severity: "warning",
    summary: "With `--target rollcall`, a plugin, a policy, a scheme or a field that the embedded proxy does not execute.",
    details: "With `--target rollcall`, a plugin, a policy, a scheme, a field, or a regular expression with a construct that takes backtracking (lookaround, backreferences, possessive quantifiers …), which the embedded proxy does not execute: which. Also what `multi-auth` tries, the fields of an upstream inside a route or service, and references to secrets in plugins of routes, services, groups and consumers. Also a configuration or a route that the engine cannot carry out though a gateway takes it, such as a header name with a space. A route with `status: 0` is left alone. `compile` refuses the same.",
    why: "The proxy refuses to serve what it would have to skip: a restriction that is left out lets everybody in.",
  },
  "target/refused": {
    severity: "warning",
    summary: "With `--target`, something that this target refuses: usernames of more than 256 characters (`apisix`, `standalone`), consumer groups (`api7`), a `timeout` without one of `connect`, `send` and `read` (all three).",
    details: "With `--target`, something that this target refuses: usernames of more than 256 characters (`apisix`, `standalone`), consumer groups (`api7`), a `timeout` without one of `connect`, `send` and `read` (all three).",
    why: "What is valid for one gateway is refused by another, at the moment of the sync.",
  },
  "upstream/ambiguous": {
    severity: "warning",
    summary: "A route or service has both `upstream` and `upstream_id`.",
    details: "A route or service has both `upstream` and `upstream_id`.",
    why: "Apache APISIX sends the requests to the one that `upstream_id` names, the embedded proxy to `upstream`: what was tested is not what runs.",
  },
  "upstream/no-nodes": {
    severity: "error",
    summary: "An upstream has neither `nodes` nor `service_name` with `discovery_type`.",
    details: "An upstream has neither `nodes` nor `service_name` with `discovery_type`.",
    why: "Apache APISIX refuses it at the sync, and the embedded proxy would answer 503 to every request.",
  },
  "upstream/node-address": {
    severity: "error",
    summary: "The address of an upstream's node is not a host name or IP address, with a port from 1 to 65535.",
    details: "The address of an upstream's node is not a host name or IP address, with a port from 1 to 65535.",
    why: "The gateway takes it for a name and answers 502 or 503 to every request.",
  },
};
