/** Replaces `${VAR}` in a string by the environment; `\${VAR}` stays as the text `${VAR}`, a dotted `${a.b}` is left alone (as ADC does). */

/** Names and values, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Substitution {
  readonly text: string;
  /** Variables that are not set; they are left as written. */
  readonly missing: readonly string[];
  /** All variables that are named. */
  readonly named: readonly string[];
}

const variable = /(\\?)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

const none: readonly string[] = [];

/** Leaves every text as it is written: for files of others, in which `${VAR}` means nothing or something else. */
export const asWritten: Environment = Object.freeze({});

/** Whether a text was left as written because a variable in it is not set: nobody can judge what it stands for. */
export function isUnset(text: string): boolean {
  return text.includes("${") && /\$\{[A-Za-z_][A-Za-z0-9_]*\}/.test(text);
}

export function substituteEnvironment(text: string, environment: Environment): Substitution {
  if (environment === asWritten || !text.includes("${")) return { text, missing: none, named: none };
  const missing: string[] = [];
  const named: string[] = [];
  const replaced = text.replace(variable, (written, backslash: string, name: string) => {
    if (backslash) return written.slice(1);
    named.push(name);
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value !== undefined) return value;
    missing.push(name);
    return written;
  });
  return { text: replaced, missing, named };
}
