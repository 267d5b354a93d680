/** The consumers' part of the status page: the search, what it found, and what holds for one of them on each route. */
import type { Artifact, CompiledRoute, ConsumerRecord } from "../artifact/contract.ts";
import { escapeHtml, type HtmlChild, html, type Markup } from "../report/html.ts";
import { type EffectivePlugin, effectivePolicy } from "./effective-policy.ts";
import type { Found } from "./find-consumers.ts";
import { maskedConfig } from "./masked-config.ts";
import { table } from "./status-table.ts";

/** Characters of a name that is asked for. */
export const longestSearch = 256;

const mostRoutes = 200;

export function consumerSection(
  artifact: Artifact,
  search: { readonly text: string; readonly found: Found } | undefined,
): readonly Markup[] {
  const form = html(
    "form",
    { method: "get", action: "/" },
    html("label", {}, "Name or a part of it ", searchField(search?.text ?? "")),
    " ",
    html("button", {}, "Search"),
  );
  if (!search) return [form];
  const index = artifact.findConsumer(search.text);
  return [form, foundList(search.found), ...(index < 0 ? [] : consumerDetails(artifact, artifact.consumer(index)))];
}

function searchField(text: string): Markup {
  const value = escapeHtml(text);
  return { markup: `<input type="search" name="consumer" maxlength="${longestSearch}" value="${value}">` };
}

function foundList({ usernames, isPartial }: Found): Markup {
  const links = usernames.map((name) =>
    html("li", {}, html("a", { href: `/?consumer=${encodeURIComponent(name)}` }, name)),
  );
  const note = isPartial
    ? [html("p", { class: "dim" }, "There may be more: give more of the name; a whole name is always found.")]
    : [];
  if (links.length === 0) return html("div", {}, html("p", {}, "No consumer has this in its name."), ...note);
  return html("div", {}, html("ul", {}, ...links), ...note);
}

function consumerDetails(artifact: Artifact, consumer: ConsumerRecord): readonly Markup[] {
  const { username, groupId, isGroupMissing, customId, labels, source } = consumer;
  const labelled = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const group =
    groupId === undefined ? "none" : `${groupId}${isGroupMissing ? " (does not exist: refused with 503)" : ""}`;
  const facts: readonly (readonly [string, string])[] = [
    ["group", group],
    ...(customId === undefined ? [] : [["custom id", customId] as const]),
    ["labels", labelled.join(", ") || "none"],
    ["declared", source || "unknown"],
  ];
  const { routes, globalRules } = artifact;
  const shownRoutes = routes.slice(0, mostRoutes);
  const more = routes.length - shownRoutes.length;
  return [
    html("h3", {}, `Consumer ${username}`),
    html("dl", {}, ...facts.flatMap(([term, value]) => [html("dt", {}, term), html("dd", {}, value)])),
    html("h3", {}, `What holds for ${username} on each route`),
    table(
      ["route", "plugins, in the order in which they run"],
      shownRoutes.map((route) => routeRow(route, consumer, globalRules)),
    ),
    ...(more > 0 ? [html("p", { class: "dim" }, `And ${more} more routes.`)] : []),
    ...(globalRules.length > 0
      ? [
          html("h3", {}, "Global rules, before these on every request"),
          html("ul", {}, ...globalRules.map((plugin) => html("li", {}, pluginText(plugin, "runs")))),
        ]
      : []),
  ];
}

function routeRow(
  route: CompiledRoute,
  consumer: ConsumerRecord,
  globalRules: Artifact["globalRules"],
): readonly HtmlChild[] {
  const { plugins, isAuthenticated } = effectivePolicy(route, consumer, globalRules);
  const place = [...route.hosts.slice(0, 3), ...route.uris.slice(0, 3)].join(" ");
  const name = html(
    "div",
    {},
    html("code", {}, route.id),
    html("div", { class: "dim" }, `${route.methods.join(" ")} ${place}`),
  );
  const open = isAuthenticated
    ? []
    : [html("p", { class: "warn" }, "No authentication: whoever calls, no consumer is known here.")];
  const items = plugins.map((plugin) => html("li", {}, pluginText(plugin, plugin.state)));
  return [name, html("div", {}, ...open, html("ul", {}, ...items))];
}

/** Text from elsewhere never breaks a line; we do. */
const lineEnd: Markup = { markup: "\n" };

const notRunning = {
  "switched off": " switched off",
  "too late": " without effect: the route's own runs before the caller is known",
} as const;

function pluginText(
  plugin: Pick<EffectivePlugin, "name" | "owner" | "config" | "replaces">,
  state: EffectivePlugin["state"],
): Markup {
  const { name, owner, config, replaces } = plugin;
  const from = ` of ${owner}${replaces === undefined ? "" : `, in place of that of ${replaces}`}`;
  const text = maskedConfig(name, config);
  return html(
    "div",
    {},
    html("strong", {}, name),
    html("span", { class: "dim" }, from),
    ...(state === "runs" ? [] : [html("span", { class: "warn" }, notRunning[state])]),
    ...(text === "" ? [] : [html("pre", {}, ...text.split("\n").flatMap((line) => [line, lineEnd]))]),
  );
}
