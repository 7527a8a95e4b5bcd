/** The commands that make a page again and verify its result, ready for a shell. */
import type { Assessment, PracticeId } from '../../assessment.ts';
import type { Lang } from '../../messages/index.ts';

/** What the command line asked for, as far as a result depends on it and does not say so itself. */
export interface Request {
  /** Scenario files of the page, in order. */
  readonly files: readonly string[];
  /** File of `--catalog`. */
  readonly catalog: string | null;
  /** Of `--practice`; null where all were computed. */
  readonly practices: readonly PracticeId[] | null;
  /** As given: a page has no clock. */
  readonly date: string | null;
  readonly lang: Lang;
}

/** A word of a shell: quoted where it holds anything that a shell reads. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

const fileWord = (file: string): string => (file === '<stdin>' || file === '-' ? '-' : shellWord(file));

export function reproduction(
  { scenario, tool, uncertainty, baseline }: Assessment,
  { files, catalog, practices, date, lang }: Request,
): { readonly commands: readonly string[]; readonly page: string } {
  const own = catalog === null ? [] : ['--catalog', shellWord(catalog)];
  const how = [
    ...own,
    ...(tool.method.startsWith('ecologits') ? ['--method', 'ecologits'] : []),
    ...(baseline.usages.some(({ secondOpinion }) => secondOpinion) ? ['--methods'] : []),
    ...(uncertainty.method === 'draws'
      ? ['--samples', String(uncertainty.samples), '--seed', String(uncertainty.seed)]
      : []),
    ...(practices === null ? [] : ['--practice', practices.length === 0 ? 'none' : practices.join(',')]),
  ];
  const line = (...words: readonly string[]): string => ['ai-footprint', ...words].join(' ');
  const file = fileWord(scenario.file);
  return {
    commands: [line('assess', file, ...how, '--output', 'result.json'), line('verify', 'result.json', file, ...own)],
    page: line(
      'report',
      ...files.map(fileWord),
      ...how,
      ...(date === null ? [] : ['--date', date]),
      '--lang',
      lang,
      '--output',
      'report.html',
    ),
  };
}
