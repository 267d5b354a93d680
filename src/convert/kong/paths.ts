/** Paths of a Kong route as those of a native one, and how the path changes on the way to the service. Source: Kong Gateway 3, router and `path_handling` v0. */

export interface RoutePaths {
  readonly uris: readonly string[];
  /** A condition for paths that are regular expressions. */
  readonly condition: readonly unknown[] | undefined;
  /** Pairs of pattern and replacement for proxy-rewrite; empty if the path stays. */
  readonly rewrites: readonly string[];
}

interface PathPattern {
  readonly uri: string;
  /** Matches the path from its start. */
  readonly pattern: string;
  readonly isRegex: boolean;
  /** Capture groups in `pattern`. */
  readonly groups: number;
}

/** Before version 3 a path was a regular expression if it held one of the others. */
const plainBefore3 = /^[a-zA-Z0-9._~/%-]*$/;

export function routePaths(
  paths: readonly string[],
  version: number,
  isStripped: boolean,
  servicePath: string,
): RoutePaths {
  const patterns = (paths.length === 0 ? ["/"] : paths).map((path) => patternOf(path, version));
  const byLength = [...patterns].sort((left, right) => right.pattern.length - left.pattern.length);
  const base = servicePath.replace(/\/+$/, "");
  return {
    uris: [...new Set(patterns.map(({ uri }) => uri))],
    condition: patterns.some(({ isRegex }) => isRegex)
      ? ["uri", "~~", `^(?:${patterns.map(({ pattern }) => pattern).join("|")})`]
      : undefined,
    rewrites: isStripped
      ? byLength.flatMap((pattern) => stripped(pattern, base))
      : base === ""
        ? []
        : ["^/(.*)", `${base}/$1`],
  };
}

function stripped({ pattern, groups, isRegex }: PathPattern, base: string): readonly string[] {
  if (pattern === "/") return base === "" ? [] : ["^/$", base, "^/(.*)", `${base}/$1`];
  const start = isRegex ? `(?:${pattern})` : pattern.replace(/\/$/, "");
  const whole = base === "" ? [] : [`^${start}$`, base];
  return [...whole, `^${start}/?(.*)`, `${base}/$${groups + 1}`];
}

function patternOf(path: string, version: number): PathPattern {
  const isRegex = version < 3 ? !plainBefore3.test(path) : path.startsWith("~");
  if (!isRegex) {
    const pattern = path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    // `*` and `/:` mean something in a native path.
    const literal = /^[^*:]*/.exec(path)?.[0] ?? "/";
    return { uri: `${literal}*`, pattern, isRegex: literal !== path, groups: 0 };
  }
  const pattern = path.replace(/^~/, "").replace(/^\^/, "");
  return { uri: `${literalStart(pattern)}*`, pattern, isRegex, groups: captureGroups(pattern) };
}

/** The text with which everything begins that the pattern matches. */
function literalStart(pattern: string): string {
  if (pattern.includes("|")) return "/";
  const [literal = ""] = /^[a-zA-Z0-9_/-]*/.exec(pattern) ?? [];
  const next = pattern[literal.length];
  const certain = next !== undefined && "?*+{".includes(next) ? literal.slice(0, -1) : literal;
  return certain.startsWith("/") ? certain : "/";
}

function captureGroups(pattern: string): number {
  return pattern.replace(/\\./g, "").match(/\((?!\?)|\(\?P?<(?![=!])/g)?.length ?? 0;
}
