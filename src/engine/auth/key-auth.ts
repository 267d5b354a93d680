/** key-auth: a key in a header or query argument (gateway reference, section 2.1). */
import type { RequestContext } from "../context.ts";
import { wireText } from "../encoding.ts";
import { argumentValues, withoutArgument } from "../query.ts";
import { textSetting } from "../settings.ts";
import { admitted, authPlugin, denied, singleHeader, singleValue, type Verdict } from "./authenticator.ts";

interface KeyPlaces {
  /** In lower case. */
  readonly header: string;
  readonly query: string;
}

export const keyAuth = authPlugin<KeyPlaces>({
  name: "key-auth",
  priority: 2500,
  scheme: "apikey",
  defaultRealm: "key",
  prepare: (config) => ({
    header: textSetting(config, "header", "apikey").toLowerCase(),
    query: textSetting(config, "query", "apikey"),
  }),
  authenticate(places, context) {
    const key = presentedKey(places, context);
    if (key === undefined) return denied("Missing API key in request");
    if (typeof key !== "string") return key;
    const index = key === "" ? -1 : context.artifact.findCredential("key-auth", key);
    return index < 0 ? denied("Invalid API key in request") : admitted(index);
  },
  hide(places, context) {
    context.headers.remove(places.header);
    context.query = withoutArgument(context.query, places.query);
  },
});

function presentedKey(places: KeyPlaces, context: RequestContext): string | Verdict | undefined {
  const header = singleHeader(context, places.header);
  if (typeof header === "string") return context.headers.arePrintable ? header : wireText(header);
  if (header !== undefined) return header;
  return singleValue(context, argumentValues(context.query, places.query), places.query, "query argument");
}
