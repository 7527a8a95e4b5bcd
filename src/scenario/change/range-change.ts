/** Ranges that a practice changes, and whether it changes anything. */
import type { PracticeReason, PracticeStatus } from '../../assessment.ts';
import type { Range } from '../../units.ts';
import { inputOf, type Found, type Today } from './today.ts';
import type { ResolvedInput } from '../resolve/types.ts';

export const none = (status: PracticeStatus, reason: PracticeReason): Found => ({ status, reason });

export const scale = ({ low, central, high }: Range, by: Range): Range => ({
  low: low * by.low,
  central: central * by.central,
  high: high * by.high,
});

export const rest = ({ low, central, high }: Range): Range => ({ low: 1 - high, central: 1 - central, high: 1 - low });

export const isSame = (left: Range, right: Range): boolean =>
  left.low === right.low && left.central === right.central && left.high === right.high;

/** Whether a practice puts in only what is there. */
export function changesNothing(today: Today, inputs: readonly ResolvedInput[]): boolean {
  return inputs.every((input) => {
    const own = inputOf(today, input.id);
    return own !== undefined && isSame(own.range, input.range);
  });
}
