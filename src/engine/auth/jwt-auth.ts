/** jwt-auth: a signed token in a header, query argument or cookie (gateway reference, section 2.4). */
import type { RequestContext } from "../context.ts";
import { argumentValues, cookieValues, withoutArgument, withoutCookie } from "../query.ts";
import { textListSetting, textSetting } from "../settings.ts";
import { admitted, authPlugin, denied, singleHeader, singleValue, type Verdict } from "./authenticator.ts";
import { parseToken, signatureFault, type Token, timeFault } from "./jwt.ts";

interface TokenRules {
  /** In lower case. */
  readonly header: string;
  readonly query: string;
  readonly cookie: string;
  readonly keyClaim: string;
  /** Claims that must be present. */
  readonly required: ReadonlySet<string>;
}

export const jwtAuth = authPlugin<TokenRules>({
  name: "jwt-auth",
  priority: 2510,
  scheme: "Bearer",
  defaultRealm: "jwt",
  prepare: (config) => ({
    header: textSetting(config, "header", "authorization").toLowerCase(),
    query: textSetting(config, "query", "jwt"),
    cookie: textSetting(config, "cookie", "jwt"),
    keyClaim: textSetting(config, "key_claim_name", "key"),
    required: new Set(textListSetting(config, "claims_to_verify")),
  }),
  authenticate(rules, context) {
    const text = presentedToken(rules, context);
    if (text === undefined) return denied("Missing JWT token in request");
    if (typeof text !== "string") return text;
    const token = parseToken(text);
    return token ? verify(rules, token, context) : denied("JWT token invalid");
  },
  hide(rules, context) {
    context.headers.remove(rules.header);
    context.query = withoutArgument(context.query, rules.query);
    const cookies = context.headers.all("cookie");
    if (cookies.length === 0) return;
    const kept = withoutCookie(cookies.join("; "), rules.cookie);
    if (kept === "") context.headers.remove("cookie");
    else context.headers.set("Cookie", kept);
  },
});

function presentedToken(rules: TokenRules, context: RequestContext): string | Verdict | undefined {
  const header = singleHeader(context, rules.header);
  if (header !== undefined) return typeof header === "string" ? withoutScheme(header) : header;
  const argument = singleValue(context, argumentValues(context.query, rules.query), rules.query, "query argument");
  if (argument !== undefined) return argument;
  const cookies = cookieValues(context.headers.all("cookie").join("; "), rules.cookie);
  return singleValue(context, cookies, rules.cookie, "cookie");
}

function withoutScheme(header: string): string {
  return header.startsWith("Bearer ") || header.startsWith("bearer ") ? header.slice("Bearer ".length) : header;
}

function verify(rules: TokenRules, token: Token, context: RequestContext): Verdict {
  if (!Object.hasOwn(token.payload, rules.keyClaim)) return denied("missing user key in JWT token");
  const key = token.payload[rules.keyClaim];
  const index = typeof key === "string" ? context.artifact.findCredential("jwt-auth", key) : -1;
  if (index < 0) return denied("Invalid user key in JWT token");
  const credential = context.artifact.credential(index);
  const now = Math.floor(context.services.now() / 1000);
  const grace = credential.jwt?.lifetimeGracePeriod ?? 0;
  const fault =
    signatureFault(token, credential, context.services.crypto) ?? timeFault(token, rules.required, now, grace);
  return fault === undefined ? admitted(index) : denied("failed to verify jwt", fault);
}
