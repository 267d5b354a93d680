/** Makes a diagnostic of what a rule found. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Finding } from "./rules/index.ts";
import type { ActiveRule } from "./run-options.ts";

export function diagnosticOf(
  { place, path, part, related, message, help, replacement }: Finding,
  { rule, severity }: ActiveRule,
): Diagnostic {
  return {
    rule: rule.id,
    severity,
    message,
    ...(place && { span: place.span(path, part) }),
    ...(related && {
      related: related.flatMap((other) =>
        other.place ? [{ span: other.place.span(other.path, other.part), message: other.message }] : [],
      ),
    }),
    ...(help && { help }),
    ...(replacement && { replacement }),
  };
}
