/** Reads the words of a curl command: its options with their values, and its URL. */
import { RequestError } from "../contract.ts";
import { type CurlEffect, curlOptions, shortNames } from "./curl-options.ts";

export interface CurlCall {
  readonly options: readonly { readonly name: string; readonly effect: CurlEffect; readonly value: string }[];
  readonly urls: readonly string[];
  /** As written. */
  readonly unknown: readonly string[];
}

/** @param words behind `curl`. @throws RequestError for an option without its value, or one that changes the request in a way not known here */
export function readOptions(words: readonly string[]): CurlCall {
  const options: { name: string; effect: CurlEffect; value: string }[] = [];
  const urls: string[] = [];
  const unknown: string[] = [];
  let at = 0;
  const take = (name: string, inline: string | undefined): boolean => {
    const option = curlOptions.get(name);
    if (!option) return false;
    if (option.effect === "refused") {
      throw new RequestError(
        `curl's ${name} makes a request that is not understood here. Write the request with --request and -H.`,
      );
    }
    const value = option.takesValue ? (inline ?? words[++at]) : "";
    if (value === undefined) throw new RequestError(`curl's ${name} has no value.`);
    options.push({ name, effect: option.effect, value });
    return true;
  };
  for (; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word.startsWith("--") && word.length > 2) {
      if (!take(word, undefined)) unknown.push(word);
    } else if (/^-[^-]/.test(word)) readShort(word, take, unknown);
    else if (word !== "--") urls.push(word);
  }
  urls.unshift(...options.filter(({ effect }) => effect === "url").map(({ value }) => value));
  return { options, urls, unknown };
}

/** Several letters in one word; what follows one that takes a value is its value. */
function readShort(word: string, take: (name: string, inline: string | undefined) => boolean, unknown: string[]): void {
  for (let index = 1; index < word.length; index++) {
    const name = shortNames[word[index] ?? ""] ?? "";
    const rest = word.slice(index + 1);
    if (!take(name, rest === "" ? undefined : rest)) {
      unknown.push(`-${word[index]}`);
      continue;
    }
    if (curlOptions.get(name)?.takesValue) return;
  }
}
