/** `value:` of a scenario or of a usage -> what the use is worth, in the units of its fields. */
import type { Evidence } from '../assessment.ts';
import { evidences } from '../assessment.ts';
import type { Findings } from './findings.ts';
import { knownKeys } from './schema.ts';
import { pathText, type Path } from './text/place.ts';
import { givenOf, readLine, required, spanOf, withoutAbsent } from './usage-parts.ts';
import type { Calendar } from './value/calendar.ts';
import {
  amountReader,
  factorReader,
  ghgReader,
  hourlyReader,
  moneyReader,
  rateReader,
  whatOf,
} from './value/counted.ts';
import { isMap, readerOf, readQuantity, type Reading } from './value/quantity.ts';
import type { Given } from './types.ts';
import type { Alternative, Avoided, Dimension, Economic, Money, Rate, Social, ValueBlock } from './value-types.ts';

const economicKeys: readonly string[] = knownKeys['value.economic'];

type Fields = Readonly<Record<string, unknown>>;

/** What the block needs of the rest of the scenario. */
export interface ValueContext {
  readonly calendar: Calendar;
  /** Whether the functional unit has a volume, which `per unit` counts on. */
  readonly hasVolume: boolean;
  readonly findings: Findings;
}

const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? (raw as readonly unknown[]) : []);

/** An amount over the period or for each unit. */
function basisOf(reading: Reading, path: Path, { hasVolume, findings }: ValueContext) {
  const { what, basis } = whatOf(reading.kind);
  if (basis === 'unit' && !hasVolume) {
    const example = '"volume: 300k/year" to "functional_unit:", which "per unit" multiplies';
    findings.report('missing-key', { owner: 'the functional unit', key: 'volume', example }, path);
  }
  return { what, amount: { ...givenOf(reading), basis } };
}

function readAlternative(raw: Fields, path: Path, context: ValueContext): Alternative | undefined {
  const { calendar, findings } = context;
  const name = readLine(raw['name'], [...path, 'name'], findings, 'value.alternatives.name');
  const meetsNeed = (['fully', 'partly', 'not'] as const).find((each) => each === raw['meets_need']);
  if (name === undefined || meetsNeed === undefined) return undefined;
  const at = [...path, 'ghg'];
  const reading = readQuantity(raw['ghg'], ghgReader(calendar, 'value.alternatives.ghg'), at, findings);
  const ghg = reading === undefined || reading === 'unknown' ? reading : basisOf(reading, at, context).amount;
  return { name, meetsNeed, ...withoutAbsent({ ghg }) };
}

/** A text that does not start with a number names a row of the equivalences. */
function isName(raw: unknown): raw is string {
  return typeof raw === 'string' && !/^\s*[+-]?[\d.]/.test(raw) && raw.trim() !== 'unknown';
}

function readFactor(raw: unknown, path: Path, findings: Findings): Avoided['factor'] | undefined {
  if (isName(raw)) return readLine(raw, path, findings, 'value.avoided.factor');
  const reading = required(raw, factorReader, path, findings);
  return reading && { ...givenOf(reading), dimension: reading.kind as Dimension };
}

function readAvoided(raw: Fields, path: Path, context: ValueContext): ValueBlock['avoided'][number] | undefined {
  const { calendar, findings } = context;
  const name = readLine(raw['name'], [...path, 'name'], findings, 'value.avoided.name');
  const evidence = evidences.find((each): each is Evidence => each === raw['evidence']);
  const factor = readFactor(raw['factor'], [...path, 'factor'], findings);
  const unit = readLine(raw['unit'], [...path, 'unit'], findings, 'value.avoided.unit');
  const at = [...path, 'amount'];
  const reading = Object.hasOwn(raw, 'amount')
    ? required(raw['amount'], amountReader(calendar), at, findings)
    : undefined;
  if (name === undefined || evidence === undefined || factor === undefined || !reading) return undefined;
  const { what, amount } = basisOf(reading, at, context);
  const dimension = what as Dimension;
  if (typeof factor !== 'string' && factor.dimension !== dimension) {
    const per = (each: string): string => (each === '1' ? 'a number of things' : each);
    const reason = `it is for ${per(factor.dimension)}, and the amount is in ${per(dimension)}`;
    const example = dimension === '1' ? '4400 kgCO2e, for one of them' : `1.1 kgCO2e/${dimension}`;
    const found = typeof raw['factor'] === 'string' ? raw['factor'] : 'the factor';
    findings.report('bad-quantity', { field: 'value.avoided.factor', found, reason, example }, [...path, 'factor']);
    return undefined;
  }
  return {
    name,
    amount: { ...amount, dimension },
    factor,
    evidence,
    path: pathText(path),
    ...withoutAbsent({ unit }),
  };
}

