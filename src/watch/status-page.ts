/** The status page: one HTML document, made of what is known when it is asked for; no script, nothing from elsewhere. */
import { createHash } from "node:crypto";
import type { Artifact } from "../artifact/contract.ts";
import { count } from "../report/count.ts";
import { escapeHtml, type HtmlChild, html, type Markup } from "../report/html.ts";
import { version } from "../version.ts";
import type { Incident, ReloadOutcome, Watched } from "./contract.ts";
import type { RouteRate } from "./rates.ts";
import { consumerSection, type SearchResult } from "./status-consumer.ts";
import { nodes } from "./status-nodes.ts";
import { statusCss } from "./status-style.ts";
import { ago, dim, facts, span, table } from "./status-table.ts";

export interface Refusals {
  /** Empty: none. */
  readonly plugin: string;
  readonly reason: string;
  readonly count: number;
}

export interface StatusPageInput {
  readonly watched: Watched;
  readonly rates: { readonly seconds: number; readonly routes: readonly RouteRate[] };
  readonly incidents: readonly Incident[];
  /** By plugin and reason, most frequent first; since the start. */
  readonly refusals: readonly Refusals[];
  /** What was typed into the search, and what it found; undefined: nothing was asked. */
  readonly search?: SearchResult;
  /** The page is asked for again every few seconds. */
  readonly isLive: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export const refreshSeconds = 5;

/** Scripts, images and frames of any origin are refused; the one style is known by its digest. */
export const statusPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(statusCss).digest("base64")}'`,
  "img-src data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const mostRoutes = 100;

export function renderStatusPage(input: StatusPageInput): string {
  const { watched } = input;
  const artifact = watched.artifact();
  const main = html(
    "main",
    {},
    section("artifact", "Artifact", artifact ? artifactFacts(artifact, input) : dim("None is loaded yet.")),
    section("rates", "Requests a second", ...rates(input)),
    section("nodes", "Nodes of upstreams", ...nodes(watched.nodes(), input.now)),
    section("consumers", "Consumers", ...(artifact ? consumerSection(artifact, input.search) : [])),
    section("reloads", "Reloads", ...reloads(watched, input.now)),
    section("refusals", "Refusals and failures", ...refusals(input)),
  );
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    // Browsers ask for an icon otherwise.
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(`rollcall: ${stateOf(watched)}`)}</title><style>${statusCss}</style></head>`,
    `<body>${header(input).markup}${main.markup}</body>`,
    "</html>\n",
  ].join("\n");
}

function header({ watched, isLive, search }: StatusPageInput): Markup {
  const state = stateOf(watched);
  const query = search ? `consumer=${encodeURIComponent(search.text)}` : "";
  const other = isLive ? query : [query, "live"].filter((part) => part !== "").join("&");
  const links: readonly (readonly [href: string, text: string])[] = [
    [`/${other === "" ? "" : `?${other}`}`, isLive ? "stop refreshing" : `refresh every ${refreshSeconds} s`],
    ["/-/metrics", "metrics"],
    ["/-/config", "config"],
  ];
  return html(
    "header",
    {},
    html("h1", {}, "rollcall"),
    html("p", { class: `state ${state === "ready" ? "good" : "warn"}` }, state),
    html("p", { class: "dim" }, `version ${version}`),
    html(
      "nav",
      { "aria-label": "This listener" },
      html("ul", { class: "row" }, ...links.map(([href, text]) => html("li", {}, html("a", { href }, text)))),
    ),
  );
}

function stateOf(watched: Watched): string {
  if (watched.isDraining()) return "draining";
  return watched.isServing() ? "ready" : "not ready";
}

function section(id: string, heading: string, ...children: readonly HtmlChild[]): Markup {
  return html(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    html("h2", { id: `${id}-heading` }, heading),
    ...children,
  );
}

function artifactFacts(artifact: Artifact, { watched, now }: StatusPageInput): Markup {
  const { meta, warnings } = artifact;
  const stats = watched.stats();
  const held = [
    count(artifact.consumerCount, "consumer"),
    count(artifact.credentialCount, "credential"),
    count(artifact.routes.length, "route"),
  ];
  return facts([
    ["digest", html("code", {}, meta.digest)],
    ["content", html("code", {}, meta.content)],
    ["in force", ago(watched.loadedAt(), now)],
    ["source", watched.source],
    ["holds", held.join(", ")],
    ["made by", `${meta.tool}, ${meta.isSigned ? "signed inside" : "not signed inside"}`],
    ...(warnings.length > 0 ? [["warnings", html("span", { class: "warn" }, warnings.join(" "))] as const] : []),
    ...(stats
      ? [["connections", `${stats.openConnections} open, ${count(stats.activeRequests, "request")} under way`] as const]
      : []),
  ]);
}

const classNames = ["2xx", "3xx", "4xx", "5xx"];

function rates({ rates: { seconds, routes } }: StatusPageInput): readonly Markup[] {
  const all = routes.reduce((sum, { total }) => sum + total, 0);
  const over = `over the last ${span(seconds * 1000)}`;
  if (routes.length === 0) return [dim(`None ${over}.`)];
  const rows = routes
    .slice(0, mostRoutes)
    .map(({ route, total, byClass }) => [
      route === "" ? html("span", { class: "dim" }, "no route") : html("code", {}, route),
      rate(total),
      ...classNames.map((name) => rate(byClass[Number(name[0])] ?? 0)),
    ]);
  const options = { numbersFrom: 1, hasRowNames: true };
  return [
    html("p", {}, html("strong", {}, rateText(all)), ` ${over}.`),
    table("Requests a second by route and class of status", ["route", "all", ...classNames], rows, options),
  ];
}

function rate(value: number): HtmlChild {
  return value === 0 ? html("span", { class: "dim" }, "0") : rateText(value);
}

function rateText(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function reloads(watched: Watched, now: number): readonly Markup[] {
  const { good, failed } = watched.reloadCounts;
  const outcomes = watched.reloads();
  if (outcomes.length === 0) return [dim("None since the start.")];
  const rows = outcomes.map(({ at, isGood, text }: ReloadOutcome) => [
    ago(at, now),
    html("span", { class: isGood ? "good" : "bad" }, isGood ? "loaded" : "refused"),
    text,
  ]);
  return [
    html("p", {}, `${good} good, ${failed} failed since the start.`),
    table("The last reloads", ["when", "outcome", "told"], rows),
  ];
}

const mostReasons = 20;

function refusals({ incidents, refusals: byReason, now }: StatusPageInput): readonly Markup[] {
  if (incidents.length === 0) return [dim("None since the start.")];
  const counts = byReason
    .slice(0, mostReasons)
    .map(({ plugin, reason, count: times }) => [
      reason,
      plugin || html("span", { class: "dim" }, "none"),
      String(times),
    ]);
  const rows = incidents.map((incident) => [
    ago(incident.at, now),
    String(incident.status),
    html("div", { class: "why" }, incident.reason, html("div", { class: "dim" }, incident.plugin)),
    incident.route,
    incident.consumer,
    html("code", {}, `${incident.method} ${incident.path}`.trim()),
    incident.remoteAddress,
  ]);
  const reasons = table("Refusals by reason since the start", ["reason", "plugin", "times"], counts, {
    numbersFrom: 2,
  });
  return [
    ...(counts.length === 0 ? [] : [html("h3", {}, "By reason, since the start"), reasons]),
    html("h3", {}, `The last ${incidents.length}`),
    table("The last refusals and failures", ["when", "status", "why", "route", "consumer", "request", "client"], rows),
  ];
}
