/** The nodes of upstreams on the status page: how health checks find them, since when, and what has told so. */
import type { NodeChange, NodeReport } from "../proxy/contract.ts";
import { type HtmlChild, html, type Markup } from "../report/html.ts";
import { ago, dim, table } from "./status-table.ts";

const mostNodes = 100;

const found: Readonly<Record<NodeChange["found"], string>> = {
  success: "it answers",
  httpFailure: "answers that count as failures",
  tcpFailure: "no connection, or one that broke",
  timeout: "no answer in time",
};

const tellers: Readonly<Record<NodeChange["by"], string>> = { active: "probes", passive: "requests of clients" };

/** Those that take no requests come first. */
export function nodes(reports: readonly NodeReport[], now: number): readonly Markup[] {
  if (reports.length === 0) return [dim("No upstream has health checks.")];
  const [healthy, unhealthy] = [reports.filter(isHealthy), reports.filter((each) => !isHealthy(each))];
  const rows = [...unhealthy, ...healthy].slice(0, mostNodes).map((report) => row(report, now));
  const hidden = reports.length - rows.length;
  return [
    html(
      "p",
      {},
      `${healthy.length} of ${reports.length} are healthy.${hidden > 0 ? ` ${hidden} are not shown.` : ""}`,
    ),
    table("Nodes of upstreams with health checks", ["upstream", "node", "health", "since", "told by"], rows),
  ];
}

function row({ upstream, node, isHealthy, change }: NodeReport, now: number): readonly HtmlChild[] {
  return [
    html("code", {}, upstream),
    html("code", {}, node),
    html("span", { class: isHealthy ? "good" : "bad" }, isHealthy ? "healthy" : "unhealthy"),
    change ? ago(change.at, now) : html("span", { class: "dim" }, "the start"),
    change ? `${tellers[change.by]}: ${found[change.found]}` : html("span", { class: "dim" }, "nothing has changed"),
  ];
}

function isHealthy(report: NodeReport): boolean {
  return report.isHealthy;
}