function readMoney(
  raw: unknown,
  name: 'benefit' | 'cost',
  path: Path,
  context: ValueContext,
): Money | 'unknown' | undefined {
  const reading = readQuantity(raw, moneyReader(context.calendar, `value.economic.${name}`), path, context.findings);
  if (reading === undefined || reading === 'unknown') return reading;
  const { what, amount } = basisOf(reading, path, context);
  return { ...amount, currency: what };
}

function readRate(raw: unknown, path: Path, findings: Findings): Rate | undefined {
  const reading = required(raw, rateReader, path, findings);
  if (!reading) return undefined;
  const [of = '', per = ''] = reading.kind.split('/');
  if (reading.range.low < reading.range.high) {
    const args = { field: 'value.economic.rate', found: spanOf(reading.range), reason: 'a rate is one number' };
    findings.report('bad-quantity', { ...args, example: `1.15 ${of}/${per}` }, path);
    return undefined;
  }
  return { value: reading.range.central, of, per };
}

function readEconomic(raw: unknown, path: Path, context: ValueContext): Economic | undefined {
  if (!isMap(raw)) return undefined;
  const { findings } = context;
  const has = (key: string): boolean => Object.hasOwn(raw, key);
  const at = (key: string): Path => [...path, key];
  const lacking = (key: string, example: string): void =>
    findings.report('missing-key', { owner: '"value.economic"', key, example }, path);
  // A misspelt "benefit" is told by the schema, and is not missing as well.
  const isSpelt = Object.keys(raw).every((key) => economicKeys.includes(key));
  if (isSpelt && !has('benefit') && !has('minutes_saved'))
    lacking('benefit', '"benefit: 52 kEUR/year", or "minutes_saved: 3 per unit" with "hourly_cost: 45 EUR/h"');
  if (has('minutes_saved') && !has('hourly_cost'))
    lacking('hourly_cost', '"hourly_cost: 45 EUR/h", which turns the time into money');
  if (has('hourly_cost') && !has('minutes_saved'))
    lacking('minutes_saved', '"minutes_saved: 3 per unit", the time that a kept result saves');
  const minutes = has('minutes_saved')
    ? required(raw['minutes_saved'], readerOf('value.economic.minutes_saved'), at('minutes_saved'), findings)
    : undefined;
  const hourly = has('hourly_cost')
    ? required(raw['hourly_cost'], hourlyReader, at('hourly_cost'), findings)
    : undefined;
  return withoutAbsent({
    benefit: readMoney(raw['benefit'], 'benefit', at('benefit'), context),
    minutesSaved: minutes && givenOf(minutes),
    hourlyCost: hourly && { ...givenOf(hourly), currency: hourly.kind },
    cost: readMoney(raw['cost'], 'cost', at('cost'), context),
    rate: has('rate') ? readRate(raw['rate'], at('rate'), findings) : undefined,
  });
}

function readSocial(raw: unknown, path: Path, findings: Findings): Social | undefined {
  if (!isMap(raw)) return undefined;
  const because = readLine(raw['because'], [...path, 'because'], findings, 'value.social.because', { prose: true });
  const score = Object.hasOwn(raw, 'score')
    ? required(raw['score'], readerOf('value.social.score'), [...path, 'score'], findings)
    : undefined;
  return score && because !== undefined ? { score: givenOf(score), because } : undefined;
}

/**
 * Reads a `value` block whose shape has been checked.
 * Errors  reported to `findings`: those of its values, a factor for something else than the amount, an amount for each
 *         unit without a volume, time without its price.
 */
export function readValue(raw: unknown, path: Path, context: ValueContext): ValueBlock | undefined {
  if (!isMap(raw)) return undefined;
  const { findings } = context;
  const items = <Item>(key: string, read: (item: Fields, path: Path, context: ValueContext) => Item | undefined) =>
    listOf(raw[key]).flatMap((item, index): Item[] => {
      const found = isMap(item) ? read(item, [...path, key, index], context) : undefined;
      return found === undefined ? [] : [found];
    });
  const rebound: Given | 'unknown' | undefined = readQuantity(
    raw['rebound'],
    readerOf('value.rebound'),
    [...path, 'rebound'],
    findings,
  );
  const answers = isMap(raw['answers']) ? raw['answers'] : {};
  return {
    path: pathText(path),
    alternatives: items('alternatives', readAlternative),
    avoided: items('avoided', readAvoided),
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, String(answer).trim()])),
    ...withoutAbsent({
      need: readLine(raw['need'], [...path, 'need'], findings, 'value.need', { prose: true }),
      economic: readEconomic(raw['economic'], [...path, 'economic'], context),
      social: readSocial(raw['social'], [...path, 'social'], findings),
      rebound: rebound === 'unknown' ? undefined : rebound,
    }),
  };
}
