/** What somebody wants to know of a plugin's configuration first, in one line: the rest is mostly defaults. */
import type { CompiledPlugin } from "../artifact/contract.ts";
import { maskedConfig } from "./masked-config.ts";

const restriction = ["whitelist", "blacklist", "allowlist", "denylist"];

/** By plugin, the fields that say what it does. */
const telling: Readonly<Record<string, readonly string[]>> = {
  "limit-count": ["count", "time_window", "rules", "key", "policy", "rejected_code"],
  "limit-req": ["rate", "burst", "key", "policy", "rejected_code"],
  "limit-conn": ["conn", "burst", "key", "policy", "rejected_code"],
  "consumer-restriction": ["type", ...restriction, "allowed_by_methods"],
  acl: ["allow_labels", "deny_labels"],
  "ip-restriction": restriction,
  "ua-restriction": restriction,
  "referer-restriction": restriction,
  "key-auth": ["header", "query", "anonymous_consumer"],
  "basic-auth": ["anonymous_consumer"],
  "hmac-auth": ["allowed_algorithms", "signed_headers", "clock_skew", "anonymous_consumer"],
  "jwt-auth": ["header", "claims_to_verify", "key_claim_name", "anonymous_consumer"],
  "request-id": ["header_name"],
  "fault-injection": ["abort", "delay"],
};

/** Characters that are shown of a gist. */
const most = 200;

/** Empty if there is nothing to say; masked as the whole configuration is. */
export function gistOf(name: string, config: CompiledPlugin["config"]): string {
  const fields = (telling[name] ?? []).filter((field) => Object.hasOwn(config, field));
  const parts = fields.map((field) => maskedConfig(name, { [field]: config[field] }));
  const text = parts.map((part) => part.replace(/\s*\n\s*/g, " ").replace(/^"([^"]+)": /, "$1 ")).join(" · ");
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
