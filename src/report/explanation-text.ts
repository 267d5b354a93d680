/** How a decision came about, for people: the outcome first, then route, plugins in order, and what goes upstream or back. */
import type { Carrier, ExplainedRoute, Explanation, Step, StepVerdict } from "../explain/contract.ts";
import { type Paint, printable, type Style } from "./style.ts";

export function renderExplanationText(explanation: Explanation, style: Style): string {
  const blocks = [
    headline(explanation, style),
    routeBlock(explanation, style),
    pluginBlock(explanation, style),
    consumerBlock(explanation, style),
    explanation.upstream ? upstreamBlock(explanation.upstream, style) : answerBlock(explanation, style),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function headline({ verdict, request, consumer, upstream, answer }: Explanation, style: Style): string {
  const asked = style.bold(printable(`${request.method} ${request.target}`));
  const who = consumer ? ` as ${style.bold(printable(consumer.username))}` : "";
  if (verdict === "forwarded") {
    return `${asked}  ${style.green("passes")}${who} to ${printable(upstream?.owner ?? "")}`;
  }
  const by = answer?.plugin ? ` by ${answer.plugin}` : "";
  const why = answer?.reason ? `: ${printable(answer.reason)}` : "";
  return `${asked}  ${style.red(`is refused with ${answer?.status ?? ""}`)}${by}${who}${why}`;
}

function routeBlock({ route, otherRoutes }: Explanation, style: Style): string {
  const matched = route
    ? `${style.green("✓")} ${named(route, style)}${route.serviceId === undefined ? "" : `, service ${printable(route.serviceId)}`}`
    : `${style.red("✗")} no route matches`;
  const others = otherRoutes.map((other) => `  ${style.dim("–")} ${named(other, style)}: ${printable(other.reason)}`);
  return [style.bold("route"), `  ${matched}`, ...others].join("\n");
}

function named({ id, name, source }: ExplainedRoute, style: Style): string {
  return `${printable(name === undefined ? id : `${name} (${id})`)}${at(source, style)}`;
}

function at(source: string | undefined, style: Style): string {
  return source === undefined ? "" : style.dim(` ${printable(source)}`);
}

const marks: Readonly<Record<StepVerdict, readonly [mark: string, paint: keyof Style]>> = {
  passed: ["✓", "green"],
  refused: ["✗", "red"],
  skipped: ["–", "yellow"],
  off: ["–", "yellow"],
  "not reached": ["·", "dim"],
};

function pluginBlock({ steps }: Explanation, style: Style): string {
  if (steps.length === 0) return [style.bold("plugins"), "  none"].join("\n");
  const width = Math.max(...steps.map(({ plugin }) => plugin.length));
  return [style.bold("plugins, in order"), ...steps.map((step) => stepLines(step, width, style))].join("\n");
}

function stepLines(
  { plugin, phase, verdict, effects, replaces, ...carrier }: Step,
  width: number,
  style: Style,
): string {
  const [mark, color] = marks[verdict];
  const paint: Paint = style[color];
  const said = verdict === "passed" || verdict === "refused" ? "" : `  ${verdict}`;
  const line = `  ${paint(mark)} ${printable(plugin).padEnd(width)}  ${phase.padEnd(7)}  ${from(carrier, style)}${paint(said)}`;
  const replaced =
    replaces.length > 0 ? [`replaces that of ${replaces.map((each) => from(each, style)).join(", ")}`] : [];
  return [line, ...[...replaced, ...effects.map(printable)].map((effect) => `      ${effect}`)].join("\n");
}

function from({ owner, source }: Carrier, style: Style): string {
  return `${printable(owner)}${at(source, style)}`;
}

function consumerBlock({ consumer }: Explanation, style: Style): string {
  if (!consumer) return "";
  const { username, groupId, source, credential } = consumer;
  return [
    style.bold("consumer"),
    `  ${printable(username)}${at(source, style)}${groupId === undefined ? "" : `, group ${printable(groupId)}`}`,
    credential
      ? `  credential ${printable(credential.id ?? "(in the consumer)")} (${credential.plugin})${at(credential.source, style)}`
      : "  without a credential of its own",
  ].join("\n");
}

function upstreamBlock(upstream: NonNullable<Explanation["upstream"]>, style: Style): string {
  const { owner, nodes, method, target, host, headers, responseHeaders } = upstream;
  const added = responseHeaders.length === 0 ? [] : [style.bold("added to the answer"), ...fields(responseHeaders)];
  return [
    style.bold("upstream"),
    `  ${printable(owner)}: ${printable(nodes.join(", "))}`,
    `  ${printable(`${method} ${target}`)}`,
    ...fields([["Host", host], ...headers]),
    ...added,
  ].join("\n");
}

function answerBlock({ answer }: Explanation, style: Style): string {
  if (!answer) return "";
  const { status, headers, body } = answer;
  return [
    style.bold("answer"),
    `  ${status}`,
    ...fields(headers),
    ...(body === "" ? [] : [`  ${printable(body)}`]),
  ].join("\n");
}

function fields(headers: readonly (readonly [name: string, value: string])[]): readonly string[] {
  return headers.map(([name, value]) => `  ${printable(`${name}: ${value}`)}`);
}
