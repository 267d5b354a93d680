/** Words a reason so that its wordings are few: some reasons of the engine quote what a client sent, and labels must not. */

/** Prefix of reasons that quote the client, and what stands for them. */
const quoting: readonly (readonly [prefix: string, wording: string])[] = [
  ["signed header ", "a signed header is not in the request, or is sent more than once"],
  ["signature parameter ", "a signature parameter is given twice"],
];

/** What multi-auth joins the reasons of its methods with. */
const joint = "; ";

export function reasonLabel(reason: string): string {
  if (reason.includes(joint)) return "every method refused";
  return quoting.find(([prefix]) => reason.startsWith(prefix))?.[1] ?? reason;
}
