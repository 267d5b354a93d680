/** ip-restriction: who may pass, by client address (gateway reference, section 3.7). */
import { messageAnswer } from "../answer.ts";
import { type AddressMatcher, addressMatcher } from "../ip.ts";
import { definePlugin, Unusable } from "../plugin.ts";
import { numberSetting, textListSetting, textSetting } from "../settings.ts";

interface AddressRule {
  readonly matcher: AddressMatcher;
  readonly admitsListed: boolean;
  readonly message: string;
  readonly status: number;
}

export const ipRestriction = definePlugin<AddressRule>({
  name: "ip-restriction",
  priority: 3000,
  phase: "access",
  prepare(config) {
    const whitelist = textListSetting(config, "whitelist");
    const list = whitelist ?? textListSetting(config, "blacklist");
    const matcher = list && addressMatcher(list);
    if (!matcher) return new Unusable("no list of addresses");
    return {
      matcher,
      admitsListed: whitelist !== undefined,
      message: textSetting(config, "message", "Your IP address is not allowed"),
      status: numberSetting(config, "response_code", 403),
    };
  },
  run(rule, context) {
    // An address that does not parse is in neither list: it is refused by both.
    const isListed = rule.matcher(context.request.remoteAddress);
    if (isListed === rule.admitsListed) return undefined;
    return messageAnswer(rule.status, rule.message, "the client address is not allowed");
  },
});
