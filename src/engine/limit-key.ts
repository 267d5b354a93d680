/** By which value of a request a limit counts (gateway reference, sections 3.2 to 3.4). */
import type { RequestContext } from "./context.ts";
import { compileTemplate, findVariable } from "./vars.ts";

const keyReaders: Readonly<Record<string, (key: string) => (context: RequestContext) => string | undefined>> = {
  constant: (key) => () => key,
  var_combination: (key) => {
    const template = compileTemplate(key);
    return (context) => {
      const { text, resolved } = template(context);
      return resolved > 0 ? text : undefined;
    };
  },
  var: (key) => findVariable(key) ?? (() => undefined),
};

/** An empty value falls back to the client's address. */
export function keyValue(key: string, type: string): (context: RequestContext) => string {
  const read = (Object.hasOwn(keyReaders, type) ? keyReaders[type] : keyReaders.var)?.(key);
  return (context) => read?.(context) || context.request.remoteAddress;
}
