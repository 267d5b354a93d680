/** The plugins that judge and change requests beside authentication. */
import type { Plugin } from "../plugin.ts";
import { acl } from "./acl.ts";
import { attachConsumerLabel } from "./attach-consumer-label.ts";
import { consumerRestriction } from "./consumer-restriction.ts";
import { ipRestriction } from "./ip-restriction.ts";
import { limitCount } from "./limit-count.ts";
import { refererRestriction } from "./referer-restriction.ts";
import { requestId } from "./request-id.ts";
import { uaRestriction } from "./ua-restriction.ts";

export const policyPlugins: readonly Plugin[] = [
  requestId,
  ipRestriction,
  uaRestriction,
  refererRestriction,
  acl,
  consumerRestriction,
  attachConsumerLabel,
  limitCount,
];
