/** Finds the declared credentials, each with the place in its file where it is written. */
import { resourcesOf } from "../fix/resources.ts";
import { type AuthPlugin, isAuthPlugin, lookupField } from "../model/auth.ts";
import { deriveId } from "../model/identity.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import type { SourceText } from "../source/document.ts";
import { parse } from "../source/parse.ts";
import type { Declared } from "./contract.ts";

export interface DeclaredConsumer {
  readonly source: SourceText;
  readonly username: string;
  readonly value: JsonMap;
  readonly credentials: readonly DeclaredCredential[];
}

export interface DeclaredCredential {
  readonly source: SourceText;
  readonly username: string;
  readonly id: string;
  readonly name: string;
  /** Variables replaced. */
  readonly value: JsonMap;
  /** Which of the documents of its file. */
  readonly document: number;
  readonly path: Path;
}

/** Files that cannot be read hold none; the check reports them. Credentials without a name or plugin are left out, as they are invalid. */
export function declaredConsumers({ sources, environment, sha1Hex }: Declared): readonly DeclaredConsumer[] {
  return sources.flatMap((source) => {
    const inFile = parse(source, environment).documents.flatMap(({ value }, document) =>
      [...resourcesOf(value)].map((resource) => ({ ...resource, document })),
    );
    const consumers = inFile.filter(({ kind }) => kind === "consumers");
    return consumers.flatMap(({ value, path, document }) => {
      const username = value["username"];
      if (typeof username !== "string") return [];
      const list: readonly unknown[] = Array.isArray(value["credentials"]) ? value["credentials"] : [];
      const credentials = list.flatMap((credential, index): DeclaredCredential[] => {
        const name = isMap(credential) ? credential["name"] : undefined;
        if (!isMap(credential) || typeof name !== "string" || name === "") return [];
        const own = credential["id"];
        const hasId = (typeof own === "string" && own !== "") || typeof own === "number";
        const id = hasId ? String(own) : deriveId(name, username, sha1Hex);
        return [{ source, username, id, name, value: credential, document, path: [...path, "credentials", index] }];
      });
      return [{ source, username, value, credentials }];
    });
  });
}

/** The auth plugin of a credential in the native or in ADC's shape, with its configuration. */
export function authOf(credential: JsonMap): { readonly plugin: AuthPlugin; readonly config: JsonMap } | undefined {
  const { plugins, type, config } = credential;
  const [name, settings] = isMap(plugins) ? (Object.entries(plugins)[0] ?? []) : [type, config];
  if (typeof name !== "string" || !isAuthPlugin(name) || !isMap(settings)) return undefined;
  return { plugin: name, config: settings };
}

/** Every text by which the gateway finds a credential of this plugin, also of one that stands in a consumer itself. */
export function lookupsOf(consumers: readonly DeclaredConsumer[], plugin: AuthPlugin): ReadonlySet<unknown> {
  const lookups = new Set<unknown>();
  for (const { value, credentials } of consumers) {
    const inline = isMap(value["plugins"]) ? value["plugins"][plugin] : undefined;
    if (isMap(inline)) lookups.add(inline[lookupField[plugin]]);
    for (const credential of credentials) {
      const auth = authOf(credential.value);
      if (auth?.plugin === plugin) lookups.add(auth.config[lookupField[plugin]]);
    }
  }
  return lookups;
}
