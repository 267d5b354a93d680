/** What a check for the target `rollcall` knows of the engine. */
import type { CheckOptions } from "../check/run-options.ts";
import { engineAbilities } from "../engine/abilities.ts";

export const engineOptions: Pick<CheckOptions, "executablePlugins" | "engineFaults"> = {
  executablePlugins: engineAbilities.plugins,
  engineFaults: engineAbilities,
};
