/** Variables of the answer, beside those of the request, for plugins that change answers. */
import { wireText } from "./encoding.ts";
import { findVariable, type Variable } from "./vars.ts";

/** The variable of this name; undefined if there is none. */
export function findResponseVariable(name: string): Variable | undefined {
  if (name === "status" || name === "upstream_status") return ({ response }) => response && String(response.status);
  const header = /^(?:sent|upstream)_http_(.+)$/.exec(name)?.[1];
  return header === undefined ? findVariable(name) : headerVariable(header.replaceAll("_", "-").toLowerCase());
}

function headerVariable(name: string): Variable {
  return ({ response }) => {
    const values = response?.headers.all(name) ?? [];
    return values.length === 0 ? undefined : wireText(values.join(", "));
  };
}
