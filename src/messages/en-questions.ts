/** The questions to ask before deploying an AI, in English; the questions themselves are data. */
import type { AnswerState, QuestionGroup } from '../assessment.ts';

const groups: Record<QuestionGroup, string> = {
  platform: 'WHERE IT RUNS',
  model: 'WHAT RUNS',
  use: 'WHAT IT IS FOR',
  life: 'OVER ITS LIFE',
  people: 'WHO DECIDES, WHO USES IT',
};

const states: Record<AnswerState, string> = {
  answered: 'answered',
  partly: 'answered by some usages',
  looked: 'open: looked for, not published',
  open: 'open',
};

export const questionsEn = {
  title: 'QUESTIONS TO ASK BEFORE DEPLOYING AN AI',
  groups,
  states,
  answered: (by: string) => `answered: ${by}`,
  why: (text: string) => `why: ${text}`,
  summary: (answered: string, all: string, scenario: string) => `${scenario}: ${answered} of ${all} answered`,
  weighs: (grade: string) =>
    `open ones weigh on the data quality of the verdict: grade ${grade} (ai-footprint catalog quality open_questions)`,
  openOnes: 'STILL OPEN',
  answerWith: (fields: string) => `answer with ${fields}`,
  or: ' or ',
  nothing: (words: string) => `no question holds "${words}"`,
  sources: (names: string) => `in the words of: ${names}`,
};
