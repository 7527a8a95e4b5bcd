/** What a use is worth, with its factors from the catalogue and its money in one currency. */
import { problem } from '../../errors.ts';
import { scaled } from '../../units.ts';
import type { Scenario } from '../types.ts';
import type { ValueBlock } from '../value-types.ts';
import type { Context } from './fill.ts';
import type { ResolvedInput } from './types.ts';
import { avoidedOf } from './avoided.ts';
import { economicOf, exchange, firstMoney, type Exchange } from './money.ts';
import { amountOf, valueInput } from './value-input.ts';
import type { ResolvedValue, ResolvedValues } from './value-types.ts';

function valueOf(context: Context, block: ValueBlock, exchange: Exchange): ResolvedValue {
  const { path, need, alternatives, social, rebound, answers } = block;
  for (const id of Object.keys(answers)) {
    if (context.catalog.question(id)) continue;
    const at = `${path}.answers.${id}`;
    const nearest = context.catalog.nearest('questions', id);
    context.problems.push(
      problem(
        'unknown-name',
        { kind: 'question', name: id, nearest, table: 'questions' },
        {
          path: at,
          place: context.locate(at),
        },
      ),
    );
  }
  return {
    path,
    need: need ?? null,
    alternatives: alternatives.map(({ name, meetsNeed, ghg }, index) => {
      const own = `${path}.alternatives[${index}]`;
      return {
        name,
        path: own,
        meetsNeed,
        ghg:
          ghg === undefined || ghg === 'unknown' ? null : amountOf('alternative_ghg', 'kgCO2e/period', ghg, own, 'ghg'),
      };
    }),
    avoided: avoidedOf(context, block.avoided),
    economic: economicOf(block, exchange),
    social: social
      ? { score: valueInput('social_score', '1', social.score, `${path}.social`, 'score'), because: social.because }
      : null,
    rebound: rebound ? valueInput('rebound', '1', rebound, path, 'rebound') : null,
  };
}

/**
 * Resolves every `value` block of a scenario; null where there is none.
 * Errors  to `context.problems`: names that the catalogue does not hold, currencies without a rate.
 */
export function resolveValues(
  context: Context,
  scenario: Scenario,
  price: { readonly input: ResolvedInput; readonly currency: string },
): ResolvedValues | null {
  const { value, usages } = scenario;
  const own = usages.flatMap((usage) => (usage.value ? [{ id: usage.id, block: usage.value }] : []));
  const blocks = [...(value ? [value] : []), ...own.map(({ block }) => block)];
  if (blocks.length === 0) return null;
  const first = firstMoney(blocks);
  const currency = first?.currency ?? price.currency;
  const rates = blocks.map(({ economic }) => economic?.rate);
  const to: Exchange = { context, currency, rates };
  const factor = exchange(price.currency, currency, rates);
  if (factor === undefined && first) {
    const args = { field: first.path, found: currency, other: 'the price of carbon is', wanted: price.currency };
    context.problems.push(problem('no-rate', args, { path: first.path, place: context.locate(first.path) }));
  }
  return {
    whole: value ? valueOf(context, value, to) : null,
    usages: new Map(own.map(({ id, block }) => [id, valueOf(context, block, to)])),
    currency,
    carbonPrice: factor === 1 ? price.input : { ...price.input, range: scaled(price.input.range, factor ?? 1) },
  };
}
