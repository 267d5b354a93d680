/** Kong's plugins that keep callers out. */
import type { Foreign } from "../foreign.ts";
import { groupLabelValue, groupsLabel } from "./groups.ts";
import { settings, type Turn } from "./turn.ts";

/** Lists had other names before Kong 2. */
function listOf(config: Foreign, name: string, former: string): readonly string[] {
  return [...config.texts(name), ...config.texts(former)];
}

export const turnAcl: Turn = (config) => {
  const allow = listOf(config, "allow", "whitelist").map(groupLabelValue);
  const deny = listOf(config, "deny", "blacklist").map(groupLabelValue);
  config.ignoreIf("always_use_authenticated_groups", false);
  config.ignoreIf("include_consumer_groups", false);
  config.ignore("hide_groups_header");
  const isByOtherGroups = config.field("include_consumer_groups")?.value === true;
  if ((isByOtherGroups && deny.length > 0) || allow.length + deny.length === 0) return undefined;
  const labels = (groups: readonly string[]): object | undefined =>
    groups.length > 0 ? { [groupsLabel]: [...groups] } : undefined;
  return { plugin: "acl", config: settings({ allow_labels: labels(allow), deny_labels: labels(deny) }) };
};

export const turnIpRestriction: Turn = (config) => {
  const allow = listOf(config, "allow", "whitelist");
  const deny = listOf(config, "deny", "blacklist");
  // A gateway takes one of the two.
  if (allow.length > 0 === deny.length > 0) return undefined;
  const status = config.field("status");
  const code = status?.value === 403 || status?.value === 404 ? config.number("status") : undefined;
  const fields = { whitelist: allow, blacklist: deny, message: config.text("message"), response_code: code };
  return { plugin: "ip-restriction", config: settings(fields) };
};

export const turnBotDetection: Turn = (config, { shown }) => {
  const allow = listOf(config, "allow", "whitelist");
  const deny = listOf(config, "deny", "blacklist");
  if (allow.length > 0 || deny.length === 0) return undefined;
  config.lose(
    "approximated",
    shown,
    "only its own list is kept; the list of bots that Kong brings is not",
    "Add patterns to `denylist`.",
    "key",
  );
  return { plugin: "ua-restriction", config: { denylist: [...deny], bypass_missing: true } };
};

export const turnRequestTermination: Turn = (config) => {
  config.ignoreIf("echo", false);
  // With a trigger only some requests are answered.
  if (config.field("trigger") || config.field("echo")?.value === true) return undefined;
  const message = config.text("message");
  const body = config.text("body") ?? (message === undefined ? undefined : JSON.stringify({ message }));
  config.ignoreIf("content_type", "application/json; charset=utf-8");
  const status = config.number("status_code") ?? 503;
  return { plugin: "fault-injection", config: { abort: settings({ http_status: status, body }) } };
};
