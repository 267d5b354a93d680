/** Completion for zsh 5: loaded by `source`, or as a file `_rollcall` of $fpath. */
import type { CompletedCommand, CompletedOption, CompletedValue } from "./contract.ts";

export function writeZsh(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`);
  return `#compdef rollcall
# Completion of rollcall for zsh: source <(rollcall completion zsh)
_rollcall() {
  local -a commands=(
${described.join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    _arguments '--help[print help]' '--version[print the version]'
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${commands.map(commandCase).join("\n")}
  esac
}
if [[ $funcstack[1] == _rollcall ]]; then
  _rollcall "$@"
else
  compdef _rollcall rollcall
fi
`;
}

function commandCase({ name, options, argument }: CompletedCommand): string {
  const specs = options.flatMap(optionSpecs);
  if (argument) specs.push(quoted(`*${valueSpec(argument)}`));
  return `    ${name}) _arguments ${specs.join(" \\\n      ")} ;;`;
}

/** Each flag shuts out the others of its option, unless it may be given again. */
function optionSpecs({ flags, description, isRepeatable, value }: CompletedOption): readonly string[] {
  const before = isRepeatable ? "*" : flags.length > 1 ? `(${flags.join(" ")})` : "";
  const after = value ? valueSpec(value) : "";
  return flags.map((flag) => {
    const sign = value && flag.startsWith("--") ? "=" : "";
    return quoted(`${before}${flag}${sign}[${escaped(description)}]${after}`);
  });
}

function valueSpec({ name, choices, isPath }: CompletedValue): string {
  const action = choices.length > 0 ? `(${choices.join(" ")})` : isPath ? "_files" : " ";
  return `:${escaped(name)}:${action}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
