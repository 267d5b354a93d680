/** Completion for fish 3. */
import type { CompletedCommand, CompletedOption, CompletedValue } from "./contract.ts";

export function writeFish(commands: readonly CompletedCommand[]): string {
  return `# Completion of rollcall for fish: rollcall completion fish | source
complete -c rollcall -f
complete -c rollcall -n __fish_use_subcommand -s h -l help -d 'print help'
complete -c rollcall -n __fish_use_subcommand -s V -l version -d 'print the version'
${commands.flatMap(linesOf).join("\n")}
`;
}

function linesOf({ name, description, options, argument }: CompletedCommand): readonly string[] {
  const condition = quoted(`__fish_seen_subcommand_from ${name}`);
  const whenSeen = `complete -c rollcall -n ${condition}`;
  return [
    `complete -c rollcall -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ...(argument?.isPath ? [`${whenSeen} -F`] : []),
    ...(argument && argument.choices.length > 0 ? [`${whenSeen} -a ${quoted(argument.choices.join(" "))}`] : []),
    ...options.map((option) => `${whenSeen} ${optionOf(option)}`),
  ];
}

function optionOf({ flags, description, value }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, ...(value ? [valueFlags(value)] : []), "-d", quoted(description)].join(" ");
}

/** `-r` asks for a value, `-x` for one that is no file. */
function valueFlags({ choices, isPath }: CompletedValue): string {
  if (choices.length > 0) return `-x -a ${quoted(choices.join(" "))}`;
  return isPath ? "-r -F" : "-x";
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
}
