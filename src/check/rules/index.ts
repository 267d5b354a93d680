/** All semantic rules; a new one is a file beside this, a line here and a page in docs/rules. */
import { acceptedCredential } from "./accepted-credential.ts";
import { authPlugin } from "./auth-plugin.ts";
import { authenticatedRestriction } from "./authenticated-restriction.ts";
import { condition } from "./condition.ts";
import { privateKey, publicKey, shortRsaKey } from "./jwt-public-keys.ts";
import { base64Secret, shortJwtSecret } from "./jwt-secrets.ts";
import { knownField } from "./known-field.ts";
import { knownPlugin } from "./known-plugin.ts";
import { legacyAuth } from "./legacy-auth.ts";
import { limitKey, limitRules, limitValue, longDelay } from "./limit-values.ts";
import { literalSecret } from "./literal-secret.ts";
import { misspeltLabel } from "./misspelt-label.ts";
import { multiAuth } from "./multi-auth.ts";
import { nodeAddress } from "./node-address.ts";
import { notExecuted } from "./not-executed.ts";
import { onePlugin } from "./one-plugin.ts";
import { reachableConsumer } from "./reachable-consumer.ts";
import { referenceExists } from "./reference-exists.ts";
import { refusedByTarget } from "./refused-by-target.ts";
import { regularExpressions } from "./regular-expressions.ts";
import { reusedSecret } from "./reused-secret.ts";
import type { Rule } from "./rule.ts";
import { secretReference } from "./secret-reference.ts";
import { shadowedPlugin } from "./shadowed-plugin.ts";
import { uniqueCredentialName } from "./unique-credential-name.ts";
import { uniqueId } from "./unique-id.ts";
import { uniqueLookupKey } from "./unique-lookup-key.ts";
import { uniqueUsername } from "./unique-username.ts";
import { oneUpstream, upstreamNodes } from "./upstream-nodes.ts";
import { usedGroup } from "./used-group.ts";
import { weakSecret } from "./weak-secret.ts";

export type {
  Finding,
  OtherKind,
  Rule,
  RuleContext,
  RuleSeverity,
  Spot,
  Target,
  Visitor,
} from "./rule.ts";

export const rules: readonly Rule[] = [
  uniqueUsername,
  uniqueCredentialName,
  onePlugin,
  authPlugin,
  uniqueLookupKey,
  uniqueId,
  knownPlugin,
  multiAuth,
  knownField,
  referenceExists,
  secretReference,
  legacyAuth,
  reachableConsumer,
  acceptedCredential,
  authenticatedRestriction,
  shadowedPlugin,
  usedGroup,
  literalSecret,
  weakSecret,
  reusedSecret,
  shortJwtSecret,
  base64Secret,
  publicKey,
  privateKey,
  shortRsaKey,
  limitValue,
  limitRules,
  limitKey,
  longDelay,
  regularExpressions,
  condition,
  nodeAddress,
  upstreamNodes,
  oneUpstream,
  misspeltLabel,
  refusedByTarget,
  notExecuted,
];
