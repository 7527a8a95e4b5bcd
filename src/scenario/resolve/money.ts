/** Money of a `value` block, in one currency. */
import { problem } from '../../errors.ts';
import { scaled } from '../../units.ts';
import type { Given } from '../types.ts';
import type { Money, Rate, ValueBlock } from '../value-types.ts';
import type { Context } from './fill.ts';
import { amountOf, valueInput } from './value-input.ts';
import type { ResolvedEconomic } from './value-types.ts';

/** How much of `to` one of `from` is; undefined where no rate says so. */
export function exchange(from: string, to: string, rates: readonly (Rate | null | undefined)[]): number | undefined {
  if (from === to) return 1;
  for (const rate of rates) {
    if (rate?.per === from && rate.of === to) return rate.value;
    if (rate?.of === from && rate.per === to) return 1 / rate.value;
  }
  return undefined;
}

export interface Exchange {
  readonly context: Context;
  readonly currency: string;
  readonly rates: readonly (Rate | undefined)[];
}

/** An amount in the currency of the block. Reported, and left as it is, where there is no rate. */
function inCurrency<Own extends Given & { readonly currency: string }>(
  money: Own,
  path: string,
  { context, currency, rates }: Exchange,
): Own {
  const factor = exchange(money.currency, currency, rates);
  if (factor === 1) return money;
  if (factor === undefined) {
    const args = { field: path, found: money.currency, other: 'other amounts are', wanted: currency };
    context.problems.push(problem('no-rate', args, { path, place: context.locate(path) }));
    return money;
  }
  return { ...money, range: scaled(money.range, factor), currency };
}

function moneyOf(id: string, money: Money | 'unknown' | undefined, path: string, field: string, exchange: Exchange) {
  if (money === undefined || money === 'unknown') return money ?? null;
  return amountOf(id, 'money/period', inCurrency(money, `${path}.${field}`, exchange), path, field);
}

export function economicOf({ path, economic }: ValueBlock, exchange: Exchange): ResolvedEconomic | null {
  if (!economic) return null;
  const { benefit, cost, minutesSaved, hourlyCost, rate } = economic;
  const at = `${path}.economic`;
  const time =
    minutesSaved && hourlyCost
      ? {
          minutes: valueInput('minutes_saved', 'min/unit', minutesSaved, at, 'minutes_saved'),
          hourlyCost: valueInput(
            'hourly_cost',
            'money/h',
            inCurrency(hourlyCost, `${at}.hourly_cost`, exchange),
            at,
            'hourly_cost',
          ),
        }
      : null;
  return {
    path: at,
    benefit: moneyOf('stated_benefit', benefit, at, 'benefit', exchange),
    time,
    cost: moneyOf('cost', cost, at, 'cost', exchange),
    rate: rate ?? null,
  };
}

/** The first amount of money that is named: all others are brought to its currency. */
export function firstMoney(blocks: readonly ValueBlock[]) {
  for (const { path, economic } of blocks) {
    for (const [field, money] of [
      ['benefit', economic?.benefit],
      ['hourly_cost', economic?.hourlyCost],
      ['cost', economic?.cost],
    ] as const) {
      if (money !== undefined && money !== 'unknown')
        return { currency: money.currency, path: `${path}.economic.${field}` };
    }
  }
  return undefined;
}
