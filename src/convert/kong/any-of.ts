/** Several auth plugins that all let others pass as `anonymous` mean any of them in Kong: that is multi-auth (gateway reference, section 2.5). */
import { isAuthPlugin } from "../../model/auth.ts";
import type { Draft } from "../draft.ts";
import type { KongFile } from "./entities.ts";

export function joinAlternatives(file: KongFile, draft: Draft): void {
  for (const { plugins, foreign, shown } of [...file.services.all, ...file.routes.all]) {
    const names = Object.keys(plugins).filter(isAuthPlugin);
    if (names.length < 2 || !names.every((name) => plugins[name]?.["anonymous_consumer"] !== undefined)) continue;
    const alternatives = names.map((name) => {
      const { anonymous_consumer: _anonymous, ...config } = plugins[name] ?? {};
      delete plugins[name];
      return { [name]: config };
    });
    plugins["multi-auth"] = { auth_plugins: alternatives };
    draft.lose({
      span: foreign.span(),
      found: `${names.join(" and ")} with \`anonymous\` on ${shown}`,
      outcome: "approximated",
      became:
        "they are one multi-auth: any of them lets in, and who has none is refused, not passed as the anonymous consumer",
      instead: "Leave it so, if the anonymous consumer was there only to be refused.",
    });
  }
}
