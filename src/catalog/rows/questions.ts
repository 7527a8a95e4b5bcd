/** Rows of questions.yaml: what to ask before deploying an AI, in two languages. */
import * as z from 'zod/mini';
import { questionGroups } from '../../assessment.ts';
import type { Question } from '../types.ts';
import { RowError, text, type SourceLookup } from './figure.ts';

export const questionRow = z.strictObject({
  id: z.string().check(z.regex(/^[a-z_]+$/)),
  group: z.enum(questionGroups),
  question: text,
  question_fr: text,
  why: text,
  why_fr: text,
  /** Fields of the scenario that answer it. */
  fields: z.array(text),
  source: text,
});

/** Errors  unknown source. */
export function compileQuestion(row: z.infer<typeof questionRow>, sources: SourceLookup): Question {
  if (!sources(row.source)) throw new RowError(`unknown source "${row.source}"`, ['source']);
  return row;
}
