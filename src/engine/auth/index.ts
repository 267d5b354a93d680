/** The authentication plugins. */
import type { Plugin } from "../plugin.ts";
import { basicAuth } from "./basic-auth.ts";
import { hmacAuth } from "./hmac-auth.ts";
import { jwtAuth } from "./jwt-auth.ts";
import { keyAuth } from "./key-auth.ts";
import { multiAuth } from "./multi-auth.ts";

const single: readonly Plugin[] = [keyAuth, basicAuth, hmacAuth, jwtAuth];

export const authenticationPlugins: readonly Plugin[] = [...single, multiAuth(single)];
