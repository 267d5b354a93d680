/** multi-auth: several authentication plugins, of which one must succeed (gateway reference, section 2.5). */
import { isMap } from "../../model/json.ts";
import { messageAnswer } from "../answer.ts";
import type { RequestContext } from "../context.ts";
import type { HeaderList } from "../contract.ts";
import {
  definePlugin,
  isPromise,
  type MaybePromise,
  type Outcome,
  type Plugin,
  type PluginConfig,
  type Run,
  Unusable,
} from "../plugin.ts";
import { mapListSetting } from "../settings.ts";

interface Failures {
  readonly reasons: readonly string[];
  readonly challenges: HeaderList;
}

export function multiAuth(authPlugins: readonly Plugin[]): Plugin {
  return definePlugin<readonly Run[]>({
    name: "multi-auth",
    priority: 2600,
    phase: "rewrite",
    isAuth: true,
    prepare: (config) => prepareAll(authPlugins, config),
    run: (runs, context, owner) => tryFrom(runs, 0, { reasons: [], challenges: [] }, context, owner),
  });
}

function prepareAll(authPlugins: readonly Plugin[], config: PluginConfig): readonly Run[] | Unusable {
  const runs: Run[] = [];
  for (const entry of mapListSetting(config, "auth_plugins") ?? []) {
    for (const [name, value] of Object.entries(entry)) {
      const plugin = authPlugins.find((each) => each.name === name);
      if (!plugin) return new Unusable(`${name} is not an authentication plugin`);
      const bound = plugin.bind(isMap(value) ? value : {});
      if (bound instanceof Unusable) return bound;
      runs.push(bound.run);
    }
  }
  return runs;
}

/** The first success wins; an answer other than 401 (a request that is refused as such) ends it. */
function tryFrom(
  runs: readonly Run[],
  position: number,
  failures: Failures,
  context: RequestContext,
  owner: string,
): MaybePromise<Outcome> {
  const run = runs[position];
  if (!run) return messageAnswer(401, "Authorization Failed", failures.reasons.join("; "), failures.challenges);
  const goOn = (outcome: Outcome): MaybePromise<Outcome> => {
    if (outcome?.status !== 401) return outcome;
    const challenges = (outcome.headers ?? []).filter(([name]) => name === "WWW-Authenticate");
    const soFar = {
      reasons: [...failures.reasons, outcome.reason],
      challenges: [...failures.challenges, ...challenges],
    };
    return tryFrom(runs, position + 1, soFar, context, owner);
  };
  const outcome = run(context, owner);
  return isPromise(outcome) ? outcome.then(goOn) : goOn(outcome);
}
