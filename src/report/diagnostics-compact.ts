/** Diagnostics one a line, `file:line:column: severity rule: message`, which editors and grep understand. */

import type { DiagnosticsInput } from "./diagnostics.ts";
import { formatPosition } from "./diagnostics-text.ts";
import { printable } from "./style.ts";

export function renderDiagnosticsCompact({ diagnostics }: DiagnosticsInput): string {
  return diagnostics
    .map(({ rule, severity, message, span }) => {
      const place = span ? `${formatPosition(span)}: ` : "";
      return `${place}${severity} ${rule}: ${printable(message)}`;
    })
    .join("\n");
}
