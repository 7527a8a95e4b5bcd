/** What a use is worth, with its factors from the catalogue and its money in one currency. */
import type { Evidence } from '../../assessment.ts';
import type { Equivalence } from '../../catalog/types.ts';
import { problem } from '../../errors.ts';
import { scaled } from '../../units.ts';
import type { Given, Scenario } from '../types.ts';
import type { Amount, Avoided, Basis, Dimension, Money, Rate, ValueBlock } from '../value-types.ts';
import { fromCatalogue, fromScenario, type Context } from './fill.ts';
import type { ResolvedInput } from './types.ts';

/** An input over the period, or for each functional unit. */
export interface ResolvedAmount {
  readonly input: ResolvedInput;
  readonly basis: Basis;
}

export interface ResolvedAvoided {
  readonly name: string;
  readonly path: string;
  /** What is counted. */
  readonly unit: string;
  readonly amount: ResolvedAmount;
  readonly factor: ResolvedInput;
  readonly evidence: Evidence;
}

export interface ResolvedEconomic {
  readonly path: string;
  /** Null where only time is stated. */
  readonly benefit: ResolvedAmount | 'unknown' | null;
  readonly time: { readonly minutes: ResolvedInput; readonly hourlyCost: ResolvedInput } | null;
  /** Null is not stated: the price of the tokens stands in. */
  readonly cost: ResolvedAmount | 'unknown' | null;
  readonly rate: Rate | null;
}

export interface ResolvedValue {
  readonly path: string;
  readonly need: string | null;
  readonly alternatives: readonly {
    readonly name: string;
    readonly path: string;
    readonly meetsNeed: 'fully' | 'partly' | 'not';
    readonly ghg: ResolvedAmount | null;
  }[];
  readonly avoided: readonly ResolvedAvoided[];
  readonly economic: ResolvedEconomic | null;
  readonly social: { readonly score: ResolvedInput; readonly because: string } | null;
  readonly rebound: ResolvedInput | null;
}

export interface ResolvedValues {
  readonly whole: ResolvedValue | null;
  /** By id of the usage. */
  readonly usages: ReadonlyMap<string, ResolvedValue>;
  /** Of every amount of money here. */
  readonly currency: string;
  /** In that currency. */
  readonly carbonPrice: ResolvedInput;
}

const input = (id: string, unit: string, given: Given, owner: string, field: string): ResolvedInput => ({
  ...fromScenario(id, unit, field, given, owner),
  // A place of the file as a whole, which a person can find.
  field: `${owner}.${field}`,
});

const amountOf = (id: string, unit: string, amount: Amount, owner: string, field: string): ResolvedAmount => ({
  input: input(id, unit, amount, owner, field),
  basis: amount.basis,
});

/** What a row of the equivalences is counted in. */
function dimensionOf({ unit }: Equivalence): Dimension {
  if (/^(?:vehicle\.|passenger\.|ship\.)?km$/.test(unit)) return 'km';
  return unit === 'kg' || unit === 'kWh' || unit === 'L' ? unit : '1';
}

function factorOf(context: Context, { factor, amount, path }: Avoided & { readonly path: string }) {
  if (typeof factor !== 'string')
    return { input: input('avoided_factor', 'kgCO2e', factor, path, 'factor'), unit: undefined };
  const { catalog, problems, locate } = context;
  const at = `${path}.factor`;
  const where = { path: at, place: locate(at) };
  const row = catalog.equivalence(factor);
  if (!row) {
    const nearest = catalog.nearest('equivalences', factor);
    problems.push(
      problem('unknown-name', { kind: 'equivalence', name: factor, nearest, table: 'equivalences' }, where),
    );
    return undefined;
  }
  if (!row.ghg) {
    const fix = 'give a factor of your own: "factor: 1.1 kgCO2e/km"';
    problems.push(problem('unpublished-figure', { name: factor, figure: 'the greenhouse gases', fix }, where));
    return undefined;
  }
  const own = dimensionOf(row);
  // A plain number counts whatever the row counts.
  if (amount.dimension !== '1' && amount.dimension !== own) {
    const reason = `it is for one ${row.unit}, and the amount is in ${amount.dimension}`;
    const example = own === '1' ? '"amount: 500/year", a plain number of them' : `"amount: 12000 ${own}/year"`;
    problems.push(problem('bad-quantity', { field: 'value.avoided.factor', found: factor, reason, example }, where));
    return undefined;
  }
  const substitute = { figure: row.ghg, key: `equivalence:${row.id}.ghg`, status: 'catalogue' } as const;
  return {
    input: { ...fromCatalogue('avoided_factor', at, substitute), unit: 'kgCO2e' },
    unit: own === '1' ? row.label : own,
  };
}

function avoidedOf(context: Context, items: ValueBlock['avoided']): ResolvedAvoided[] {
  return items.flatMap((item): ResolvedAvoided[] => {
    const factor = factorOf(context, item);
    if (!factor) return [];
    const { name, path, amount, unit, evidence } = item;
    return [
      {
        name,
        path,
        unit: unit ?? (amount.dimension === '1' ? (factor.unit ?? name) : amount.dimension),
        amount: amountOf('avoided_amount', '1/period', amount, path, 'amount'),
        factor: factor.input,
        evidence,
      },
    ];
  });
}

/** How much of `to` one of `from` is; undefined where no rate says so. */
export function exchange(from: string, to: string, rates: readonly (Rate | null | undefined)[]): number | undefined {
  if (from === to) return 1;
  for (const rate of rates) {
    if (rate?.per === from && rate.of === to) return rate.value;
    if (rate?.of === from && rate.per === to) return 1 / rate.value;
  }
  return undefined;
}

interface Exchange {
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

function economicOf({ path, economic }: ValueBlock, exchange: Exchange): ResolvedEconomic | null {
  if (!economic) return null;
  const { benefit, cost, minutesSaved, hourlyCost, rate } = economic;
  const at = `${path}.economic`;
  const time =
    minutesSaved && hourlyCost
      ? {
          minutes: input('minutes_saved', 'min/unit', minutesSaved, at, 'minutes_saved'),
          hourlyCost: input(
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
      ? { score: input('social_score', '1', social.score, `${path}.social`, 'score'), because: social.because }
      : null,
    rebound: rebound ? input('rebound', '1', rebound, path, 'rebound') : null,
  };
}

/** The first amount of money that is named: all others are brought to its currency. */
function firstMoney(blocks: readonly ValueBlock[]) {
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
