/** In what two artifacts of one key differ, record by record. */

import { compareText } from "../model/identity.ts";
import { canonicalJson } from "../model/json.ts";
import type { Artifact, ConsumerRecord, CredentialRecord, RecordChange } from "./contract.ts";

/** By consumer, each before its credentials, then routes. Lines of the source do not count. */
export function compareArtifacts(before: Artifact, after: Artifact): readonly RecordChange[] {
  return [...consumerChanges(before, after), ...routeChanges(before, after), ...globalChanges(before, after)];
}

interface Held {
  readonly record: ConsumerRecord;
  readonly credentials: ReadonlyMap<string, number>;
}

function consumerChanges(before: Artifact, after: Artifact): readonly RecordChange[] {
  const heldBefore = credentialsByConsumer(before);
  const heldAfter = credentialsByConsumer(after);
  const [olds, news] = [byUsername(before), byUsername(after)];
  const changes: RecordChange[] = [];
  // Walking along both finds what is on one side only.
  let left = 0;
  let right = 0;
  while (left < olds.length || right < news.length) {
    const [was, is] = [olds[left], news[right]];
    const old = was === undefined ? undefined : holder(before, was, heldBefore);
    const now = is === undefined ? undefined : holder(after, is, heldAfter);
    const order = !old ? 1 : !now ? -1 : compareText(old.record.username, now.record.username);
    if (order <= 0) left += 1;
    if (order >= 0) right += 1;
    changes.push(...consumerChange(order <= 0 ? old : undefined, order >= 0 ? now : undefined, before, after));
  }
  return changes;
}

/** Numbers of consumers. One artifact has them in this order already, an overlay has not. */
function byUsername(artifact: Artifact): readonly number[] {
  const numbers = Array.from({ length: artifact.consumerCount }, (_, index) => index);
  if (artifact.meta.overlay === undefined) return numbers;
  const usernames = numbers.map((number) => artifact.consumer(number).username);
  return numbers.sort((left, right) => compareText(usernames[left] ?? "", usernames[right] ?? ""));
}

function holder(artifact: Artifact, index: number, held: ReadonlyMap<number, ReadonlyMap<string, number>>): Held {
  return { record: artifact.consumer(index), credentials: held.get(index) ?? new Map() };
}

function credentialsByConsumer(artifact: Artifact): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const held = new Map<number, Map<string, number>>();
  for (let index = 0; index < artifact.credentialCount; index += 1) {
    const { consumer, id = "", plugin } = artifact.credential(index);
    const own = held.get(consumer) ?? new Map<string, number>();
    own.set(`${id}\n${plugin}`, index);
    held.set(consumer, own);
  }
  return held;
}

function consumerChange(
  old: Held | undefined,
  now: Held | undefined,
  before: Artifact,
  after: Artifact,
): readonly RecordChange[] {
  const { username, source } = (now ?? old)?.record ?? { username: "", source: "" };
  const about = { kind: "consumer", name: username, source } as const;
  const parts = old && now ? differingParts(consumerParts(old.record), consumerParts(now.record)) : [];
  const own: RecordChange[] = !old
    ? [{ ...about, action: "added", parts: [] }]
    : !now
      ? [{ ...about, action: "removed", parts: [] }]
      : parts.length > 0
        ? [{ ...about, action: "changed", parts }]
        : [];
  const names = [...new Set([...(old?.credentials.keys() ?? []), ...(now?.credentials.keys() ?? [])])].sort(
    compareText,
  );
  return [
    ...own,
    ...names.flatMap((name) => credentialChange(before, old?.credentials.get(name), after, now?.credentials.get(name))),
  ];
}

function credentialChange(
  before: Artifact,
  was: number | undefined,
  after: Artifact,
  is: number | undefined,
): readonly RecordChange[] {
  const artifact = is === undefined ? before : after;
  const record = artifact.credential(is ?? was ?? 0);
  const about = {
    kind: "credential",
    name: record.id ?? "(inline)",
    consumer: artifact.consumer(record.consumer).username,
    plugin: record.plugin,
    source: record.source,
  } as const;
  if (was === undefined) return [{ ...about, action: "added", parts: [] }];
  if (is === undefined) return [{ ...about, action: "removed", parts: [] }];
  const parts = differingParts(credentialParts(before, was), credentialParts(after, is));
  return parts.length > 0 ? [{ ...about, action: "changed", parts }] : [];
}

function consumerParts({
  labels,
  groupId,
  isGroupMissing,
  plugins,
}: ConsumerRecord): Readonly<Record<string, unknown>> {
  return { labels, group: [groupId ?? null, isGroupMissing], plugins };
}

function credentialParts(artifact: Artifact, index: number): Readonly<Record<string, unknown>> {
  const { jwt }: CredentialRecord = artifact.credential(index);
  const { lookup, secret } = artifact.credentialMarks(index);
  return { "look-up value": lookup, secret, jwt: jwt ? [jwt.algorithm, jwt.lifetimeGracePeriod] : null };
}

function routeChanges(before: Artifact, after: Artifact): readonly RecordChange[] {
  const old = new Map(before.routes.map((route) => [route.id, route]));
  const now = new Map(after.routes.map((route) => [route.id, route]));
  return [...new Set([...old.keys(), ...now.keys()])].sort(compareText).flatMap((id): RecordChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    const about = { kind: "route", name: (is ?? was)?.name ?? id, source: "" } as const;
    if (!was) return [{ ...about, action: "added", parts: [] }];
    if (!is) return [{ ...about, action: "removed", parts: [] }];
    const parts = differingParts({ ...was }, { ...is });
    return parts.length > 0 ? [{ ...about, action: "changed", parts }] : [];
  });
}

function globalChanges({ globalRules: before }: Artifact, { globalRules: after }: Artifact): readonly RecordChange[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  return [{ action: "changed", kind: "global rules", name: "", parts: ["plugins"], source: "" }];
}

function differingParts(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]))
    .sort(compareText);
}
