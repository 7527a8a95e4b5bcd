/** The completion script of bash. */
import type { CommandWords, OptionWords, ProgramWords, Value } from './words.ts';

const list = (names: readonly string[]): string => `'${names.join(' ')}'`;

const flagsOf = (options: readonly OptionWords[]): string => list(options.flatMap(({ flags }) => flags));

/** `_reply` offers names; without one, bash falls back to files, which `_nothing` turns off. */
function offer(value: Value, id: string): string {
  switch (value.kind) {
    case 'choice':
      return `${id}_reply ${list(value.names)}`;
    case 'file':
      return ':';
    case 'text':
      return `${id}_nothing`;
    default:
      return value satisfies never;
  }
}

function command({ name, options, arguments: given }: CommandWords, id: string): string {
  const values = options.flatMap(({ flags, value }) =>
    value ? [`        ${flags.join('|')}) ${offer(value, id)}; return ;;`] : [],
  );
  const [first] = given;
  const otherwise = first ? offer(first.value, id) : `${id}_nothing`;
  return `    ${name})
      case "$previous" in
${[...values, '        *) ;;'].join('\n')}
      esac
      case "$current" in
        -*) ${id}_reply ${flagsOf(options)} ;;
        *) ${otherwise} ;;
      esac ;;`;
}

export function bashScript({ name, options, commands }: ProgramWords): string {
  const id = `_${name.replaceAll('-', '_')}`;
  return `# bash completion of ${name}; printed by "${name} completion bash".
${id}_reply() { local IFS=$' \\t\\n'; COMPREPLY=($(compgen -W "$1" -- "$current")); }
${id}_nothing() { compopt +o default 2>/dev/null; }
${id}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  # bash takes --format=table for three words
  if [ "$current" = = ]; then current=''
  elif [ "$previous" = = ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    case "$current" in
      -*) ${id}_reply ${flagsOf(options)} ;;
      *) ${id}_reply ${list(commands.map((each) => each.name))} ;;
    esac
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map((each) => command(each, id)).join('\n')}
  esac
}
complete -o default -F ${id} ${name}
`;
}
