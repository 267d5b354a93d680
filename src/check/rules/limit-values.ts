/** The rules about rate limits that a gateway refuses, or takes and cannot apply. */
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf, pluginSpot, textField } from "./plugins-of.ts";
import type { Finding, Rule } from "./rule.ts";

/** A gateway answers 500, or skips the limit, when a text gives no whole number above 0; it refuses counters that are synchronised less often than the window is long. */
export const limitValue: Rule = {
  id: "plugin/limit-value",
  severity: "error",
  visit: ({ report }) => ({
    plugin(name, plugin, holder) {
      if (name !== "limit-count") return;
      for (const { path, ...finding } of valueFindings(plugin))
        report({ ...pluginSpot(holder, name, ...path), ...finding });
    },
  }),
};

/** A gateway refuses two rules with one key, and skips a rule whose key has no variable. */
export const limitRules: Rule = {
  id: "plugin/limit-rules",
  severity: "error",
  visit: ({ report }) => ({
    plugin(name, plugin, holder) {
      if (name !== "limit-count") return;
      const indexByKey = new Map<string, number>();
      for (const [index, rule] of rulesOf(plugin).entries()) {
        const key = textField(rule, "key");
        if (key === undefined) continue;
        const spot = pluginSpot(holder, name, "rules", index, "key");
        const first = indexByKey.get(key);
        indexByKey.set(key, first ?? index);
        if (!hasVariable(key)) {
          report({
            ...spot,
            message: "the key of this rule has no variable, so the rule is never applied",
            help: "Name what is counted with a $ in front, such as $consumer_name or $remote_addr.",
          });
        } else if (first !== undefined) {
          report({
            ...spot,
            message: `another rule of this plugin has the same key (rule ${first + 1})`,
            related: [{ ...pluginSpot(holder, name, "rules", first, "key"), message: "first here" }],
            help: "Give each rule its own key: $consumer_name and $consumer_name$uri count apart.",
          });
        }
      }
    },
  }),
};

/** Where key and key_type do not fit, the gateway finds no value and counts by client address instead, without a word. */
export const limitKey: Rule = {
  id: "plugin/limit-key",
  severity: "warning",
  visit: ({ report }) => ({
    plugin(name, plugin, holder) {
      const key = keyedPlugins.has(name) ? textField(plugin, "key") : undefined;
      if (key === undefined) return;
      const type = textField(plugin, "key_type") ?? "var";
      const misfit = type === "var" ? hasVariable(key) : type === "var_combination" && !hasVariable(key);
      if (!misfit) return;
      report({
        ...pluginSpot(holder, name, "key"),
        message: `key_type ${type} does not fit this key, so callers are counted by their address`,
        help:
          type === "var"
            ? "Write the name of one variable without $, or set key_type to var_combination."
            : "Write variables with $ in front, or set key_type to var.",
      });
    },
  }),
};

/** A request that is held back for minutes has long been given up by its caller, but still takes a connection. */
export const longDelay: Rule = {
  id: "plugin/long-delay",
  severity: "warning",
  visit: ({ report }) => ({
    plugin(name, plugin, holder) {
      const delay = longestDelay.get(name)?.(plugin);
      if (delay === undefined || !(delay > longestWait)) return;
      report({
        ...pluginSpot(holder, name, "burst"),
        message: `with this burst ${name} holds a request back for up to ${Math.round(delay)} seconds`,
        help: `Lower burst until no request waits longer than ${longestWait} seconds, or refuse at once with burst 0.`,
      });
    },
  }),
};

const keyedPlugins: ReadonlySet<string> = new Set(["limit-count", "limit-req", "limit-conn"]);

/** Seconds after which clients, proxies and load balancers commonly give up. */
const longestWait = 60;

/** Seconds, by plugin. */
const longestDelay: ReadonlyMap<string, (plugin: unknown) => number | undefined> = new Map(
  Object.entries({
    "limit-req": (plugin: unknown) =>
      fieldOf(plugin, "nodelay") === true ? undefined : numberField(plugin, "burst") / numberField(plugin, "rate"),
    "limit-conn": (plugin: unknown) => {
      const steps = Math.ceil(numberField(plugin, "burst") / numberField(plugin, "conn"));
      const isConstant = fieldOf(plugin, "only_use_default_delay") === true;
      return numberField(plugin, "default_conn_delay") * (isConstant ? Math.min(steps, 1) : steps);
    },
  }),
);

interface ValueFinding extends Pick<Finding, "message" | "help"> {
  readonly path: Path;
}

function valueFindings(plugin: unknown): readonly ValueFinding[] {
  const found: ValueFinding[] = [];
  const add = (path: Path, message: string, help: string): void => {
    found.push({ path, message, help });
  };
  const holders: [Path, unknown][] = [[[], plugin]];
  for (const [index, rule] of rulesOf(plugin).entries()) holders.push([["rules", index], rule]);
  for (const [path, holder] of holders) {
    for (const field of ["count", "time_window"]) {
      const text = textField(holder, field);
      if (text === undefined || hasVariable(text) || wholeNumber.test(text)) continue;
      const help = "Write a whole number, or a variable that holds one, such as $http_x_quota.";
      add([...path, field], `"${field}" is neither a whole number above 0 nor a variable`, help);
    }
  }
  const interval = numberField(plugin, "sync_interval");
  const shortestWindow = Math.min(...holders.map(([, holder]) => windowOf(holder)));
  const isRedis = textField(plugin, "policy")?.startsWith("redis") ?? false;
  if (isRedis && interval !== -1 && (interval < 0.1 || interval > shortestWindow)) {
    const help = "Take at least 0.1 and at most time_window, or -1 to write every request at once.";
    add(["sync_interval"], `"sync_interval" is not between 0.1 seconds and the window's length`, help);
  }
  return found;
}

/** Seconds, also where they are written as text; without end if the request tells them. */
function windowOf(holder: unknown): number {
  const window = fieldOf(holder, "time_window");
  if (typeof window === "number") return window;
  return typeof window === "string" && wholeNumber.test(window) ? Number(window) : Number.POSITIVE_INFINITY;
}

function rulesOf(plugin: unknown): readonly unknown[] {
  const rules = isMap(plugin) ? plugin["rules"] : undefined;
  return Array.isArray(rules) ? rules : [];
}

/** In the form in which every gateway reads it: no fraction, exponent or hexadecimal. */
const wholeNumber = /^0*[1-9]\d*$/;

/** `$name` or `${name}`, as gateways resolve it; a secret reference looks like one, too. */
function hasVariable(text: string): boolean {
  return /\$\{?[A-Za-z_]/.test(text);
}

/** NaN where there is none: every comparison with it is false. */
function numberField(value: unknown, field: string): number {
  const number = fieldOf(value, field);
  return typeof number === "number" ? number : Number.NaN;
}
