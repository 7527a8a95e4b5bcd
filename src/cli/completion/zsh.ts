/** The completion script of zsh; to be sourced, or kept as _ai-footprint in a folder of fpath. */
import type { CommandWords, OptionWords, ProgramWords, Value } from './words.ts';

/** Text inside single quotes of the shell, where brackets and colons mean something to `_arguments`. */
const text = (words: string): string => words.replace(/[[\]:\\]/g, (sign) => `\\${sign}`).replaceAll("'", "'\\''");

function action(value: Value): string {
  switch (value.kind) {
    case 'choice':
      return `(${value.names.join(' ')})`;
    case 'file':
      return '_files';
    case 'text':
      return ' ';
    default:
      return value satisfies never;
  }
}

function optionSpecs({ flags, about, value }: OptionWords): string[] {
  const after = value ? `:${text('value')}:${action(value)}` : '';
  // With a star an option may be given again.
  return flags.map((flag) => `'*${flag}[${text(about)}]${after}'`);
}

function command({ name, options, arguments: given }: CommandWords): string {
  const positions = given.map((each, at) => `'${each.many ? '*' : at + 1}:${text(each.name)}:${action(each.value)}'`);
  const specs = [...options.flatMap(optionSpecs), ...positions].map((spec) => ` \\\n        ${spec}`);
  return `    ${name})\n      _arguments${specs.join('')} ;;`;
}

export function zshScript({ name, options, commands }: ProgramWords): string {
  const id = `_${name.replaceAll('-', '_')}`;
  return `#compdef ${name}
# zsh completion of ${name}; printed by "${name} completion zsh".
${id}() {
  local -a commands
  commands=(
${commands.map((each) => `    '${each.name}:${text(each.about)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    if [[ $PREFIX == -* ]]; then
      compadd -- ${options.flatMap(({ flags }) => flags).join(' ')}
    else
      _describe -t commands command commands
    fi
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(command).join('\n')}
  esac
}
if [[ $funcstack[1] == _${name} ]]; then
  ${id} "$@"
else
  compdef ${id} ${name}
fi
`;
}
