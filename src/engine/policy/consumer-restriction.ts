/** consumer-restriction: who may pass, by consumer, group, service or route (gateway reference, section 3.5). */
import { messageAnswer } from "../answer.ts";
import type { RequestContext } from "../context.ts";
import { definePlugin, type Outcome, Unusable } from "../plugin.ts";
import { mapListSetting, numberSetting, textListSetting, textSetting } from "../settings.ts";

interface Restriction {
  readonly type: string;
  readonly read: (context: RequestContext) => string | undefined;
  readonly whitelist: ReadonlySet<string> | undefined;
  readonly blacklist: ReadonlySet<string> | undefined;
  readonly methodsByUser: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rejectedCode: number;
  readonly rejectedMessage: string;
}

const restrictedValues: Readonly<Record<string, (context: RequestContext) => string | undefined>> = {
  consumer_name: (context) => context.consumer?.record.username,
  consumer_group_id: (context) => context.consumer?.record.groupId,
  service_id: (context) => context.route?.serviceId,
  route_id: (context) => context.route?.id,
};

export const consumerRestriction = definePlugin<Restriction>({
  name: "consumer-restriction",
  priority: 2400,
  phase: "access",
  prepare(config) {
    const type = textSetting(config, "type", "consumer_name");
    const read = Object.hasOwn(restrictedValues, type) ? restrictedValues[type] : undefined;
    if (!read) return new Unusable("an unknown type");
    const lists = ["whitelist", "blacklist", "allowed_by_methods"].map((name) => config[name]);
    if (!lists.some((list) => Array.isArray(list) && list.length > 0)) return new Unusable("it restricts nothing");
    const methods = (mapListSetting(config, "allowed_by_methods") ?? []).map(
      (entry) => [textSetting(entry, "user", ""), new Set(textListSetting(entry, "methods"))] as const,
    );
    return {
      type,
      read,
      whitelist: optionalSet(textListSetting(config, "whitelist")),
      blacklist: optionalSet(textListSetting(config, "blacklist")),
      // The first entry of a user counts.
      methodsByUser: new Map(methods.reverse()),
      rejectedCode: numberSetting(config, "rejected_code", 403),
      rejectedMessage: textSetting(config, "rejected_msg", `The ${type} is forbidden.`),
    };
  },
  run(restriction, context): Outcome {
    const value = restriction.read(context);
    if (value === undefined) {
      const message = `The request is rejected, please check the ${restriction.type} for this request`;
      return messageAnswer(401, message, `the request has no ${restriction.type}`);
    }
    if (isAdmitted(restriction, value, context.request.method)) return undefined;
    return messageAnswer(restriction.rejectedCode, restriction.rejectedMessage, `${restriction.type} is not allowed`);
  },
});

function isAdmitted(restriction: Restriction, value: string, method: string): boolean {
  if (restriction.blacklist?.has(value)) return false;
  if (restriction.whitelist) return restriction.whitelist.has(value);
  return restriction.methodsByUser.get(value)?.has(method) ?? true;
}

function optionalSet(list: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return list && list.length > 0 ? new Set(list) : undefined;
}
