/** The shells that rollcall completes for; a new one is a file here and a line below. */
import { writeBash } from "./bash.ts";
import type { WriteCompletion } from "./contract.ts";
import { writeFish } from "./fish.ts";
import { writeZsh } from "./zsh.ts";

export type Shell = "bash" | "zsh" | "fish";

export const shells: Readonly<Record<Shell, WriteCompletion>> = { bash: writeBash, zsh: writeZsh, fish: writeFish };
