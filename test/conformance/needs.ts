/** What the answer to a request hangs on, told by the engine: where the gateway did not take it, the request says nothing. */
import { openCase, toRequest } from "../engine/case-file.ts";
import type { PlacedCase } from "./contract.ts";

/** For each request: resources as `routes/ID`, by the names of the table. */
export async function needsOf({ case: each }: PlacedCase): Promise<readonly (readonly string[])[]> {
  const { engine, clock } = openCase(each);
  const start = clock.now;
  const needs: (readonly string[])[] = [];
  const globals = (each.config?.global_rules ?? []).map(({ id }) => `global_rules/${id}`);
  for (const row of each.requests) {
    if (row.at !== undefined) clock.now = start + row.at * 1000;
    const decision = await engine.decide(toRequest(row, each));
    const routeId = decision.kind === "forward" ? decision.route.id : (decision.routeId ?? routeByPath(row.send, each));
    const { consumer } = decision;
    const route = each.config?.routes?.find(({ id }) => String(id) === routeId);
    const group = each.config?.consumers?.find(({ username }) => username === consumer)?.group_id;
    needs.push([
      ...globals,
      ...named("routes", routeId),
      ...named("services", route?.service_id),
      ...named("upstreams", route?.upstream_id),
      ...named("plugin_configs", route?.plugin_config_id),
      ...named("consumers", consumer),
      ...named("consumer_groups", group),
      ...credentialsOf(each, row.headers, decision.kind === "forward" ? decision : {}),
    ]);
  }
  return needs;
}

function named(kind: string, id: unknown): readonly string[] {
  return id === undefined ? [] : [`${kind}/${id}`];
}

/** A route that cannot be matched is not told with the refusal. */
function routeByPath(send: string, { config }: PlacedCase["case"]): string | undefined {
  const path = send.split(" ")[1]?.split("?")[0];
  const route = config?.routes?.find(({ uri }) => uri === path);
  return route && String(route.id);
}

/** The credential that was found, and those whose literal key the request bears. */
function credentialsOf(
  { config }: PlacedCase["case"],
  headers: unknown,
  found: { readonly consumer?: string; readonly credentialId?: string },
): readonly string[] {
  const sent = JSON.stringify(headers ?? {});
  return (config?.consumers ?? []).flatMap(({ username, credentials = [] }) =>
    (credentials as readonly { readonly id?: unknown; readonly name?: unknown; readonly plugins?: unknown }[])
      .map(({ id, name, plugins }) => ({ id: String(id ?? name), plugins: JSON.stringify(plugins) }))
      .filter(({ id, plugins }) => {
        const key = /"key(?:_id)?":("[^"]*")/.exec(plugins)?.[1];
        const isFound = username === found.consumer && id === found.credentialId;
        return isFound || (key !== undefined && sent.includes(key));
      })
      .map(({ id }) => `credentials/${username}/${id}`),
  );
}
