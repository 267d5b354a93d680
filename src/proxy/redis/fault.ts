/** Words the failures of a store. Only their kind is told: the text of a server may hold what it was sent. */

/** A failure whose text is safe to show. */
export class StoreFault extends Error {
  /** The server answered, so it need not be left alone for a while. */
  readonly isAnswer: boolean;

  constructor(message: string, isAnswer = false) {
    super(message);
    this.isAnswer = isAnswer;
  }
}

const refusals: Readonly<Record<string, string>> = {
  NOAUTH: "Redis wants a password",
  WRONGPASS: "Redis does not take this user or password",
  NOPERM: "this user of Redis may not run the scripts",
  OOM: "Redis has no memory left",
  READONLY: "this Redis is a read-only replica",
  LOADING: "Redis is still loading its data",
  CLUSTERDOWN: "the cluster is down",
  WRONGTYPE: "a key of the counters holds something else",
};

/** After these the same connection will not do better. */
const elsewhere = new Set(["READONLY", "LOADING", "MASTERDOWN", "NOAUTH", "WRONGPASS"]);

export function storeFault(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  if (!(error instanceof Error)) return new StoreFault("the command failed");
  // Told by what they have: the bundle shortens the names of classes.
  if ("command" in error && !("code" in error)) {
    const word = /^[A-Z]+\b/.exec(error.message)?.[0] ?? "";
    if (word !== "" && error.message !== "Connection is closed.") {
      return new StoreFault(refusals[word] ?? `Redis refuses the command (${word})`, !elsewhere.has(word));
    }
  }
  const code = "code" in error ? String(error.code).replace(/[^A-Z_a-z0-9]/g, "") : "connection closed";
  return new StoreFault(`Redis cannot be reached (${code})`);
}
