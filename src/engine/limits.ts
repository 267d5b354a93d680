/** How long the parts of a request may be: what is longer is refused before anything is done with it (docs/strict-parsing.md). */

/** All in characters, which are octets as they were received. */
export interface EngineLimits {
  /** Of the request target, query included; more is answered with 414. */
  readonly target: number;
  /** Of the value of one header field; more is answered with 431. */
  readonly headerValue: number;
  /** Of a header, argument or cookie that holds a credential; more is answered with 400. */
  readonly credential: number;
}

/** How an engine behaves beside what the artifact says. */
export interface EngineOptions {
  /** Those left out keep their defaults. */
  readonly limits?: Partial<EngineLimits>;
}

export const defaultEngineLimits: EngineLimits = { target: 8192, headerValue: 16_384, credential: 8192 };

/** @throws RangeError for a limit that is no positive whole number */
export function resolveLimits({ limits = {} }: EngineOptions): EngineLimits {
  const resolved = { ...defaultEngineLimits, ...limits };
  for (const [name, value] of Object.entries(resolved)) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`The limit "${name}" of an engine must be a whole number from 1, not ${value}.`);
    }
  }
  return resolved;
}
