/** What of a consumer's text may vary without a change of what is found: its values, as far as every check takes them for good. */
import { type AuthPlugin, isAuthPlugin, lookupField } from "../../model/auth.ts";
import type { Entry } from "../../model/config.ts";
import { secretFieldsByPlugin } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import type { Path, Place } from "../../model/place.ts";
import { Code } from "../../source/fast/codes.ts";
import { endBelow, fitsSlot, KnownTexts, type LearntPart, type SlotKind, Stencil } from "../../source/fast/stencil.ts";
import { secretBytesByAlgorithm } from "../rules/jwt-secrets.ts";
import { fieldOf, idField, isDisabled, textField } from "../rules/plugins-of.ts";
import { shortestSecrets } from "../rules/weak-secret.ts";
import { authBit } from "../survey/file-facts.ts";
import { visitReferences } from "../survey/references.ts";
import { slotKinds } from "./slot-kinds.ts";

/** What is known of a consumer by its structure. Its first slot is the username. */
export interface KnownConsumer {
  /** Names of its plugins, in the order of the file. */
  readonly plugins: readonly string[];
  /** Keys. */
  readonly labels: readonly string[];
  /** How many. */
  readonly credentials: number;
}

/** Of a group that a consumer is in. */
export class KnownGroup {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

/** Slots are counted from the credential's first one; -1 where there is none. */
export class KnownCredential {
  readonly plugin: AuthPlugin;
  readonly bit: number;
  readonly isDisabled: boolean;
  readonly labels: readonly string[];
  /** Used where it is no slot. */
  readonly name: string;
  readonly nameSlot: number;
  readonly lookupSlot: number;
  /** That of key-auth is its lookup value. */
  readonly secretSlot: number;
  readonly shortestSecret: number;

  constructor(
    plugin: AuthPlugin,
    credential: Readonly<Record<string, unknown>>,
    settings: unknown,
    slots: SlotNumbers,
  ) {
    this.plugin = plugin;
    this.bit = authBit(plugin);
    this.isDisabled = isDisabled(settings);
    this.labels = keysOf(credential["labels"]);
    this.name = String(credential["name"]);
    this.nameSlot = slots.name;
    this.lookupSlot = slots.lookup;
    this.secretSlot = slots.secret;
    const algorithm = textField(settings, "algorithm") ?? "HS256";
    const needed = plugin === "jwt-auth" ? (secretBytesByAlgorithm.get(algorithm) ?? 0) : 0;
    this.shortestSecret = Math.max(shortestSecrets[plugin], needed);
  }
}

interface SlotNumbers {
  readonly name: number;
  readonly lookup: number;
  readonly secret: number;
}

export interface LearntConsumer {
  readonly parts: readonly LearntPart[];
  readonly payload: KnownConsumer;
}

/** An item of a list of consumers, alone in its text: with the spaces before its dash, and nothing behind its last value. */
export interface ConsumerText {
  readonly bytes: Uint8Array;
  readonly value: unknown;
  /** Its root is `value`; offsets are those of `bytes`. */
  readonly place: Place;
}

/** Parts of all consumers that vary in ways of their own, by what they are and the column where they begin. */
export class SharedParts {
  readonly #texts = new Map<string, KnownTexts>();
  readonly #credentials = new Map<number, Stencil>();

  textsUnder(path: Path, column: number): KnownTexts {
    const id = JSON.stringify([column, path]);
    const known = this.#texts.get(id) ?? new KnownTexts(path, column);
    this.#texts.set(id, known);
    return known;
  }

