/**
 * The path as an upstream could read it that unescapes once more, or that cuts parameters (`;x`) off segments. Both
 * readings must lead to the same route: `/admin;x/users` must not pass by the rules of `/admin/*`.
 */
import { BadTarget, canonical } from "./target.ts";

const escapedEscape = /%25([0-9A-Fa-f]{2})/g;

/** @param path canonical @returns the canonical path of the other reading; undefined if there is none */
export function secondReading(path: string): string | BadTarget | undefined {
  if (!path.includes(";") && !path.includes("%25")) return undefined;
  const unescaped = path.replace(escapedEscape, "%$1");
  if (unescaped.search(escapedEscape) >= 0) return new BadTarget("a path that is escaped more than twice");
  const plain = unescaped === path ? path : canonical(unescaped);
  if (plain instanceof BadTarget) return new BadTarget(`${plain.reason}, escaped twice`);
  const bare = plain
    .split("/")
    .map((segment) => segment.split(";")[0])
    .join("/");
  const other = canonical(bare);
  return other === path ? undefined : other;
}
