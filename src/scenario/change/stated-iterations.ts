/** The practice of fewer prompts for a kept result, as a scenario states it. */
import type { Range } from '../../units.ts';
import type { IterationsPractice } from '../types.ts';
import { fromScenario, type Context } from '../resolve/fill.ts';
import { inputOf, type Found, type Today } from './today.ts';
import { isSame, none, rest, scale } from './range-change.ts';

const inverse = ({ low, central, high }: Range): Range => ({ low: 1 / high, central: 1 / central, high: 1 / low });

export function iterations(context: Context, today: Today, stated: IterationsPractice, owner: string): Found {
  const { to, by, divide, share } = stated;
  const own = inputOf(today, 'iterations');
  if (!own) return none('out-of-reach', 'not-of-this-estimate');
  const from = own.range;
  if (to) {
    const input = fromScenario('iterations', '1', 'iterations.to', to, owner);
    if (isSame(from, to.range)) return { status: 'already-so', from, to: to.range };
    return { status: 'applies', inputs: [input], share, from, to: to.range };
  }
  const field = by ? 'iterations.by' : 'iterations.divide';
  const left = by ? rest(by.range) : divide ? inverse(divide.range) : undefined;
  if (!left) return none('out-of-reach', 'not-of-this-estimate');
  // One prompt is the least that gives a result.
  if (from.high <= 1) return { ...none('already-so', 'one-prompt'), from, to: from };
  if (left.central === 1 && left.low === left.high) return { status: 'already-so', from, to: from };
  const scaled = scale(from, left);
  warnOfFloor(context, today, scaled, owner);
  const factor = { ...fromScenario('iterations_factor', '1', field, { range: left }, owner) };
  return { status: 'applies', factor, share, from, to: atLeastOne(scaled) };
}

const atLeastOne = ({ low, central, high }: Range): Range => ({
  low: Math.max(1, low),
  central: Math.max(1, central),
  high: Math.max(1, high),
});

/** Less than one prompt a result is not possible: said, never clamped in silence. */
function warnOfFloor({ warnings, locate }: Context, { usage }: Today, scaled: Range, owner: string): void {
  if (scaled.low >= 1 - 1e-9) return;
  const path = `${owner}.iterations`;
  const line = locate(path)?.line;
  const digits = [scaled.low, scaled.central].map((value) => String(Number(value.toPrecision(3))));
  const text = scaled.central < 1 ? digits[1] : `as few as ${digits[0]}`;
  const message = `practice "iterations" would leave ${text} prompts for a kept result of usage "${usage.id}": 1 is the least, and is taken`;
  warnings.push({ code: 'practice-at-its-end', message, path, ...(line === undefined ? {} : { line }) });
}