  credentialsAt(column: number): Stencil {
    const known = this.#credentials.get(column) ?? new Stencil();
    this.#credentials.set(column, known);
    return known;
  }
}

/** undefined if something in it is beyond what can be known by its text. The consumer must be one in which nothing is found. */
export function partsOfConsumer(text: ConsumerText, shared: SharedParts): LearntConsumer | undefined {
  const { value } = text;
  if (!isMap(value)) return undefined;
  const username = scalarPart(text, ["username"], slotKinds.username);
  const group = groupParts(text, shared);
  const plugins = pluginParts(text, shared);
  const credentials = credentialParts(text, shared);
  if (!username || !group || !plugins || !credentials) return undefined;
  const parts = [username, ...freeParts(text, []), ...group, ...plugins, ...credentials].sort(byStart);
  if (parts[0] !== username) return undefined;
  const payload = {
    plugins: keysOf(value["plugins"]),
    labels: keysOf(value["labels"]),
    credentials: credentials.length,
  };
  return { parts, payload };
}

/** The description and the labels of the resource at `path`. */
function freeParts(text: ConsumerText, path: Path): readonly LearntPart[] {
  const holder = at(text.value, path);
  const labels = keysOf(fieldOf(holder, "labels"));
  return [
    scalarPart(text, [...path, "desc"], slotKinds.text),
    ...labels.map((key) => scalarPart(text, [...path, "labels", key], slotKinds.word)),
  ].filter((part) => part !== undefined);
}

function groupParts(text: ConsumerText, shared: SharedParts): readonly LearntPart[] | undefined {
  const id = idField(text.value, "group_id");
  if (id === undefined) return [];
  const part = blockPart(text, ["group_id"], shared, new KnownGroup(id));
  return part && [part];
}

function pluginParts(text: ConsumerText, shared: SharedParts): readonly LearntPart[] | undefined {
  const plugins = fieldOf(text.value, "plugins");
  const parts: LearntPart[] = [];
  for (const name of keysOf(plugins)) {
    const part = blockPart(text, ["plugins", name], shared, undefined);
    if (isAuthPlugin(name) || !part || hasReferences(name, fieldOf(plugins, name))) return undefined;
    parts.push(part);
  }
  return parts;
}

/**
 * Whether the text that stands under the key of a plugin in a consumer in which nothing is found can be known by itself.
 * It was found by laying a stencil; nothing in it can reach beyond its lines.
 */
export function isPluginTextAlone(consumer: unknown, path: Path, text: string): boolean {
  const settings = at(consumer, path);
  const [field, plugin = ""] = path.map(String);
  return (
    field === "plugins" &&
    isMap(settings) &&
    simpleLines.test(text) &&
    !isAuthPlugin(plugin) &&
    !hasReferences(plugin, settings)
  );
}

/** Keys with plain scalars, and lists of these, below each other or between brackets, each on one line. */
const simpleLines = /^(?:\n +(?:- [\w./-][\w./:-]*|(?:- )?[A-Za-z_][\w-]*:(?: [\w./-][\w./:-]*| \[[\w./:, -]*\])?))+$/;

function hasReferences(name: string, settings: unknown): boolean {
  let found = false;
  const entry: Entry<unknown> = { id: "", hasOwnId: true, value: { plugins: { [name]: settings } } };
  visitReferences("consumers", entry, () => {
    found = true;
  });
  return found;
}

function credentialParts(text: ConsumerText, shared: SharedParts): readonly LearntPart[] | undefined {
  const list = fieldOf(text.value, "credentials");
  if (list === undefined) return [];
  if (!Array.isArray(list)) return undefined;
  const parts = list.map((_, index) => credentialPart(text, ["credentials", index], shared));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function credentialPart(text: ConsumerText, path: Path, shared: SharedParts): LearntPart | undefined {
  const credential = at(text.value, path);
  const { start } = text.place.span(path);
  const end = contentEnd(text, path);
  if (!isMap(credential) || "id" in credential || !isBehindDash(text.bytes, start.offset)) return undefined;
  if (end === undefined || !isLineEnd(text.bytes, end)) return undefined;
  const [plugin, ...others] = keysOf(credential["plugins"]);
  if (plugin === undefined || others.length > 0 || !isAuthPlugin(plugin)) return undefined;
  const settings = fieldOf(credential["plugins"], plugin);
  if (fieldOf(settings, "base64_secret") === true) return undefined;
  const settingsPath = [...path, "plugins", plugin];
  const name = scalarPart(text, [...path, "name"], slotKinds.text);
  const lookup = scalarPart(text, [...settingsPath, lookupField[plugin]], slotKinds.key);
  const secretField = secretFieldsByPlugin[plugin]?.[0] ?? "";
  const hasSecret = textField(settings, secretField) !== undefined;
  const secret =
    secretField === lookupField[plugin] ? lookup : scalarPart(text, [...settingsPath, secretField], slotKinds.key);
  if (!lookup || (hasSecret && !secret)) return undefined;
  const lifetime = plugin === "jwt-auth" ? scalarPart(text, [...settingsPath, "exp"], slotKinds.count) : undefined;
  const parts = [...new Set([name, lookup, secret, lifetime, ...freeParts(text, path)])]
    .filter((part) => part !== undefined)
    .sort(byStart);
  const slots = { name: indexOf(parts, name), lookup: indexOf(parts, lookup), secret: indexOf(parts, secret) };
  const payload = new KnownCredential(plugin, credential, settings, slots);
  return { start: start.offset, end, inner: shared.credentialsAt(start.column), parts, payload };
}

/** The scalar at `path` as a slot of the first kind that fits; undefined if there is none, or it is of no such kind. */
function scalarPart(
  { bytes, value, place }: ConsumerText,
  path: Path,
  kinds: readonly SlotKind[],
): LearntPart | undefined {
  const found = at(value, path);
  if (typeof found !== "string" && typeof found !== "number") return undefined;
  const span = place.span(path);
  const first = bytes[span.start.offset];
  const isQuoted = first === Code.doubleQuote || first === Code.singleQuote;
  const start = span.start.offset + (isQuoted ? 1 : 0);
  const end = span.end.offset - (isQuoted ? 1 : 0);
  // What is written must be what is meant, number or text.
  if (latin1(bytes, start, end) !== String(found)) return undefined;
  const isFitting = (kind: SlotKind): boolean =>
    (kind.form === "quoted") === isQuoted &&
    (kind.form === "digits") === (typeof found === "number") &&
    bytes.subarray(start, end).every((byte) => kind.allowed[byte] === 1) &&
    fitsSlot(kind, bytes, start, end);
  const slot = kinds.find(isFitting);
  return slot && { start, end, slot };
}

/** All that stands behind the colon of the key at `path`, which begins a line, up to the next line that is indented no more. */
function blockPart(
  text: ConsumerText,
  path: Path,
  shared: SharedParts,
  payload: KnownGroup | undefined,
): LearntPart | undefined {
  const { bytes, place } = text;
  const key = place.span(path, "key");
  const column = key.start.column - 1;
  const start = key.end.offset + 1;
  const content = contentEnd(text, path);
  const end = endBelow(bytes, start, column);
  if (!isFirstOnLine(bytes, key.start.offset) || bytes[start - 1] !== Code.colon) return undefined;
  if (content === undefined || content > end || !isLineEnd(bytes, content)) return undefined;
  return { start, end, texts: shared.textsUnder(path, column), payload };
}

/** Where the last scalar or flow collection of the value ends; undefined for one that ends with a line, as block scalars do. */
function contentEnd(text: ConsumerText, path: Path): number | undefined {
  const { bytes, value, place } = text;
  const found = at(value, path);
  const { start, end } = place.span(path);
  const first = bytes[start.offset];
  const isBlock = first !== Code.openBrace && first !== Code.openBracket;
  if (typeof found === "object" && found !== null && isBlock) {
    const ends = Object.keys(found).map((key) => contentEnd(text, [...path, Array.isArray(found) ? Number(key) : key]));
    return ends.reduce(
      (last, each) => (last === undefined || each === undefined ? undefined : Math.max(last, each)),
      0,
    );
  }
  return bytes[end.offset - 1] === Code.lineFeed ? undefined : end.offset;
}

/** Nothing, or a comment, stands between here and the end of the line. */
function isLineEnd(bytes: Uint8Array, from: number): boolean {
  let next = from;
  while (bytes[next] === Code.space) next += 1;
  if (next === bytes.length || bytes[next] === Code.lineFeed) return true;
  return next > from && bytes[next] === Code.hash;
}

function isFirstOnLine(bytes: Uint8Array, start: number): boolean {
  let before = start - 1;
  while (bytes[before] === Code.space) before -= 1;
  return before < 0 || bytes[before] === Code.lineFeed;
}

function isBehindDash(bytes: Uint8Array, start: number): boolean {
  let before = start - 1;
  while (bytes[before] === Code.space) before -= 1;
  return before < start - 1 && bytes[before] === Code.dash && isFirstOnLine(bytes, before);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((found, key) => fieldOf(found, String(key)), value);
}

function keysOf(value: unknown): readonly string[] {
  return isMap(value) ? Object.keys(value) : [];
}

function indexOf(parts: readonly LearntPart[], part: LearntPart | undefined): number {
  return part ? parts.indexOf(part) : -1;
}

function byStart(left: LearntPart, right: LearntPart): number {
  return left.start - right.start;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
