/**
 * The library: the stages of rollcall as functions. Nothing here reads files or opens sockets; `digestThread` starts a thread.
 * docs/examples/library.mjs goes from text to decision.
 *
 * @example
 * ```ts
 * import { checkSources, sha1Hex } from "rollcall";
 *
 * const sources = [{ file: "config.yaml", text: "consumers:\n  - username: not valid\n" }];
 * const { diagnostics } = checkSources(sources, { environment: process.env, sha1Hex });
 * for (const { rule, message, span } of diagnostics) {
 *   console.log(`${span?.file}:${span?.start.line}:${span?.start.column} ${rule} ${message}`);
 * }
 * // config.yaml:2:15 schema/pattern "username" may hold only letters, digits, '-' and '_' (found "not valid")
 * ```
 */
export type { Artifact, CompiledRoute, ConsumerRecord, CredentialRecord } from "./artifact/contract.ts";
export { ArtifactError } from "./artifact/contract.ts";
export { environmentReferences } from "./artifact/environment.ts";
export { baseDigest, type OpenOptions, openArtifact, openOverlay } from "./artifact/reader.ts";
export { type CheckOptions, type CheckResult, check } from "./check/check.ts";
export { type CheckSourcesOptions, checkSources } from "./check/check-sources.ts";
export { digestThread } from "./cli/digest-thread.ts";
export { type CompileOptions, type CompileToBytesOptions, compile, compileInPieces } from "./compile/compile.ts";
export { compileOverlay, type OverlayOptions } from "./compile/overlay.ts";
export { type Abilities, unsupportedByProxy } from "./compile/unsupported.ts";
export type { Crypto } from "./crypto/contract.ts";
export { nodeCrypto } from "./crypto/node.ts";
export { sha1Hex } from "./crypto/sha1-hex.ts";
export { abilitiesWith, engineAbilities, executablePlugins } from "./engine/abilities.ts";
export type { RequestContext } from "./engine/context.ts";
export type {
  BucketState,
  CounterStore,
  Decision,
  EngineServices,
  Forward,
  GatewayRequest,
  HeaderList,
  PlaceState,
  Refusal,
  ResponseChange,
  ResponseHead,
} from "./engine/contract.ts";
export { createCounters } from "./engine/counters.ts";
export { createEngine, decide, type Engine, type PluginOptions } from "./engine/decide.ts";
export type { Observer } from "./engine/observer.ts";
export {
  type Answer,
  definePlugin,
  type Outcome,
  type Plugin,
  type PluginDefinition,
  Unusable,
} from "./engine/plugin.ts";
export type { BodyEdit, ResponseDraft } from "./engine/response-draft.ts";
export { openSharedCounters } from "./engine/shared-counters.ts";
export { createSharedTable, freeSharedLocks, type SharedTableOptions } from "./engine/shared-table.ts";
export type { Config, ConsumerEntry, Entry, Kind, Live } from "./model/config.ts";
export type { Diagnostic, RelatedSpan, Severity } from "./model/diagnostic.ts";
export type { ProjectConfig } from "./model/generated/project-config.ts";
export type { Path, Place, Position, Span } from "./model/place.ts";
export type { Change, FieldChange, Fingerprint, Plan } from "./plan/contract.ts";
export { createFingerprint } from "./plan/fingerprint.ts";
export { type PlanOptions, plan } from "./plan/plan.ts";
export type { Document, SourceText } from "./source/document.ts";
export type { Environment } from "./source/environment.ts";
export { parse } from "./source/parse.ts";
