/** The practice of another model, as a scenario states it. */
import type { ModelPractice } from '../types.ts';
import { fromScenario, type Context } from '../resolve/fill.ts';
import { modelInputs, type Found, type Today } from './today.ts';
import { changesNothing, none } from './range-change.ts';

export function model(context: Context, today: Today, stated: ModelPractice, owner: string): Found {
  const { use, divide, share, retry, quality } = stated;
  const from = today.model?.name ?? null;
  const said = { share, retry, quality: quality?.range ?? null, from };
  if (divide) {
    const factor = fromScenario('model_divisor', '1', 'model.divide', divide, owner);
    if (divide.range.low === 1 && divide.range.high === 1) return { status: 'already-so', ...said };
    return { status: 'applies', factor, ...said, to: divide.range };
  }
  const other = modelInputs(context, today.usage, use, owner);
  // A problem has been noted.
  if (!other) return none('out-of-reach', 'not-of-the-catalogue');
  const status = changesNothing(today, other.inputs) ? 'already-so' : 'applies';
  return { status, inputs: other.inputs, ...said, to: other.name };
}
