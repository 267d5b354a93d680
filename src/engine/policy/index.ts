/** The plugins that judge and change requests beside authentication. */
import type { Plugin } from "../plugin.ts";
import { acl } from "./acl.ts";
import { attachConsumerLabel } from "./attach-consumer-label.ts";
import { consumerRestriction } from "./consumer-restriction.ts";
import { cors } from "./cors.ts";
import { faultInjection } from "./fault-injection.ts";
import { ipRestriction } from "./ip-restriction.ts";
import { limitConn } from "./limit-conn.ts";
import { limitCount } from "./limit-count.ts";
import { limitReq } from "./limit-req.ts";
import { mocking } from "./mocking.ts";
import { proxyRewrite } from "./proxy-rewrite.ts";
import { refererRestriction } from "./referer-restriction.ts";
import { requestId } from "./request-id.ts";
import { responseRewrite } from "./response-rewrite.ts";
import { uaRestriction } from "./ua-restriction.ts";

export const policyPlugins: readonly Plugin[] = [
  requestId,
  faultInjection,
  mocking,
  cors,
  ipRestriction,
  uaRestriction,
  refererRestriction,
  acl,
  consumerRestriction,
  attachConsumerLabel,
  limitCount,
  limitConn,
  limitReq,
  proxyRewrite,
  responseRewrite,
];
