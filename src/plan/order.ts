/**
 * Orders changes so that each finds what it needs: creates and updates by kind, then deletes the other way round
 * (gateway reference, section 4), and a change that frees a lookup key before the one that takes it.
 */

import { authPlugins } from "../model/auth.ts";
import { kinds } from "../model/config.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { Change } from "./contract.ts";
import { dependenciesOf } from "./dependencies.ts";

interface Slot {
  /** Position of the phase: writes by kind, then deletes. */
  phase: number;
  /** Within a phase: changes that take a key come after those that free it. */
  wave: number;
}

/** The changes in the order of writing. Credentials that exchange their keys in a circle are taken apart: one goes first and comes back. */
export function orderChanges(changes: readonly Change[]): readonly Change[] {
  const parted = partCircles(changes);
  const slots = new Map<Change, Slot>(parted.map((change) => [change, { phase: phaseOf(change), wave: 0 }]));
  const freedBy = freeingChanges(parted);
  for (const change of parted) pullForward(change, slots, freedBy);
  for (const change of topological(parted, freedBy)) pushBehind(change, slots, freedBy);
  const rank = (change: Change): readonly [number, number, number] => {
    const { phase, wave } = slots.get(change) ?? { phase: phaseOf(change), wave: 0 };
    return [phase, wave, phaseOf(change)];
  };
  return parted
    .map((change) => ({ change, key: rank(change) }))
    .sort(({ key: left }, { key: right }) => left[0] - right[0] || left[1] - right[1] || right[2] - left[2])
    .map(({ change }) => change);
}

function phaseOf({ action, kind }: Change): number {
  const position = kinds.indexOf(kind);
  return action === "delete" ? 2 * kinds.length - 1 - position : position;
}

/** For a change that takes a lookup key: the changes that free it. */
function freeingChanges(changes: readonly Change[]): ReadonlyMap<Change, readonly Change[]> {
  const dependencies = dependenciesOf(changes);
  return new Map(
    changes.map((change, position) => [
      change,
      (dependencies[position] ?? [])
        .filter(({ reason }) => reason === "lookup-key" || reason === "same-resource")
        .map(({ on }) => on),
    ]),
  );
}

/** What frees a key moves into the phase of what takes it, if its own comes later. */
function pullForward(change: Change, slots: Map<Change, Slot>, freedBy: ReadonlyMap<Change, readonly Change[]>): void {
  const open = [change];
  for (let current = open.pop(); current; current = open.pop()) {
    const phase = slots.get(current)?.phase ?? 0;
    for (const freeing of freedBy.get(current) ?? []) {
      const slot = slots.get(freeing);
      if (!slot || slot.phase <= phase) continue;
      slot.phase = phase;
      open.push(freeing);
    }
  }
}

function pushBehind(change: Change, slots: Map<Change, Slot>, freedBy: ReadonlyMap<Change, readonly Change[]>): void {
  const slot = slots.get(change);
  if (!slot) return;
  for (const freeing of freedBy.get(change) ?? []) {
    const before = slots.get(freeing);
    if (before?.phase === slot.phase) slot.wave = Math.max(slot.wave, before.wave + 1);
  }
}

/** Freeing changes first. */
function topological(changes: readonly Change[], freedBy: ReadonlyMap<Change, readonly Change[]>): readonly Change[] {
  const ordered = new Set<Change>();
  for (const root of changes) {
    const open = [root];
    const entered = new Set<Change>();
    for (let current = open.at(-1); current; current = open.at(-1)) {
      const waiting = (freedBy.get(current) ?? []).filter((other) => !ordered.has(other) && !entered.has(other));
      entered.add(current);
      if (ordered.has(current) || waiting.length === 0) {
        ordered.add(current);
        open.pop();
      } else {
        open.push(...waiting);
      }
    }
  }
  return [...ordered];
}

/** Replaces one update of every circle by two changes, the first of which gives up its lookup keys. */
function partCircles(changes: readonly Change[]): readonly Change[] {
  const freedBy = freeingChanges(changes);
  const done = new Set<Change>();
  const parted = new Set<Change>();
  for (const root of changes) {
    const onPath = new Set<Change>();
    const open: { readonly change: Change; readonly isLeaving: boolean }[] = [{ change: root, isLeaving: false }];
    for (let step = open.pop(); step; step = open.pop()) {
      if (step.isLeaving) {
        onPath.delete(step.change);
        done.add(step.change);
        continue;
      }
      if (done.has(step.change) || parted.has(step.change)) continue;
      if (onPath.has(step.change)) {
        parted.add(step.change);
        continue;
      }
      onPath.add(step.change);
      open.push({ change: step.change, isLeaving: true });
      for (const freeing of freedBy.get(step.change) ?? []) open.push({ change: freeing, isLeaving: false });
    }
  }
  return changes.flatMap((change) => (parted.has(change) ? inTwoParts(change) : [change]));
}

/** A credential is deleted and made again; a consumer, whose deletion would take its credentials along, loses its auth plugins in between. */
function inTwoParts(change: Change): readonly Change[] {
  const { before, after, place, ...identity } = change;
  if (!before || !after) return [change];
  const atPlace = place ? { place } : {};
  if (change.kind === "credentials") {
    return [
      { ...identity, action: "delete", before, fields: [] },
      { ...identity, ...atPlace, action: "create", after },
    ];
  }
  const between = { ...after, plugins: withoutAuthPlugins(after["plugins"]) };
  return [
    { ...identity, ...atPlace, action: "update", before, after: between, fields: [] },
    { ...identity, ...atPlace, action: "update", before: between, after },
  ];
}

function withoutAuthPlugins(plugins: unknown): JsonMap {
  const names: readonly string[] = authPlugins;
  return isMap(plugins) ? Object.fromEntries(Object.entries(plugins).filter(([name]) => !names.includes(name))) : {};
}
