/** The four authentication plugins and what identifies a credential of each (gateway reference, section 1.3). */

export const authPlugins = ["key-auth", "basic-auth", "hmac-auth", "jwt-auth"] as const;

export type AuthPlugin = (typeof authPlugins)[number];

/** The field whose value a request presents and that must be unique over all consumers. */
export const lookupField: Readonly<Record<AuthPlugin, string>> = {
  "key-auth": "key",
  "basic-auth": "username",
  "hmac-auth": "key_id",
  "jwt-auth": "key",
};

export function isAuthPlugin(name: string): name is AuthPlugin {
  return (authPlugins as readonly string[]).includes(name);
}

/** `$env://…` and `$secret://…` in any case: a reference that stands for a secret (section 1.1). */
export function isSecretReference(value: string): boolean {
  return /^\$(?:env|secret):\/\//i.test(value);
}
