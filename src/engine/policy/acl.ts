/** acl: who may pass, by the labels of the consumer (gateway reference, section 3.6). */
import { messageAnswer } from "../answer.ts";
import { definePlugin, type PluginConfig, Unusable } from "../plugin.ts";
import { mapSetting, numberSetting, textListSetting, textSetting } from "../settings.ts";

type Labels = Readonly<Record<string, string>>;
type WantedLabels = readonly (readonly [label: string, values: ReadonlySet<string>])[];

interface AccessList {
  readonly allowed: WantedLabels | undefined;
  readonly denied: WantedLabels | undefined;
  readonly rejectedCode: number;
  readonly rejectedMessage: string;
}

export const acl = definePlugin<AccessList>({
  name: "acl",
  priority: 2410,
  phase: "access",
  prepare(config) {
    const allowed = wantedLabels(mapSetting(config, "allow_labels"));
    const denied = wantedLabels(mapSetting(config, "deny_labels"));
    if (!allowed && !denied) return new Unusable("neither allow_labels nor deny_labels");
    return {
      allowed,
      denied,
      rejectedCode: numberSetting(config, "rejected_code", 403),
      rejectedMessage: textSetting(config, "rejected_msg", "The consumer is forbidden."),
    };
  },
  run(list, { consumer }) {
    if (!consumer) return messageAnswer(401, "Missing authentication.", "no consumer");
    const { labels } = consumer.record;
    const isDenied = list.denied !== undefined && hasOne(labels, list.denied);
    const isAllowed = list.allowed === undefined || hasOne(labels, list.allowed);
    if (!isDenied && isAllowed) return undefined;
    return messageAnswer(list.rejectedCode, list.rejectedMessage, isDenied ? "a denied label" : "no allowed label");
  },
});

function wantedLabels(config: PluginConfig | undefined): WantedLabels | undefined {
  return config && Object.keys(config).map((label) => [label, new Set(textListSetting(config, label))] as const);
}

function hasOne(labels: Labels, wanted: WantedLabels): boolean {
  return wanted.some(([label, values]) => {
    const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
    return value !== undefined && (values.has(value) || labelItems(value).some((item) => values.has(item)));
  });
}

/** The items of a JSON array or of a comma-separated list. */
function labelItems(value: string): readonly string[] {
  if (!value.startsWith("[")) return value.split(",").map((item) => item.trim());
  try {
    const items: unknown = JSON.parse(value);
    return Array.isArray(items) ? items.filter((item) => typeof item === "string") : [];
  } catch {
    return [];
  }
}
