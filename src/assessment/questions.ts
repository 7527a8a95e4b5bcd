/** The questions to ask before deploying an AI. */

/** What a question before deploying an AI is about. */
export const questionGroups = ['platform', 'model', 'use', 'life', 'people'] as const;
export type QuestionGroup = (typeof questionGroups)[number];

/**
 * What a scenario says of a question: it answers it; some usages do; it was looked for and is not published; nothing.
 */
export const answerStates = ['answered', 'partly', 'looked', 'open'] as const;
export type AnswerState = (typeof answerStates)[number];
