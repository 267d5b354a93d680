/** The version of this package, read from package.json; the bundler writes it into dist/. */
import manifest from "../package.json" with { type: "json" };

export const version: string = manifest.version;
