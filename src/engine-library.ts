/** `rollcall/engine`: opening artifacts and deciding requests in any JavaScript runtime. Nothing here imports Node. */
export type { Artifact, CompiledRoute, ConsumerRecord, CredentialRecord } from "./artifact/contract.ts";
export { ArtifactError } from "./artifact/contract.ts";
export { type OpenOptions, openArtifact } from "./artifact/reader.ts";
export type { Crypto } from "./crypto/contract.ts";
export { portableCrypto } from "./crypto/portable.ts";
export type {
  CounterState,
  CounterStore,
  Decision,
  EngineServices,
  Forward,
  GatewayRequest,
  HeaderList,
  Refusal,
} from "./engine/contract.ts";
export { createCounters } from "./engine/counters.ts";
export { createEngine, type Engine } from "./engine/decide.ts";
