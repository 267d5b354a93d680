/** Diagnostics as a SARIF log (OASIS, Static Analysis Results Interchange Format 2.1.0), which code scanning services read. */
import type { Diagnostic, RelatedSpan, Severity } from "../model/diagnostic.ts";
import { ruleTexts } from "../model/generated/rule-texts.ts";
import type { Span } from "../model/place.ts";
import type { DiagnosticsInput } from "./diagnostics.ts";
import { identify } from "./identify.ts";
import { safeJson } from "./safe-json.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** What relative paths are relative to; a service knows which folder that is (section 3.14.14). */
const workingFolder = "%SRCROOT%";

export function renderDiagnosticsSarif({ diagnostics, files, toolVersion }: DiagnosticsInput): string {
  const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const run = {
    tool: {
      driver: { name: "rollcall", version: toolVersion, semanticVersion: toolVersion, rules: rules.map(describeRule) },
    },
    // What keeps a run from its end (a file that cannot be read) ends it without a log.
    invocations: [{ executionSuccessful: true }],
    originalUriBaseIds: { [workingFolder]: { description: { text: "The folder in which rollcall was called." } } },
    artifacts: files.map((file) => ({ location: locateFile(file) })),
    // Columns count UTF-16 code units, as our positions do.
    columnKind: "utf16CodeUnits",
    results: identify(diagnostics).map(({ diagnostic, fingerprint }) =>
      describeResult(diagnostic, fingerprint, rules.indexOf(diagnostic.rule)),
    ),
  };
  return safeJson({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] });
}

/** The texts that GitHub's code scanning shows above a finding. */
function describeRule(id: string): object {
  const rule = Object.hasOwn(ruleTexts, id) ? ruleTexts[id] : undefined;
  if (!rule) return { id };
  const { severity, summary, details, why } = rule;
  const isEnabled = severity !== "off";
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: details },
    help: { text: why },
    defaultConfiguration: { enabled: isEnabled, level: isEnabled ? levels[severity] : "warning" },
  };
}

function describeResult(diagnostic: Diagnostic, fingerprint: string, ruleIndex: number): object {
  const { rule, severity, message, span, related = [], help } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: help ? `${message}\n${help}` : message },
    locations: span ? [describeLocation(span)] : [],
    ...(related.length > 0 && { relatedLocations: related.map(describeRelated) }),
    partialFingerprints: { "rollcall/v1": fingerprint },
  };
}

function describeRelated({ span, message }: RelatedSpan, index: number): object {
  return { id: index + 1, ...describeLocation(span), message: { text: message } };
}

function describeLocation({ file, start, end }: Span): object {
  return {
    physicalLocation: {
      artifactLocation: locateFile(file),
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  };
}

/** A colon, a `#` or a `?` of a name would mean something in an address (RFC 3986). */
function locateFile(file: string): object {
  const path = file.replaceAll("\\", "/");
  const uri = path.split("/").map(encodePart).join("/");
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace("%3A", ":")}` };
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: workingFolder };
}

/** A name in a file system may hold half of a surrogate pair, which no address can. */
function encodePart(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd"));
}
