# Types each argument into an interactive zsh that has loaded $1, asks for completion, and prints the line that became of it.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT=; autoload -Uz compinit; compinit -D; source $1"
zpty -w shell 'show() { print -r -- "<$BUFFER>"; BUFFER= }; zle -N show; bindkey "^I" complete-word "^X" show; echo rea""dy'
zpty -r shell text '*ready*'
for line in "${@:2}"; do
  zpty -w -n shell "$line"$'\t\x18'
  zpty -r shell text '*<rollcall*>*'
  print -r -- "$text" | grep -ao '<rollcall.*>'
done
zpty -d shell
