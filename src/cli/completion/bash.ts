/** Completion for bash 4 and newer, without the bash-completion package. */
import type { CompletedCommand, CompletedValue } from "./contract.ts";

/** The cases are `COMMAND OPTION`; what is in none is a flag. bash splits words at `=`. */
export function writeBash(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# Completion of rollcall for bash: source <(rollcall completion bash)
_rollcall() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${names} --help --version" -- "$word"))
    return
  fi
  if [[ $word == "=" ]]; then
    word=
  elif [[ $before == "=" ]]; then
    before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case "$command $before" in
${commands.flatMap(optionCases).join("\n")}
  esac
  local flags= values=
  case "$command" in
${commands.map(commandCase).join("\n")}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif [[ $values == "<path>" ]]; then
    compopt -o default
  else
    COMPREPLY=($(compgen -W "$values" -- "$word"))
  fi
}
complete -F _rollcall rollcall
`;
}

function optionCases({ name, options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ flags, value }) => {
    if (!value) return [];
    const patterns = flags.map((flag) => `"${name} ${flag}"`).join(" | ");
    return [`    ${patterns}) ${valueAction(value)} return ;;`];
  });
}

function valueAction({ choices, isPath }: CompletedValue): string {
  if (choices.length > 0) return `COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word"));`;
  return isPath ? "compopt -o default;" : "";
}

function commandCase({ name, options, argument }: CompletedCommand): string {
  const flags = options.flatMap((option) => option.flags).join(" ");
  const values = argument?.isPath ? "<path>" : (argument?.choices.join(" ") ?? "");
  return `    ${name}) flags="${flags}" values="${values}" ;;`;
}
