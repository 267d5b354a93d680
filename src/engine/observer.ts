/** Whoever wants to know how a decision came about: `explain` and the coverage of tests. Without one it costs a comparison a plugin. */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { ChainLink } from "./chain.ts";
import type { RequestContext } from "./context.ts";
import type { Answer } from "./plugin.ts";

/** One observer watches one request. What it is shown is for reading only, and holds secrets of the request. */
export interface Observer {
  /** The request could be read; `route` is the one that matched, if any. */
  routed?(route: CompiledRoute | undefined, context: RequestContext): void;
  /** A plugin is about to run. */
  begins?(link: ChainLink, context: RequestContext): void;
  /** It has run, and maybe ended the request with an answer. */
  ended?(link: ChainLink, context: RequestContext, answer: Answer | undefined): void;
}
