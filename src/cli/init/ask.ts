/** The questions of `init` in a terminal. Enter keeps what the starter holds. */
import type { Readable, Writable } from 'node:stream';
import { isCancel, select, text as textPrompt } from '@clack/prompts';
import { InputError, type Problem } from '../../errors.ts';
import type { InitWords } from '../../messages/init/index.ts';
import { templateNames, type TemplateName } from '../../templates/names.ts';
import { slots, type Answers, type Slot } from './fill.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Thrown when somebody leaves with Ctrl-C or Escape. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

function answered<Value>(answer: Value): Exclude<Value, symbol> {
  if (isCancel(answer)) throw new Cancelled();
  return answer as Exclude<Value, symbol>;
}

export async function askTemplate(terminal: Terminal, words: InitWords): Promise<TemplateName> {
  const options = templateNames.map((value) => ({ value, label: value, hint: words.templates[value] }));
  return answered(
    await select<TemplateName>({ ...terminal, message: words.questions.template, options, showInstructions: false }),
  );
}

/** A problem in the language of who is asked. */
type Told = (problem: Problem) => Problem;

/** The first problem of what was typed, on one line; undefined when it can be assessed. */
function problemOf(told: Told, attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first] = error.problems.map(told);
    return [first?.message, first?.fix].filter(Boolean).join('; ');
  }
}

async function askText(
  terminal: Terminal,
  { message, held, check }: { message: string; held: string; check: (answer: string) => string | undefined },
): Promise<string> {
  const answer = answered(
    await textPrompt({
      ...terminal,
      message,
      placeholder: held,
      defaultValue: held,
      validate: (typed) => (typed?.trim() ? check(typed) : undefined),
    }),
  );
  return answer.trim();
}

/**
 * Asks for what the starter has a place for.
 * @param attempt computes the scenario with these answers; throws InputError where it cannot.
 */
export async function askValues(
  terminal: Terminal,
  {
    words,
    held,
    unit,
    told,
    attempt,
  }: { words: InitWords; held: Answers; unit: string; told: Told; attempt: (answers: Answers) => void },
): Promise<Answers> {
  const { questions } = words;
  const messages: Record<Slot, string> = {
    volume: questions.volume(unit),
    spend: questions.spend,
    model: questions.model,
    place: questions.place,
  };
  const answers: Partial<Record<Slot, string>> = {};
  for (const slot of slots) {
    const today = held[slot];
    if (today === undefined) continue;
    answers[slot] = await askText(terminal, {
      message: `${messages[slot]} (${questions.keep})`,
      held: today,
      check: (typed) => problemOf(told, () => attempt({ ...answers, [slot]: typed })),
    });
  }
  return answers;
}

/** @param check refuses a name that cannot be written; throws InputError. */
export function askFile(
  terminal: Terminal,
  { words, held, told, check }: { words: InitWords; held: string; told: Told; check: (file: string) => void },
) {
  return askText(terminal, {
    message: words.questions.file,
    held,
    check: (typed) => problemOf(told, () => check(typed.trim())),
  });
}
