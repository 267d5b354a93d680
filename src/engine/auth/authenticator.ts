/** What the four authentication plugins share: attach, anonymous consumer, hidden credentials, challenge (reference, section 2). */
import type { AuthPlugin } from "../../model/auth.ts";
import { messageAnswer } from "../answer.ts";
import type { RequestContext } from "../context.ts";
import { several } from "../headers.ts";
import {
  type Answer,
  definePlugin,
  isPromise,
  type MaybePromise,
  type Outcome,
  type Plugin,
  type PluginConfig,
  Unusable,
} from "../plugin.ts";
import { flagSetting, textSetting } from "../settings.ts";

const controlCharacter = /[\0-\x1f\x7f]/;

/** What an authenticator finds. A denial lets an anonymous consumer in, an answer does not. */
export type Verdict =
  | { readonly kind: "admitted" /** Its number. */; readonly credential: number }
  | { readonly kind: "denied"; readonly message: string; readonly reason: string }
  | { readonly kind: "answered"; readonly answer: Answer };

export interface Authenticator<Prepared> {
  readonly name: AuthPlugin;
  readonly priority: number;
  /** Scheme of WWW-Authenticate. */
  readonly scheme: string;
  readonly defaultRealm: string;
  prepare(config: PluginConfig): Prepared | Unusable;
  authenticate(prepared: Prepared, context: RequestContext): MaybePromise<Verdict>;
  /** Removes the credential from what goes upstream. */
  hide(prepared: Prepared, context: RequestContext): void;
}

interface Gate<Prepared> {
  readonly own: Prepared;
  readonly challenge: readonly [name: string, value: string];
  readonly hidesCredentials: boolean;
  readonly anonymousConsumer: string | undefined;
}

export function authPlugin<Prepared>(authenticator: Authenticator<Prepared>): Plugin {
  return definePlugin<Gate<Prepared>>({
    name: authenticator.name,
    priority: authenticator.priority,
    phase: "rewrite",
    isAuth: true,
    prepare(config) {
      const own = authenticator.prepare(config);
      if (own instanceof Unusable) return own;
      const realm = textSetting(config, "realm", authenticator.defaultRealm);
      return {
        own,
        challenge: ["WWW-Authenticate", `${authenticator.scheme} realm="${realm}"`],
        hidesCredentials: flagSetting(config, "hide_credentials", false),
        anonymousConsumer: textSetting(config, "anonymous_consumer"),
      };
    },
    run(gate, context) {
      const verdict = authenticator.authenticate(gate.own, context);
      if (!isPromise(verdict)) return settled(authenticator, gate, context, verdict);
      return verdict.then((reached) => settled(authenticator, gate, context, reached));
    },
  });
}

export function admitted(credential: number): Verdict {
  return { kind: "admitted", credential };
}

export function denied(message: string, reason: string = message): Verdict {
  return { kind: "denied", message, reason };
}

export function answered(status: number, message: string, reason: string = message): Verdict {
  return { kind: "answered", answer: messageAnswer(status, message, reason) };
}

/**
 * The one value of a header; a verdict if it is sent more than once, is too long or holds a control character; undefined if it is absent.
 *
 * @param name in lower case
 */
export function singleHeader({ headers, limits }: RequestContext, name: string): string | Verdict | undefined {
  const value = headers.sole(name);
  if (value === undefined) return undefined;
  if (value === several) return duplicate(name, "header");
  // Every header was searched for the other control characters when the request was read (header-fault.ts).
  return judged(value, limits.credential, value.indexOf("\t") >= 0, name, "header");
}

/** The same of values found elsewhere. @param name and place: how the message calls where the values were */
export function singleValue(
  { limits }: RequestContext,
  values: readonly string[],
  name: string,
  place: "query argument" | "cookie",
): string | Verdict | undefined {
  const value = values[0];
  if (value === undefined) return undefined;
  if (values.length > 1) return duplicate(name, place);
  return judged(value, limits.credential, controlCharacter.test(value), name, place);
}

function duplicate(name: string, place: string): Verdict {
  return answered(400, `Duplicate ${name} ${place} in request`);
}

function judged(value: string, longest: number, hasControls: boolean, name: string, place: string): string | Verdict {
  if (value.length > longest) return answered(400, `Too long ${name} ${place} in request`);
  return hasControls ? answered(400, `Control character in ${name} ${place} in request`) : value;
}

function settled<Prepared>(
  authenticator: Authenticator<Prepared>,
  gate: Gate<Prepared>,
  context: RequestContext,
  verdict: Verdict,
): Outcome {
  if (verdict.kind === "answered") return verdict.answer;
  if (verdict.kind === "admitted") context.attachCredential(verdict.credential);
  else {
    if (gate.anonymousConsumer === undefined) {
      return messageAnswer(401, verdict.message, verdict.reason, [gate.challenge]);
    }
    const index = context.artifact.findConsumer(gate.anonymousConsumer);
    if (index < 0) {
      const reason = `anonymous consumer ${gate.anonymousConsumer} does not exist`;
      return messageAnswer(401, "Invalid user authorization", reason, [gate.challenge]);
    }
    context.attachConsumer(index);
  }
  if (gate.hidesCredentials) authenticator.hide(gate.own, context);
  return undefined;
}
