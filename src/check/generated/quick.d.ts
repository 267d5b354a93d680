// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
import type { Validator } from "./validators.js";

export const consumer: Validator;
export const credential: Validator;
export const consumer_group: Validator;
export const route: Validator;
export const service: Validator;
export const upstream: Validator;
export const global_rule: Validator;
export const plugin_config: Validator;
