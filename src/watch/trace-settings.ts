/** What the environment says of tracing, in the standard variables of OpenTelemetry; the most particular one counts. */
import { type Sampler, samplers } from "./sampler.ts";

export interface TraceSettings {
  /** Where spans are posted to. */
  readonly url: string;
  /** Of each post; may hold secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds that a post may take. */
  readonly timeout: number;
  /** Of the resource, `service.name` among them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly sampler: Sampler;
  /** Requests that wait at most. */
  readonly queue: number;
  /** Requests a post at most. */
  readonly batch: number;
  /** Milliseconds that a request waits for others at most. */
  readonly delay: number;
}

export interface ReadTraceSettings {
  /** Undefined: nothing is traced. */
  readonly settings?: TraceSettings;
  /** What of the environment is not followed, in sentences; names of variables, never their values. */
  readonly warnings: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const prefix = "OTEL_EXPORTER_OTLP_";
const defaultEndpoint = "http://localhost:4318";
const defaultSampler = "parentbased_always_on";

export function readTraceSettings(environment: Environment): ReadTraceSettings {
  // An empty variable counts as one that is not set.
  const get = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const particular = (name: string): string | undefined => get(`${prefix}TRACES_${name}`) ?? get(`${prefix}${name}`);
  const warnings: string[] = [];
  const exporter = get("OTEL_TRACES_EXPORTER");
  const endpoint = particular("ENDPOINT");
  if (get("OTEL_SDK_DISABLED")?.toLowerCase() === "true" || exporter === "none") return { warnings };
  if (endpoint === undefined && exporter !== "otlp") return { warnings };
  const off = (warning: string): ReadTraceSettings => ({ warnings: [`${warning}; nothing is traced`] });
  if (exporter !== undefined && exporter !== "otlp")
    return off("OTEL_TRACES_EXPORTER names another exporter than otlp");
  if (particular("PROTOCOL") === "grpc") return off(`spans are sent over HTTP only, and ${prefix}PROTOCOL says grpc`);
  const url = tracesUrl(get(`${prefix}TRACES_ENDPOINT`), get(`${prefix}ENDPOINT`) ?? defaultEndpoint);
  if (url === undefined) return off(`${prefix}ENDPOINT or ${prefix}TRACES_ENDPOINT is no http:// or https:// URL`);

  const pairs = (name: string, text: string | undefined): Record<string, string> => {
    const read = readPairs(text ?? "");
    if (!read) warnings.push(`${name} is not understood, and left out: it must be name=value,name=value`);
    return read ?? {};
  };
  const number = (name: string, text: string | undefined, fallback: number): number => {
    const value = Number(text ?? fallback);
    if (Number.isSafeInteger(value) && value > 0) return value;
    warnings.push(`${name} is no whole number above 0; ${fallback} is taken`);
    return fallback;
  };
  const attributes = pairs("OTEL_RESOURCE_ATTRIBUTES", get("OTEL_RESOURCE_ATTRIBUTES"));
  const queue = number("OTEL_BSP_MAX_QUEUE_SIZE", get("OTEL_BSP_MAX_QUEUE_SIZE"), 2_048);
  const settings: TraceSettings = {
    url,
    headers: pairs(`${prefix}HEADERS`, particular("HEADERS")),
    timeout: number(`${prefix}TIMEOUT`, particular("TIMEOUT"), 10_000),
    attributes: { ...attributes, "service.name": get("OTEL_SERVICE_NAME") ?? attributes["service.name"] ?? "rollcall" },
    sampler: samplerOf(get("OTEL_TRACES_SAMPLER"), get("OTEL_TRACES_SAMPLER_ARG"), warnings),
    queue,
    batch: Math.min(queue, number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", get("OTEL_BSP_MAX_EXPORT_BATCH_SIZE"), 512)),
    delay: number("OTEL_BSP_SCHEDULE_DELAY", get("OTEL_BSP_SCHEDULE_DELAY"), 5_000),
  };
  return { settings, warnings };
}

/** The endpoint of traces is taken as it is, that of all signals gets `v1/traces` behind its path (OTLP exporter specification). */
function tracesUrl(ofTraces: string | undefined, ofAll: string): string | undefined {
  const parsed = parsedUrl(ofTraces ?? ofAll);
  if (!parsed || !["http:", "https:"].includes(parsed.protocol) || parsed.username !== "") return undefined;
  if (ofTraces === undefined) parsed.pathname = `${parsed.pathname.replace(/\/$/, "")}/v1/traces`;
  return parsed.href;
}

function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** `name=value,name=value`, percent-encoded as in W3C Baggage; undefined if it is not that. */
function readPairs(text: string): Record<string, string> | undefined {
  const pairs: [name: string, value: string][] = [];
  for (const part of text.split(",").filter((each) => each.trim() !== "")) {
    const [, name = "", value = ""] = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*([^\r\n]*?)\s*$/.exec(part) ?? [];
    if (name === "") return undefined;
    try {
      pairs.push([decodeURIComponent(name), decodeURIComponent(value)]);
    } catch {
      return undefined;
    }
  }
  return Object.fromEntries(pairs);
}

function samplerOf(name = defaultSampler, argument: string | undefined, warnings: string[]): Sampler {
  const ratio = Number(argument ?? 1);
  const isRatio = ratio >= 0 && ratio <= 1;
  const make = Object.hasOwn(samplers, name) ? samplers[name] : undefined;
  if (!make) warnings.push(`OTEL_TRACES_SAMPLER names no sampler that is known; ${defaultSampler} is taken`);
  else if (name.endsWith("ratio") && !isRatio) {
    warnings.push("OTEL_TRACES_SAMPLER_ARG is no number from 0 to 1; 1 is taken");
  }
  return (make ?? samplers[defaultSampler] ?? (() => () => true))(isRatio ? ratio : 1);
}
