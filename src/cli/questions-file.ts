/** The questions of a scenario file, or all of them. */
import { defaultCatalog } from '../catalog/index.ts';
import { renderQuestions, renderQuestionsJson } from '../report/questions.ts';
import type { RenderOptions } from '../report/index.ts';
import { readScenario } from '../scenario/read.ts';
import { answersOf } from '../weigh/questions.ts';
import { gradeOf } from '../verdict/grade.ts';
import { weighRules } from '../weigh/rules.ts';
import { readInput } from './files.ts';
import type { World } from './world.ts';

interface Wanted extends RenderOptions {
  readonly format: 'table' | 'json';
  readonly search?: string;
  readonly open?: true;
}

/** Errors  InputError when the scenario is wrong. */
export async function questionsFile(world: World, file: string | undefined, wanted: Wanted): Promise<string> {
  const catalog = defaultCatalog();
  const words = (wanted.search ?? '').split(/\s+/).filter(Boolean);
  const found = catalog.search('questions', words);
  // In the order of the data, whatever matches best.
  const kept = catalog.data.questions.filter((question) => found.includes(question));
  const read = file === undefined ? null : readScenario(await readInput(world, file, () => undefined));
  const answers = read && answersOf(read.scenario, catalog);
  const open = answers?.filter(({ state }) => state !== 'answered') ?? [];
  const list = kept.map((question) => answers?.find((each) => each.question === question) ?? { question, state: null, by: null }); // prettier-ignore
  const shown = wanted.open && answers ? list.filter(({ state }) => state !== 'answered') : list;
  const document = {
    scenario: read?.scenario.name ?? null,
    questions: shown,
    answered: answers ? answers.length - open.length : null,
    all: catalog.data.questions.length,
    grade: answers ? gradeOf(open.length / answers.length, weighRules(catalog).openQuestions) : null,
    words: words.join(' '),
    sources: catalog.data.sources.filter(({ id }) => shown.some(({ question }) => question.source === id)),
  };
  return wanted.format === 'json' ? renderQuestionsJson(document) : renderQuestions(document, wanted);
}
