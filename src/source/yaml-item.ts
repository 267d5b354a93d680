/** Reads one item of a list with the `yaml` package, where the fast reader reads the items around it. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, visit, type YAMLSeq } from "yaml";
import { outlineYaml } from "./comments.ts";
import type { SourceText } from "./document.ts";
import type { Environment } from "./environment.ts";
import type { ItemBounds, RescuedItem } from "./fast/rescue.ts";
import { placeOf } from "./positions.ts";
import { ValueBuilder } from "./values.ts";
import { findTooDeep, parseStream, rangeOf, YamlReader } from "./yaml.ts";

/** Stands in place of all that comes before the item. */
const head = "k:\n";
/** Stands in place of the item behind it, which must be found where it begins. */
const next = " 0\n";
/** Of the item, in the map and the sequence around it. */
const depth = 2;

/**
 * The item is read in a list of its own, with the dash of the next item behind it: if the two are all that is found,
 * and the second where it should be, then the item means the same in its file. What it has in common with other
 * items, aliases, needs all of them.
 */
export function readItemAlone(
  source: SourceText,
  bounds: ItemBounds,
  environment: Environment,
): RescuedItem | undefined {
  const { start, column, end, isLast } = bounds;
  const item = source.text.slice(start, end);
  const text = `${head}${item}${isLast ? "" : `${" ".repeat(column)}-${next}`}`;
  if (findTooDeep(text) !== undefined) return undefined;
  const [parsed, ...others] = parseStream(text);
  if (!parsed || others.length > 0 || parsed.errors.length > 0 || parsed.warnings.length > 0) return undefined;
  const sequence = sequenceIn(parsed.contents);
  if (!sequence || !isWhole(sequence, head.length + item.length, bounds)) return undefined;
  const node = sequence.items[0] as Node;
  if (item.includes("*") && hasAlias(parsed)) return undefined;
  const shift = start - head.length;
  const builder = new ValueBuilder(source, environment);
  const reader = new YamlReader(parsed, builder, shift);
  const value = reader.read(node, depth);
  if (reader.isRefused) return undefined;
  const range = rangeOf(node, shift);
  return {
    value,
    place: placeOf(source, value, [range.start, range.end], builder.positions),
    diagnostics: builder.diagnostics,
    variables: builder.variables,
    comments: () => outlineYaml(text).comments.map(({ offset }) => offset + shift),
    sequenceEnd: rangeOf(sequence, shift).end,
    rootEnd: rangeOf(parsed.contents as Node, shift).end,
  };
}

function hasAlias(parsed: Document.Parsed): boolean {
  let isFound = false;
  visit(parsed, {
    Alias() {
      isFound = true;
      return visit.BREAK;
    },
  });
  return isFound;
}

function sequenceIn(root: unknown): YAMLSeq | undefined {
  if (!isMap(root) || root.items.length !== 1) return undefined;
  const value = root.items[0]?.value;
  return isSeq(value) && !value.flow && value.anchor === undefined && value.tag === undefined ? value : undefined;
}

/** Whether the sequence begins with the item and goes on, if it does, exactly behind it. */
function isWhole(sequence: YAMLSeq, itemEnd: number, { column, isLast }: ItemBounds): boolean {
  const [item, following, ...more] = sequence.items as (Node | null | undefined)[];
  if (!item || isAlias(item) || more.length > 0 || sequence.range?.[0] !== head.length + column) return false;
  if (isLast) return following === undefined;
  return isScalar(following) && following.value === 0 && following.range?.[0] === itemEnd + column + 2;
}
