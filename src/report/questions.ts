/** The questions to ask, grouped; with a scenario what it answers, and the open ones again at the end. */
import { questionGroups, type AnswerState, type Grade } from '../assessment.ts';
import type { Question, Source } from '../catalog/types.ts';
import { messages } from '../messages/index.ts';
import { palette } from './colour.ts';
import type { RenderOptions } from './index.ts';
import { jsonText } from './json-text.ts';
import { formatInteger } from './numbers.ts';
import { escapeInQuotes, safe } from './safe.ts';
import { wrap } from './wrap.ts';

interface AskedQuestion {
  readonly question: Question;
  /** Null without a scenario. */
  readonly state: AnswerState | null;
  readonly by: string | null;
}

export interface QuestionsDocument {
  /** Null without a scenario. */
  readonly scenario: string | null;
  readonly questions: readonly AskedQuestion[];
  readonly answered: number | null;
  readonly all: number;
  /** Of the open ones, in the data quality of a verdict. */
  readonly grade: Grade | null;
  /** Searched for. */
  readonly words: string;
  readonly sources: readonly Source[];
}

const marks: Readonly<Record<AnswerState, string>> = { answered: '[x]', partly: '[~]', looked: '[?]', open: '[ ]' };

const fieldsOf = ({ id, fields }: Question): readonly string[] => [...fields, `value.answers.${id}`];

export function renderQuestions(document: QuestionsDocument, { lang, width, colour }: RenderOptions): string {
  const words = messages(lang);
  const say = words.questions;
  const paint = palette(colour);
  const { scenario, questions, answered, all, grade } = document;
  const indent = (text: string, room: number): string[] => wrap('\u00a0'.repeat(room) + text, width, room);
  const ask = ({ question: { question, question_fr: french } }: AskedQuestion): string =>
    lang === 'fr' ? french : question;
  const why = ({ question: { why: english, why_fr: french } }: AskedQuestion): string =>
    lang === 'fr' ? french : english;
  const answer = ({ state, by }: AskedQuestion): string =>
    state === 'answered' && by !== null ? say.answered(safe(by)) : state === null ? '' : say.states[state];
  if (questions.length === 0) return `${wrap(say.nothing(safe(document.words)), width).join('\n')}\n`;
  const groups = questionGroups.flatMap((group) => {
    const own = questions.filter(({ question }) => question.group === group);
    if (own.length === 0) return [];
    return [
      '',
      paint.heading(say.groups[group]),
      ...own.flatMap((each) => [
        ...wrap(`${each.state === null ? '' : `${marks[each.state]}\u00a0`}${ask(each)} (${each.question.id})`, width, each.state === null ? 2 : 4), // prettier-ignore
        ...(each.state === null ? [] : indent(answer(each), 4)),
        ...indent(say.why(why(each)), 4).map(paint.faint),
        ...(each.state === 'answered' ? [] : indent(say.answerWith(fieldsOf(each.question).join(say.or)), 4).map(paint.faint)), // prettier-ignore
      ]),
    ];
  });
  const open = questions.filter(({ state }) => state !== null && state !== 'answered');
  const summary =
    scenario === null || answered === null
      ? []
      : [
          '',
          ...wrap(say.summary(formatInteger(answered, lang), formatInteger(all, lang), safe(scenario)), width).map(paint.heading),
          ...(open.length === 0
            ? []
            : [...wrap(`${say.openOnes}${words.verdict.colon}${open.map(({ question }) => question.id).join(', ')}`, width, 2)]),
          ...(grade === null ? [] : wrap(say.weighs(grade), width, 2)),
        ]; // prettier-ignore
  const sources = wrap(say.sources(document.sources.map(({ title }) => title).join('; ')), width, 2);
  return `${[paint.heading(say.title), ...groups, ...summary, '', ...sources.map(paint.faint)].join('\n')}\n`;
}

/** Schema `ai-footprint/questions/1`. */
export function renderQuestionsJson(document: QuestionsDocument): string {
  const { scenario, questions, answered, all, grade } = document;
  const json = {
    schema: 'ai-footprint/questions/1',
    scenario,
    answered,
    all,
    grade,
    questions: questions.map(({ question, state, by }) => ({
      id: question.id,
      group: question.group,
      question: question.question,
      question_fr: question.question_fr,
      why: question.why,
      why_fr: question.why_fr,
      fields: fieldsOf(question),
      source: question.source,
      state,
      by,
    })),
  };
  return `${escapeInQuotes(jsonText(json))}\n`;
}
