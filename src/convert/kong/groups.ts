/** ACL groups as the label `groups`, which the plugin acl reads; consumer groups as such. */
import { deriveId, type Sha1Hex } from "../../model/identity.ts";
import type { Draft } from "../draft.ts";
import type { Foreign } from "../foreign.ts";
import { addTags, type Labels, setLabel } from "../labels.ts";
import { ownerOf } from "./consumers.ts";
import { type Consumer, type KongFile, referenceOf } from "./entities.ts";

/** The label that holds the ACL groups of a consumer, separated by commas. */
export const groupsLabel = "groups";

/** What parts the groups of a label, or may not stand in one. Encoded one to one, so that no two groups become one. */
export function groupLabelValue(group: string): string {
  return group.replace(/[\s,%[\]]/gu, (character) => encodeURIComponent(character));
}

export function readAclGroups(root: Foreign, file: KongFile): void {
  const groups = new Map<Consumer, Foreign[]>();
  const add = (consumer: Consumer, item: Foreign): void => {
    groups.set(consumer, [...(groups.get(consumer) ?? []), item]);
  };
  for (const consumer of file.consumers.all) for (const item of consumer.foreign.list("acls")) add(consumer, item);
  for (const item of root.list("acls")) {
    const consumer = ownerOf(item, file, "a group of a consumer");
    if (consumer) add(consumer, item);
  }
  for (const [consumer, items] of groups) setGroups(consumer, items);
}

function setGroups(consumer: Consumer, items: readonly Foreign[]): void {
  const names = new Set<string>();
  for (const item of items) {
    item.ignore("id", "created_at", "consumer");
    const group = item.text("group");
    if (group === undefined) continue;
    const name = groupLabelValue(group);
    names.add(name);
    if (name === group) continue;
    item
      .field("group")
      ?.lose(
        "renamed",
        `the group "${group}"`,
        `"${name}": a label holds no white space, commas, brackets and percent signs of a group`,
        "Nothing: lists of the acl plugin have the same name.",
      );
  }
  const value = [...names].sort().join(",");
  const labels = consumer.draft.fields["labels"] as Labels;
  if (value.length <= 256 && names.size > 0) setLabel(labels, groupsLabel, value);
  else if (names.size > 0) {
    consumer.isWithheld = true;
    items[0]?.lose(
      "dropped",
      `${names.size} groups of ${consumer.shown}`,
      "a label holds 256 characters: without its groups the consumer is written without credentials",
      "Shorten the names of the groups.",
    );
  }
}

export function readConsumerGroup(foreign: Foreign, file: KongFile, sha1Hex: Sha1Hex): void {
  const name = foreign.text("name");
  const id = foreign.text("id");
  foreign.ignore("created_at", "updated_at");
  const identity = name ?? id;
  if (identity === undefined) return;
  const group = {
    foreign,
    shown: `consumer group "${identity}"`,
    plugins: {},
    id: deriveId(identity, undefined, sha1Hex),
    name: identity,
  };
  file.groups.add(group, name, id);
}

/** Members are named by the consumer, or by the group. */
export function joinGroups(file: KongFile): void {
  for (const group of file.groups.all) {
    for (const item of group.foreign.list("consumers")) {
      const member = file.consumers.find(referenceOf(item));
      if (member) join(member, group.name, item, file);
      else
        item.lose(
          "dropped",
          `a member of ${group.shown}`,
          "there is no such consumer in the file",
          "Add the consumer.",
        );
    }
  }
  for (const consumer of file.consumers.all) {
    for (const item of consumer.groups) join(consumer, referenceOf(item), item, file);
  }
}

function join(consumer: Consumer, name: string | undefined, item: Foreign, file: KongFile): void {
  const group = file.groups.find(name);
  if (!group) {
    item.lose(
      "dropped",
      `the consumer group "${name}" of ${consumer.shown}`,
      "there is no such group in the file",
      "Add the group.",
    );
    return;
  }
  const { fields } = consumer.draft;
  if (fields["group_id"] === undefined || fields["group_id"] === group.id) fields["group_id"] = group.id;
  else
    item.lose(
      "dropped",
      `a further group "${group.name}" of ${consumer.shown}`,
      "a consumer has one group: the first stays",
      "Add the plugins of the other group to the consumer.",
    );
}

export function writeGroups(file: KongFile, draft: Draft): void {
  for (const { id, name, foreign, plugins } of file.groups.all) {
    const labels: Labels = {};
    addTags(labels, foreign.texts("tags"));
    const fields = { ...(name !== id && { name }), ...(Object.keys(labels).length > 0 && { labels }), plugins };
    draft.addOther("consumer_groups", id, foreign.span(), fields);
  }
}
