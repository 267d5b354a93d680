/** attach-consumer-label: labels of the consumer as headers for the upstream (gateway reference, section 3.8). */
import { wireValue } from "../encoding.ts";
import { isHeaderName } from "../headers.ts";
import { definePlugin, Unusable } from "../plugin.ts";
import { mapSetting, textSetting } from "../settings.ts";

/** Header, and the label that it carries. */
type LabelHeaders = readonly (readonly [header: string, label: string])[];

export const attachConsumerLabel = definePlugin<LabelHeaders>({
  name: "attach-consumer-label",
  priority: 2399,
  phase: "proxy",
  prepare(config) {
    const headers = mapSetting(config, "headers") ?? {};
    if (!Object.keys(headers).every(isHeaderName)) return new Unusable("a header name that is none");
    return Object.keys(headers).map((header) => [header, textSetting(headers, header, "").replace(/^\$/, "")] as const);
  },
  run(labelHeaders, context) {
    const labels = context.consumer?.record.labels ?? {};
    for (const [header, label] of labelHeaders) {
      const text = Object.hasOwn(labels, label) ? labels[label] : undefined;
      const value = text === undefined ? undefined : wireValue(text);
      // The client's own header goes in any case: it must not be able to claim a label.
      context.headers.removeAlike(header);
      if (value !== undefined) context.headers.add(header, value);
    }
    return undefined;
  },
});
