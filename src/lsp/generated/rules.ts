// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
/** What each rule finds, and its severity unless a project gives it another. */
export const ruleSummaries: Readonly<Record<string, { readonly severity: string; readonly finds: string }>> = {
  "consumer-group/unused": { severity: "warning", finds: "No consumer of the files is in this group." },
  "consumer/inline-auth": { severity: "warning", finds: "An auth plugin stands in the consumer itself." },
  "consumer/shadowed-plugin": {
    severity: "off",
    finds: "A consumer's plugin replaces the one of a route that the consumer may call.",
  },
  "consumer/unique-username": {
    severity: "error",
    finds: "Two consumers have the same username, be it in two files.",
  },
  "consumer/unreachable": {
    severity: "warning",
    finds: "No auth plugin of the routes that the files declare can ever admit this consumer.",
  },
  "credential/auth-plugin": { severity: "error", finds: "A plugin in a credential does not authenticate." },
  "credential/base64-secret": {
    severity: "error",
    finds: "`base64_secret` is true, but the secret is not base64 (standard alphabet, padding optional).",
  },
  "credential/literal-secret": {
    severity: "off",
    finds: "A secret stands in the file in clear: a secret field without `${VAR}`, `$env://` or `$secret://`, or a text elsewhere in plugins, labels or `desc` that has the form of a known service's token, or looks random (3 bits of entropy a character and more) under a name such as `Authorization`.",
  },
  "credential/one-plugin": { severity: "error", finds: "A credential has no plugin, or more than one." },
  "credential/private-key": { severity: "error", finds: "A private key stands where the public one belongs." },
  "credential/public-key": {
    severity: "error",
    finds: "The `public_key` of a jwt-auth credential cannot be read (RFC 7468 PEM with a SubjectPublicKeyInfo or a PKCS#1 RSA key), or is not of the kind that its algorithm needs: RSA for RS and PS, the curve P-256, P-384 or P-521 for ES256, ES384 and ES512, Ed25519 or Ed448 for EdDSA.",
  },
  "credential/reused-secret": { severity: "warning", finds: "Two consumers have the same secret." },
  "credential/short-jwt-secret": {
    severity: "warning",
    finds: "The secret of HS256, HS384 or HS512 is shorter than 32, 48 or 64 bytes (after base64 is decoded).",
  },
  "credential/short-rsa-key": { severity: "warning", finds: "An RSA key has fewer than 2048 bits." },
  "credential/unaccepted": {
    severity: "warning",
    finds: "No route of the files accepts the type of this credential, though the consumer has others that are accepted.",
  },
  "credential/unique-key": {
    severity: "error",
    finds: "Two credentials answer to the same value: `key` of key-auth and jwt-auth, `username` of basic-auth, `key_id` of hmac-auth.",
  },
  "credential/unique-name": { severity: "error", finds: "Two credentials of a consumer have the same name or id." },
  "credential/weak-secret": {
    severity: "warning",
    finds: "A secret is easy to guess: shorter than 16 characters (a password: 15, as in NIST SP 800-63B-4), a name that everybody can see, made of words that are guessed first, a pattern, or few different characters.",
  },
  "document/shape": { severity: "error", finds: "A document is no map, or a section has the wrong form." },
  "document/unknown-section": { severity: "error", finds: "A section has a name that rollcall does not know." },
  "document/unmanaged-section": {
    severity: "warning",
    finds: "A section of APISIX or ADC that rollcall does not manage.",
  },
  "label/misspelt": {
    severity: "info",
    finds: "A label stands once, and is one edit (a character more, less or other, or two swapped) from one that stands three times or more.",
  },
  "plugin/limit-key": {
    severity: "warning",
    finds: "`key` and `key_type` of limit-count, limit-req or limit-conn do not fit: `var` takes the name of one variable without `$`, `var_combination` takes variables with `$`.",
  },
  "plugin/limit-rules": {
    severity: "error",
    finds: "Two `rules` of a limit-count have the same key, or a key has no variable.",
  },
  "plugin/limit-value": {
    severity: "error",
    finds: "A `count` or `time_window` of limit-count is text that is neither a number above 0 nor a variable, or `sync_interval` is under 0.1 seconds or longer than the window.",
  },
  "plugin/long-delay": {
    severity: "warning",
    finds: "With this `burst`, limit-req (burst ÷ rate) or limit-conn holds a request back for more than 60 seconds.",
  },
  "plugin/regex": {
    severity: "error",
    finds: "A regular expression does not compile, in a field for which the schema does not check it: `regex_uri`, `filters`, `block_rules`, and the right side of `~~` and `~*` in `vars`.",
  },
  "plugin/unknown": {
    severity: "error",
    finds: "A plugin has a name that neither APISIX nor `--custom-plugin` knows.",
  },
  "reference/exists": {
    severity: "error",
    finds: "A field names a consumer group, service, upstream, plugin config, route or consumer that the files do not declare.",
  },
  "resource/identity": {
    severity: "error",
    finds: "A resource has neither an id nor a name that can stand in for it.",
  },
  "resource/unique-id": { severity: "error", finds: "Two resources of a kind have the same id." },
  "resource/unknown-field": {
    severity: "warning",
    finds: "A field of a route, service or upstream is nearly one that rollcall knows.",
  },
  "route/auth-missing": {
    severity: "warning",
    finds: "A route has `acl`, or `consumer-restriction` by consumer or group, but neither it nor its service, its plugin config or a global rule asks for a credential.",
  },
  "schema/forbidden": { severity: "error", finds: "A field must not stand here, or not together with another one." },
  "schema/format": { severity: "error", finds: "A text is not the address or regular expression that it should be." },
  "schema/length": { severity: "error", finds: "A text or list is too short or too long." },
  "schema/pattern": { severity: "error", finds: "A text has characters or a form that are not allowed." },
  "schema/range": { severity: "error", finds: "A number is too small or too large." },
  "schema/required": { severity: "error", finds: "A field that must be there is missing." },
  "schema/type": { severity: "error", finds: "A value is of the wrong type." },
  "schema/unique-items": { severity: "error", finds: "A list has the same item twice." },
  "schema/unknown-field": { severity: "error", finds: "A field has a name that the resource does not have." },
  "schema/value": { severity: "error", finds: "A value is not one of those that are allowed." },
  "source/binary": { severity: "error", finds: "The file holds bytes that are not text in UTF-8." },
  "source/duplicate-key": { severity: "error", finds: "A key stands twice in one map." },
  "source/empty": { severity: "error", finds: "The file declares nothing." },
  "source/missing-variable": { severity: "error", finds: "`${NAME}` names an environment variable that is not set." },
  "source/syntax": { severity: "error", finds: "The file is not valid YAML or JSON." },
  "suppression/fixed-rule": {
    severity: "warning",
    finds: "A `# rollcall-disable-…` comment names a rule that cannot be silenced.",
  },
  "suppression/no-reason": {
    severity: "warning",
    finds: "A `# rollcall-disable-…` comment gives no reason behind `--`.",
  },
  "suppression/syntax": {
    severity: "warning",
    finds: "A `# rollcall-disable…` comment does not say what it silences, or names no rule.",
  },
  "suppression/unknown-rule": {
    severity: "warning",
    finds: "A `# rollcall-disable-…` comment names a rule that does not exist.",
  },
  "suppression/unused": { severity: "warning", finds: "A `# rollcall-disable-…` comment silences nothing." },
  "target/not-executed": {
    severity: "warning",
    finds: "With `--target rollcall`, a plugin, a policy, a scheme or a field that the embedded proxy does not execute.",
  },
  "target/refused": {
    severity: "warning",
    finds: "With `--target`, something that this target refuses: usernames of more than 256 characters (`apisix`, `standalone`), consumer groups (`api7`).",
  },
};
