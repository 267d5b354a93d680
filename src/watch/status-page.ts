/** The status page: one HTML document, made of what is known when it is asked for; no script, nothing from elsewhere. */
import { createHash } from "node:crypto";
import type { Artifact } from "../artifact/contract.ts";
import { count } from "../report/count.ts";
import { escapeHtml, type HtmlChild, html, type Markup } from "../report/html.ts";
import { version } from "../version.ts";
import type { Incident, ReloadOutcome, Watched } from "./contract.ts";
import type { Found } from "./find-consumers.ts";
import type { RouteRate } from "./rates.ts";
import { consumerSection } from "./status-consumer.ts";
import { statusCss } from "./status-style.ts";
import { ago, span, table } from "./status-table.ts";

export interface StatusPageInput {
  readonly watched: Watched;
  readonly rates: { readonly seconds: number; readonly routes: readonly RouteRate[] };
  readonly incidents: readonly Incident[];
  /** What was typed into the search, and what it found; undefined: nothing was asked. */
  readonly search?: { readonly text: string; readonly found: Found };
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Scripts, images and frames of any origin are refused; the one style is known by its digest. */
export const statusPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(statusCss).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const mostRoutes = 100;

export function renderStatusPage(input: StatusPageInput): string {
  const { watched } = input;
  const artifact = watched.artifact();
  const body = html(
    "main",
    {},
    header(watched),
    section("Artifact", artifact ? artifactFacts(artifact, input) : html("p", { class: "dim" }, "None is loaded yet.")),
    section("Requests a second", ratesTable(input)),
    section("Consumers", ...(artifact ? consumerSection(artifact, input.search) : [])),
    section("Reloads", reloadsTable(watched, input.now)),
    section("Recent refusals and failures", incidentsTable(input)),
  );
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`rollcall: ${stateOf(watched)}`)}</title><style>${statusCss}</style></head>`,
    `<body>${body.markup}</body>`,
    "</html>\n",
  ].join("\n");
}

function header(watched: Watched): Markup {
  const state = stateOf(watched);
  return html(
    "header",
    {},
    html("h1", {}, "rollcall"),
    html("span", { class: `state ${state === "ready" ? "good" : "warn"}` }, state),
    html("span", { class: "dim" }, `version ${version}`),
    html("span", {}, html("a", { href: "/-/metrics" }, "metrics"), " · ", html("a", { href: "/-/config" }, "config")),
  );
}

function stateOf(watched: Watched): string {
  if (watched.isDraining()) return "draining";
  return watched.isServing() ? "ready" : "not ready";
}

function section(heading: string, ...children: readonly HtmlChild[]): Markup {
  return html("section", {}, html("h2", {}, heading), ...children);
}

function artifactFacts(artifact: Artifact, { watched, now }: StatusPageInput): Markup {
  const { meta, warnings } = artifact;
  const stats = watched.stats();
  const held = [
    count(artifact.consumerCount, "consumer"),
    count(artifact.credentialCount, "credential"),
    count(artifact.routes.length, "route"),
  ];
  const facts: readonly (readonly [term: string, value: HtmlChild])[] = [
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
  ];
  return html("dl", {}, ...facts.flatMap(([term, value]) => [html("dt", {}, term), html("dd", {}, value)]));
}

const classNames = ["2xx", "3xx", "4xx", "5xx"];

function ratesTable({ rates: { seconds, routes } }: StatusPageInput): Markup {
  const looked = html("p", { class: "dim" }, `Over the last ${span(seconds * 1000)}.`);
  if (routes.length === 0) return html("div", {}, looked, html("p", {}, "No requests."));
  const rows = routes
    .slice(0, mostRoutes)
    .map(({ route, total, byClass }) => [
      route === "" ? html("span", { class: "dim" }, "no route") : html("code", {}, route),
      rate(total),
      ...classNames.map((name) => rate(byClass[Number(name[0])] ?? 0)),
    ]);
  return html("div", {}, looked, table(["route", "all", ...classNames], rows, { numbersFrom: 1 }));
}

function rate(value: number): HtmlChild {
  if (value === 0) return html("span", { class: "dim" }, "0");
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function reloadsTable(watched: Watched, now: number): Markup {
  const { good, failed } = watched.reloadCounts;
  const reloads = watched.reloads();
  if (reloads.length === 0) return html("p", { class: "dim" }, "None since the start.");
  const rows = reloads.map(({ at, isGood, text }: ReloadOutcome) => [
    ago(at, now),
    html("span", { class: isGood ? "good" : "bad" }, isGood ? "loaded" : "refused"),
    text,
  ]);
  return html("div", {}, html("p", {}, `${good} good, ${failed} failed.`), table(["when", "outcome", "told"], rows));
}

function incidentsTable({ incidents, now }: StatusPageInput): Markup {
  if (incidents.length === 0) return html("p", { class: "dim" }, "None since the start.");
  const rows = incidents.map((incident) => [
    ago(incident.at, now),
    String(incident.status),
    incident.plugin,
    incident.reason,
    incident.route,
    incident.consumer,
    html("code", {}, `${incident.method} ${incident.path}`.trim()),
    incident.remoteAddress,
  ]);
  return table(["when", "status", "plugin", "reason", "route", "consumer", "request", "client"], rows);
}
