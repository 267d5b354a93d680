/** The files that make nginx ask `serve --mode auth-request`: docs/guides/nginx.md. */
import type { Carried } from "./carried.ts";

export interface NginxFiles {
  /** For `server`. */
  readonly server: string;
  /** For each `location` that is to be protected. */
  readonly location: string;
}

/** A header that nginx has no variable for. */
export class UnnameableHeader extends Error {
  override readonly name = "UnnameableHeader";
}

/**
 * @param url where rollcall answers, such as `http://127.0.0.1:9080`
 * @throws UnnameableHeader
 */
export function nginxFiles(carried: Carried, url: string): NginxFiles {
  const { request, response } = carried;
  const variables = variablesOf([...new Set([...request, ...response])]);
  const variable = (name: string): string => variables.get(name) ?? "";
  const shown = response.map((name) => `add_header ${name} $rollcall_${variable(name)} always;`);
  return {
    location: lines(
      "# Made by rollcall serve --write-nginx: include it in each location that is to be protected.",
      "auth_request /-/rollcall;",
      "auth_request_set $rollcall_target $upstream_http_x_rollcall_target;",
      "auth_request_set $rollcall_status $upstream_http_x_rollcall_status;",
      "auth_request_set $rollcall_body   $upstream_http_x_rollcall_body;",
      ...[...variables.values()].map((each) => `auth_request_set $rollcall_${each} $upstream_http_${each};`),
      "# An empty value removes the header: what is hidden, and what a client claims to be.",
      ...request.map((name) => `proxy_set_header ${name} $rollcall_${variable(name)};`),
      "proxy_set_header Host $http_host;",
      ...shown,
      "error_page 401 403 = @rollcall_refused;",
    ),
    server: lines(
      "# Made by rollcall serve --write-nginx: include it in server.",
      "location = /-/rollcall {",
      "  internal;",
      `  proxy_pass ${url};`,
      "  proxy_pass_request_body off;",
      '  proxy_set_header Content-Length    "";',
      "  proxy_set_header Host              $http_host;",
      "  proxy_set_header X-Original-Method $request_method;",
      "  proxy_set_header X-Original-URI    $request_uri;",
      "  proxy_set_header X-Real-IP         $remote_addr;",
      "  proxy_set_header X-Forwarded-Proto $scheme;",
      `  proxy_set_header X-Rollcall-Carry  "${request.join(" ")}";`,
      "  proxy_buffer_size 16k;",
      "  proxy_buffers 4 16k;",
      "}",
      "location @rollcall_refused {",
      "  internal;",
      "  default_type application/json;",
      ...shown.map((line) => `  ${line}`),
      ...carried.statuses.map((status) => `  if ($rollcall_status = ${status}) { return ${status} $rollcall_body; }`),
      "  return 403;",
      "}",
    ),
  };
}

/** By header: the end of nginx's variable. @throws UnnameableHeader */
function variablesOf(names: readonly string[]): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  const variables = new Map<string, string>();
  for (const name of names) {
    if (!/^[A-Za-z0-9-]+$/.test(name)) {
      throw new UnnameableHeader(`nginx has no variable for the header ${JSON.stringify(name)}`);
    }
    const variable = name.toLowerCase().replaceAll("-", "_");
    const other = holders.get(variable);
    if (other !== undefined && other.toLowerCase() !== name.toLowerCase()) {
      throw new UnnameableHeader(`nginx has one variable for the headers ${other} and ${name}`);
    }
    holders.set(variable, name);
    variables.set(name, variable);
  }
  return variables;
}

function lines(...each: readonly string[]): string {
  return `${each.join("\n")}\n`;
}
