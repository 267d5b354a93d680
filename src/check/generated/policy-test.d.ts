// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
import type { Validator } from "./validators.js";

export const policy_test: Validator;
