/** The completion script of fish. */
import type { CommandWords, OptionWords, ProgramWords, Value } from './words.ts';

const text = (words: string): string => `'${words.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;

/** Without -f, fish offers files as well. */
function value(of: Value): string {
  switch (of.kind) {
    case 'choice':
      return ` -x -a ${text(of.names.join(' '))}`;
    case 'file':
      return ' -r -F';
    case 'text':
      return ' -x';
    default:
      return of satisfies never;
  }
}

const flag = (written: string): string =>
  written.startsWith('--') ? `-l ${written.slice(2)}` : `-s ${written.slice(1)}`;

function optionLine(start: string, { flags, about, value: taken }: OptionWords): string {
  return `${start} ${flags.map(flag).join(' ')} -d ${text(about)}${taken ? value(taken) : ''}`;
}

function commandLines(program: string, { name, options, arguments: given }: CommandWords): string[] {
  const start = `complete -c ${program} -n '__fish_seen_subcommand_from ${name}'`;
  const [first] = given;
  const choices = first?.value.kind === 'choice' ? [`${start} -a ${text(first.value.names.join(' '))}`] : [];
  const files = given.some((each) => each.value.kind === 'file') ? [`${start} -F`] : [];
  return [...options.map((option) => optionLine(start, option)), ...choices, ...files];
}

export function fishScript({ name, options, commands }: ProgramWords): string {
  const first = `complete -c ${name} -n __fish_use_subcommand`;
  const lines = [
    `# fish completion of ${name}; printed by "${name} completion fish".`,
    `complete -c ${name} -f`,
    ...options.map((option) => optionLine(first, option)),
    ...commands.map((each) => `${first} -a ${each.name} -d ${text(each.about)}`),
    ...commands.flatMap((each) => commandLines(name, each)),
  ];
  return `${lines.join('\n')}\n`;
}
