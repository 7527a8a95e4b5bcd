/** What `assess` and `report` do with files: assess them, render what is asked for, write it whole or not at all. */
import { resolve } from 'node:path';
import type { Assessment, Method, PracticeId } from '../assessment.ts';
import { InputError, problem } from '../errors.ts';
import type { Lang } from '../messages/index.ts';
import { formatOfFile, formats, outputExtensions, type Format } from '../report/index.ts';
import type { Assessed } from './assess-all.ts';
import { statOf, realPath } from './files.ts';
import type { OutputFile } from './output.ts';
import { outputsOf, refuseInputs } from './outputs.ts';
import { drawing, type DrawingOptions } from './terminal.ts';
import type { World } from './world.ts';

/** A page tells more than an assessment: it is made of dossiers. */
export type Shown = Format | 'html';

export const shownFormats: readonly Shown[] = [...(Object.keys(formats) as Format[]), 'html'];

export interface Asked extends DrawingOptions {
  /** What is printed; nothing when absent. */
  readonly shown: Shown | undefined;
  readonly output: readonly string[];
  readonly catalog: string | undefined;
  readonly method: Method;
  readonly methods: boolean;
  readonly practice: readonly PracticeId[] | undefined;
  readonly samples: number;
  readonly seed: number;
  readonly maxErrors: number;
  /** Whether a scenario without value is judged as well. */
  readonly verdict: boolean;
  /** Printed on a page. */
  readonly date?: string | undefined;
}

const formatOf = (file: string): Shown | undefined => (/\.html?$/i.test(file) ? 'html' : formatOfFile(file));

/** Patterns and folders are for who names several; one file, the usual case, loads nothing for them. */
async function filesOf(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const [only = '-', ...others] = words;
  const isFile = only === '-' || statOf(resolve(folder, only))?.isFile() === true;
  return isFile && others.length === 0 ? words : (await import('./glob.ts')).filesNamed(folder, words);
}

/** Formats that a person reads, with the warnings that the rooms write in English. */
const read: readonly Shown[] = ['table', 'markdown', 'html'];

async function inLanguageOf(format: Shown, lang: Lang, assessments: readonly Assessment[]) {
  if (lang === 'en' || !read.includes(format) || assessments.every(({ warnings }) => warnings.length === 0))
    return assessments;
  const { warningsInFrench } = await import('../messages/problems/french.ts');
  return assessments.map((each) => ({ ...each, warnings: warningsInFrench(each.warnings) }));
}

/** Errors  InputError when a scenario, the catalogue or an output is wrong; then nothing is written. */
export async function assessFiles(world: World, words: readonly string[], asked: Asked): Promise<Assessed> {
  const { shown, catalog } = asked;
  const files = await filesOf(world.cwd(), words);
  const named = [...files.filter((file) => file !== '-'), ...(catalog === undefined ? [] : [catalog])];
  const outputs = outputsOf(world, asked.output, { formatOf, known: outputExtensions });
  refuseInputs(outputs, new Set(named.map((file) => realPath(resolve(world.cwd(), file)))));
  const { assessAll } = await import('./assess-all.ts');
  const { method, methods, practice: practices, verdict, samples, seed, maxErrors } = asked;
  const isPage = shown === 'html' || outputs.some(({ format }) => format === 'html');
  const settings = { method, methods, practices, verdict, samples, seed, maxErrors };
  const assessed = await assessAll(world, files, catalog, { ...settings, places: isPage });
  if (verdict && assessed.assessments.some(({ baseline }) => baseline.table))
    throw new InputError([problem('bad-option', { reason: '"--fail-on": usages from a table get no verdict' })]);
  // What a scenario extends is known once it has been read.
  refuseInputs(outputs, assessed.read);
  const place = drawing(world, world.stdout, asked);
  const render = async (format: Shown, colour: boolean): Promise<string> => {
    const assessments = await inLanguageOf(format, place.lang, assessed.assessments);
    if (format !== 'html') return (await formats[format]())(assessments, { ...place, colour });
    const { dossiersOf } = await import('../dossier.ts');
    const { renderReport } = await import('../report/html/page.ts');
    const request = { catalog: catalog ?? null, practices: practices ?? null, date: asked.date ?? null };
    return renderReport(dossiersOf({ ...assessed, assessments }), { files, lang: place.lang, ...request });
  };
  const rendered: OutputFile[] = [];
  for (const { file, format } of outputs) rendered.push({ file, text: await render(format, false) });
  const printed = shown && (await render(shown, place.colour));
  if (rendered.length > 0) {
    const { writeWhole } = await import('./output.ts');
    writeWhole(world, rendered);
  }
  if (printed !== undefined) world.stdout.write(printed);
  return assessed;
}
