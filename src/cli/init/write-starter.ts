/** Writes a starter scenario, or prints it; a file that is written is assessed at once. */
import { lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { assess } from '../../assess.ts';
import { defaultCatalog } from '../../catalog/index.ts';
import { InputError, problem } from '../../errors.ts';
import type { Lang } from '../../messages/index.ts';
import { initWords, type InitWords } from '../../messages/init/index.ts';
import type { RenderOptions } from '../../report/index.ts';
import { renderLine } from '../../report/line.ts';
import { renderRows } from '../../report/name-rows.ts';
import { templates } from '../../templates/compiled.ts';
import { templateNames, type TemplateName } from '../../templates/names.ts';
import { hash } from '../../hash.ts';
import { exitCodes, type ExitCode } from '../outcome.ts';
import { writeWhole } from '../output.ts';
import { problemsIn } from '../told.ts';
import type { World } from '../world.ts';
import type { Terminal } from './ask.ts';
import { fill, unitOf, valuesOf } from './fill.ts';
import { withSchemaLine } from './schema-line.ts';

interface Wanted {
  /** As the command line names it; `-` is standard output. */
  readonly file: string | undefined;
  readonly template: TemplateName | undefined;
  readonly yes: boolean;
  readonly force: boolean;
  readonly lang: Lang;
}

const usualFile = 'scenario.yaml';
const usualTemplate: TemplateName = 'chatbot';

export function listStarters(world: World, { lang, width }: RenderOptions): ExitCode {
  const words = initWords(lang);
  const rows = templateNames.map((name) => [name, words.templates[name]] as const);
  world.stdout.write(`${renderRows(rows, width)}\n${words.useOne('ai-footprint init --template NAME')}\n`);
  return exitCodes.computed;
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Errors  InputError when the name is not one of YAML, or when the file exists and may not be written over. */
function refuseName(world: World, file: string, force: boolean): void {
  if (!/\.ya?ml$/i.test(file)) {
    const template = templateNames.find((name) => name === file);
    throw new InputError([problem('not-a-yaml-name', { file, template })]);
  }
  if (!force && exists(resolve(world.cwd(), file))) throw new InputError([problem('file-exists', { file })]);
}

function assessed(text: string, file: string) {
  const load = (target: string): string => {
    throw new InputError([problem('file-not-found', { file: target })]);
  };
  return assess({ file, text, load }, { catalog: defaultCatalog(), hash });
}

/** Questions go to stderr: standard output may be a file. */
function terminalOf({ stdin, stderr }: World): Terminal | undefined {
  const both = stdin.isTTY === true && stderr.isTTY === true;
  return both && stdin instanceof Readable && stderr instanceof Writable ? { input: stdin, output: stderr } : undefined;
}

/** Words of a shell: a name with a blank in it stands in quotes. */
const quoted = (file: string): string => (/^[\w./-]+$/.test(file) ? file : `"${file}"`);

interface Starter {
  readonly template: TemplateName;
  readonly text: string;
  readonly file: string;
}

/** Undefined when somebody leaves before the last question. */
async function asked(world: World, terminal: Terminal, wanted: Wanted, words: InitWords): Promise<Starter | undefined> {
  const { askFile, askTemplate, askValues, Cancelled } = await import('./ask.ts');
  const told = await problemsIn(wanted.lang);
  try {
    const template = wanted.template ?? (await askTemplate(terminal, words));
    const shipped = templates[template][wanted.lang];
    const answers = await askValues(terminal, {
      words,
      held: valuesOf(shipped),
      unit: unitOf(shipped),
      told,
      attempt: (tried) => void assessed(fill(shipped, tried), usualFile),
    });
    const otherwise = world.stdout.isTTY === true ? undefined : '-';
    const check = (file: string): void => refuseName(world, file, wanted.force);
    const file = wanted.file ?? otherwise ?? (await askFile(terminal, { words, held: usualFile, told, check }));
    return { template, text: fill(shipped, answers), file };
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}

function unasked(world: World, { template = usualTemplate, file, lang }: Wanted): Starter {
  return { template, text: templates[template][lang], file: file ?? (world.stdout.isTTY === true ? usualFile : '-') };
}

/** Errors  InputError before anything is written. */
export async function writeStarter(world: World, wanted: Wanted): Promise<ExitCode> {
  if (wanted.file !== undefined && wanted.file !== '-') refuseName(world, wanted.file, wanted.force);
  const words = initWords(wanted.lang);
  const terminal = wanted.yes ? undefined : terminalOf(world);
  const starter = terminal ? await asked(world, terminal, wanted, words) : unasked(world, wanted);
  if (!starter) {
    world.stderr.write(`${words.cancelled}\n`);
    return exitCodes.interrupted;
  }
  if (starter.file === '-') {
    world.stdout.write(withSchemaLine(starter.text, world.cwd()));
    if (!terminal && wanted.template === undefined) world.stderr.write(`${words.chosen(starter.template)}\n`);
    return exitCodes.computed;
  }
  // Enter at the last question takes the usual name, which nobody has looked at yet.
  refuseName(world, starter.file, wanted.force);
  const text = withSchemaLine(starter.text, dirname(resolve(world.cwd(), starter.file)));
  const answer = renderLine(assessed(text, starter.file), wanted.lang);
  writeWhole(world, [{ file: starter.file, text }]);
  world.stdout.write(
    `${words.written(starter.file, starter.template)}\n${answer}${words.next(`ai-footprint assess ${quoted(starter.file)}`)}\n`,
  );
  return exitCodes.computed;
}
