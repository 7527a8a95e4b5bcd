/** The practices by name. */
import type { PracticeId } from '../assessment.ts';
import type { Effect } from './change.ts';
import { iterations } from './iterations.ts';
import { location } from './location.ts';
import { model } from './model.ts';
import { output } from './output.ts';

export const effects: Readonly<Record<PracticeId, Effect>> = { location, iterations, output, model };
