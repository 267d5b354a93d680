/** What a shell has to know to complete a command line, and what each shell's file exports. */

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What may stand after the name besides options; undefined if nothing that could be guessed. */
  readonly argument: CompletedValue | undefined;
}

export interface CompletedOption {
  /** Such as `-f` and `--format`. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly isRepeatable: boolean;
  /** Undefined for an option without a value. */
  readonly value: CompletedValue | undefined;
}

export interface CompletedValue {
  /** For help, such as `file`. */
  readonly name: string;
  /** Empty if there are others than could be listed. */
  readonly choices: readonly string[];
  readonly isPath: boolean;
}

/** Writes the script that the shell loads. */
export type WriteCompletion = (commands: readonly CompletedCommand[]) => string;
