/** Labels from what other formats have: tags, groups, and values that a label may not hold (gateway reference, section 1.1). */
import type { Foreign } from "./foreign.ts";

export type Labels = Record<string, string>;

export function isLabelValue(text: string): boolean {
  return text.length <= 256 && /^\S+$/u.test(text);
}

/** Labels that mean something to a gateway: a tag must not set them. */
const meaningful: ReadonlySet<string> = new Set(["groups", "custom_id", "managed-by"]);

/**
 * A tag `name:value` or `name=value` becomes that label, if both parts may stand there and the name is free;
 * any other the label TAG with the value `true`, or `tag:TAG` if TAG means something to a gateway.
 */
export function addTags(labels: Labels, tags: readonly string[]): void {
  for (const tag of tags) {
    const [, name, value] = /^([^\s:=]+)[:=](\S+)$/u.exec(tag) ?? [];
    const isFree = name !== undefined && !meaningful.has(name) && !Object.hasOwn(labels, name);
    if (isFree && value !== undefined && isLabelValue(value)) setLabel(labels, name, value);
    else if (tag !== "")
      setLabel(labels, meaningful.has(tag) || Object.hasOwn(labels, tag) ? `tag:${tag}` : tag, "true");
  }
}

/** Sets a label of what stands at `field`, or reports it. */
export function takeLabel(labels: Labels, name: string, field: Foreign): void {
  const text = field.asText();
  if (text !== undefined && isLabelValue(text)) setLabel(labels, name, text);
  else {
    const became = "the label is left out: a value is a text of 1 to 256 characters without white space";
    field.lose(
      "dropped",
      `the value of the label "${name}"`,
      became,
      "Choose a value of that form, or keep it elsewhere.",
    );
  }
}

/** A plain assignment to __proto__ would change the object's prototype. */
export function setLabel(labels: Labels, name: string, value: string): void {
  Object.defineProperty(labels, name, { value, enumerable: true, writable: true, configurable: true });
}
