/** What the measurements of the engine use, bundled for them: the parts themselves, not the package's exports. */
export { openArtifact } from "../../src/artifact/reader.ts";
export { compile } from "../../src/compile/compile.ts";
export { nodeCrypto } from "../../src/crypto/node.ts";
export { signatureParameters } from "../../src/engine/auth/signature-parameters.ts";
export { Callers } from "../../src/engine/callers.ts";
export { openContext } from "../../src/engine/context.ts";
export { createCounters } from "../../src/engine/counters.ts";
export { createEngine } from "../../src/engine/decide.ts";
export { passingBase64 } from "../../src/engine/encoding.ts";
export { readRequestHeaders } from "../../src/engine/headers.ts";
export { defaultEngineLimits } from "../../src/engine/limits.ts";
export { createRouteMatcher } from "../../src/engine/route-match.ts";
