// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
/** What a schema found: ajv's error object with `verbose`. */
export interface SchemaError {
  /** JSON Pointer to the value at fault. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The schema that holds the keyword; its `x-message`, if any, says better what was expected. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

export interface Validator {
  (value: unknown): boolean;
  /** Of the last call. */
  errors?: readonly SchemaError[] | null;
}

export const consumer: Validator;
export const credential: Validator;
export const consumer_group: Validator;
export const route: Validator;
export const service: Validator;
export const upstream: Validator;
export const global_rule: Validator;
export const plugin_config: Validator;
