/** What documents declare, right or wrong: for editors, which must make sense of files while somebody types in them. */
import type { Config, ConsumerEntry, Kind } from "../model/config.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { Document } from "../source/document.ts";
import { buildConfig, type OtherResource, orderOthers } from "./build-config.ts";
import { walkDocuments } from "./walk-file.ts";

/** Types are claimed, not proven; resources without a usable identity are left out. */
export function declaredConfig(documents: readonly Document[], sha1Hex: Sha1Hex): Config {
  const consumers: ConsumerEntry[] = [];
  const others: OtherResource[] = [];
  const declared = new Set<Kind>();
  walkDocuments(
    { documents },
    {
      consumer: (consumer) => consumers.push(consumer),
      other: (kind, entry) => others.push({ kind, entry }),
      declare: (kind) => declared.add(kind),
    },
    { sha1Hex },
  );
  return buildConfig(consumers, orderOthers(others, declared));
}
