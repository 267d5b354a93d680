/** How a gateway that goes beyond the reference may answer: without the secrets that it holds. */
import { createHash, randomBytes } from "node:crypto";

export type Concealment = "masked" | "hashed" | "omitted";

const secretFields: ReadonlySet<string> = new Set(["key", "password", "secret", "secret_key", "redis_password"]);

/** The body of an answer with every secret of a plugin concealed. */
export function conceal(body: unknown, how: Concealment, isInPlugin = false): unknown {
  if (Array.isArray(body)) return body.map((item: unknown) => conceal(item, how, isInPlugin));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const isSecret = isInPlugin && secretFields.has(name) && typeof value === "string";
      if (!isSecret) return [[name, conceal(value, how, isInPlugin || name === "plugins")]];
      return how === "omitted" ? [] : [[name, how === "masked" ? "******" : hashOf(value)]];
    }),
  );
}

/** Salted anew each time, as a hash that is made at each write would be after each write. */
function hashOf(secret: string): string {
  const salt = randomBytes(8).toString("hex");
  return `$5$${salt}$${createHash("sha256").update(salt).update(secret).digest("base64url")}`;
}
