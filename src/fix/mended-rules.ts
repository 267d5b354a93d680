/** Rules whose findings some fix mends, told without loading the fixes. */
export const mendedRules: ReadonlySet<string> = new Set(["consumer/inline-auth", "source/duplicate-key"]);
