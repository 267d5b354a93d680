/** The consumers' part of the status page: the search, what it found, and what holds for one of them on each route. */
import type { Artifact, CompiledRoute, ConsumerRecord } from "../artifact/contract.ts";
import { escapeHtml, html, type Markup } from "../report/html.ts";
import { type EffectivePlugin, effectivePolicy } from "./effective-policy.ts";
import type { Found } from "./find-consumers.ts";
import { gistOf } from "./gist.ts";
import { maskedConfig } from "./masked-config.ts";
import { facts } from "./status-table.ts";

/** Characters of a name that is asked for. */
export const longestSearch = 256;

const mostRoutes = 200;

export interface SearchResult {
  readonly text: string;
  /** The page of names after this one. */
  readonly after?: string;
  readonly found: Found;
}

export function consumerSection(artifact: Artifact, search: SearchResult | undefined): readonly Markup[] {
  const field = html("label", { for: "consumer" }, "Name, its beginning, or a part of it");
  const form = html(
    "form",
    { role: "search", method: "get", action: "/#consumers" },
    field,
    html("div", { class: "row" }, searchField(search?.text ?? ""), html("button", {}, "Search")),
  );
  if (!search) return [form, html("p", {}, html("a", { href: pageOf("") }, "List all, page by page"))];
  const index = artifact.findConsumer(search.text);
  return [form, ...foundLists(search), ...(index < 0 ? [] : consumerDetails(artifact, artifact.consumer(index)))];
}

function searchField(text: string): Markup {
  const value = escapeHtml(text);
  return {
    markup: `<input type="search" id="consumer" name="consumer" maxlength="${longestSearch}" autocomplete="off" value="${value}">`,
  };
}

function pageOf(text: string, after?: string): string {
  const query = new URLSearchParams({ consumer: text, ...(after !== undefined && { after }) });
  return `/?${query}#consumers`;
}

function foundLists({ text, after, found }: SearchResult): readonly Markup[] {
  const { usernames, next, elsewhere, isPartial } = found;
  const isOnlyItself = usernames.length === 1 && usernames[0] === text && elsewhere.length === 0;
  const parts: Markup[] = [];
  if (isOnlyItself) return parts;
  if (usernames.length > 0) {
    const which = text === "" ? "By name" : `Names that begin with ${text}`;
    parts.push(html("h3", {}, after === undefined ? which : `${which}, after ${after}`), nameList(usernames));
  }
  const pages = [
    ...(after === undefined ? [] : [html("a", { href: pageOf(text) }, "First page")]),
    ...(next === undefined ? [] : [html("a", { href: pageOf(text, next) }, "Next page")]),
  ];
  if (pages.length > 0) {
    const links = pages.map((link) => html("li", {}, link));
    parts.push(html("nav", { "aria-label": "Pages of names" }, html("ul", { class: "row" }, ...links)));
  }
  if (elsewhere.length > 0) parts.push(html("h3", {}, `Names that have ${text} in them`), nameList(elsewhere));
  if (usernames.length + elsewhere.length === 0) parts.push(html("p", {}, "No consumer was found."));
  if (isPartial) {
    const note =
      "There may be more that have it further in: not all were looked at. The beginning of a name always finds it.";
    parts.push(html("p", { class: "dim" }, note));
  }
  return parts;
}

function nameList(usernames: readonly string[]): Markup {
  const items = usernames.map((name) => html("li", {}, html("a", { href: pageOf(name) }, name)));
  return html("ul", { class: "names" }, ...items);
}

function consumerDetails(artifact: Artifact, consumer: ConsumerRecord): readonly Markup[] {
  const { username, groupId, isGroupMissing, customId, labels, source } = consumer;
  const labelled = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const group =
    groupId === undefined ? "none" : `${groupId}${isGroupMissing ? " (does not exist: refused with 503)" : ""}`;
  const known: readonly (readonly [string, string])[] = [
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
    facts(known),
    html("h3", {}, `What holds for ${username} on each route`),
    html("p", { class: "dim" }, "Plugins in the order in which they run."),
    html("ul", { class: "routes" }, ...shownRoutes.map((route) => routeCard(route, consumer, globalRules))),
    ...(more > 0 ? [html("p", { class: "dim" }, `And ${more} more routes.`)] : []),
    ...(globalRules.length > 0
      ? [
          html("h3", {}, "Global rules, before these on every request"),
          html("ul", {}, ...globalRules.map((plugin) => html("li", {}, pluginText(plugin, "runs")))),
        ]
      : []),
  ];
}

function routeCard(route: CompiledRoute, consumer: ConsumerRecord, globalRules: Artifact["globalRules"]): Markup {
  const { plugins, isAuthenticated } = effectivePolicy(route, consumer, globalRules);
  const place = [...route.methods, ...route.hosts.slice(0, 3), ...route.uris.slice(0, 3)].join(" ");
  const open = isAuthenticated
    ? []
    : [html("p", { class: "warn" }, "No authentication: whoever calls, no consumer is known here.")];
  const items = plugins.map((plugin) =>
    html("li", plugin.state === "runs" ? {} : { class: "idle" }, pluginText(plugin, plugin.state)),
  );
  return html(
    "li",
    {},
    html("h4", {}, html("code", {}, route.id), " ", html("span", { class: "dim" }, place)),
    ...open,
    plugins.length === 0 ? html("p", { class: "dim" }, "No plugins.") : html("ol", {}, ...items),
  );
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
  const gist = gistOf(name, config);
  const text = maskedConfig(name, config);
  return html(
    "div",
    {},
    html("strong", {}, name),
    html("span", { class: "dim" }, from),
    ...(state === "runs" ? [] : [html("span", { class: "warn" }, notRunning[state])]),
    ...(gist === "" ? [] : [html("div", {}, gist)]),
    ...(text === "" ? [] : [settings(name, text)]),
  );
}

function settings(name: string, text: string): Markup {
  const lines = text.split("\n").flatMap((line) => [line, lineEnd]);
  const summary = html("summary", { "aria-label": `All settings of ${name}` }, "all settings");
  return html("details", {}, summary, html("pre", {}, ...lines));
}
