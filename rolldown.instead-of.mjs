/** Puts another file in the place of one, for a build in which that one could not work. */
import { join } from "node:path";

export const startWorker = join(import.meta.dirname, "src/cli/start-worker.ts");

/** @param file its path. @param suffix what the name of the other one has before `.ts` */
export function insteadOf(file, suffix) {
  return {
    name: `instead-of${suffix}`,
    async resolveId(source, importer, options) {
      if (!file.endsWith(source.slice(source.lastIndexOf("/")))) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id === file ? file.replace(/\.ts$/, `${suffix}.ts`) : resolved;
    },
  };
}
