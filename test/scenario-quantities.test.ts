/** The values of test/cases/quantities.yaml, read one by one. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../src/scenario/value/calendar.ts';
import { priced } from '../src/scenario/value/convert.ts';
import {
  amountReader,
  factorReader,
  ghgReader,
  hourlyReader,
  limitReader,
  moneyReader,
  rateReader,
} from '../src/scenario/value/counted.ts';
import { fieldOf, fields, type FieldName } from '../src/scenario/value/fields.ts';
import { Findings } from '../src/scenario/findings.ts';
import { readerOf, readQuantity } from '../src/scenario/value/quantity.ts';
import type { Reader } from '../src/scenario/value/quantity-text.ts';

interface Case {
  readonly field: FieldName;
  readonly value: unknown;
  readonly period?: string;
  readonly exactly?: number;
  readonly range?: readonly [number, number, number];
  readonly kind?: string;
  readonly unknown?: true;
  readonly error?: string;
  readonly fix?: string;
  readonly warning?: string;
}

const cases = parse(readFileSync(new URL('cases/quantities.yaml', import.meta.url), 'utf8')) as readonly Case[];

function readerFor({ field, period = 'year' }: Case): Reader {
  const calendar = calendarOf(period, undefined);
  switch (field) {
    case 'requests':
      return calendar.requests;
    case 'functional_unit.volume':
      return calendar.volume;
    case 'spend.amount':
      return calendar.spend;
    case 'fleet.hours':
      return calendar.hours;
    case 'training.runs':
      return calendar.runs;
    case 'data.transfer':
      return calendar.transfer;
    case 'carbon_price':
      return { field: fieldOf(field), convert: priced };
    case 'value.alternatives.ghg':
      return ghgReader(calendar, field);
    case 'value.avoided.amount':
      return amountReader(calendar);
    case 'value.avoided.factor':
      return factorReader;
    case 'value.economic.benefit':
    case 'value.economic.cost':
      return moneyReader(calendar, field);
    case 'value.economic.hourly_cost':
      return hourlyReader;
    case 'value.economic.rate':
      return rateReader;
    case 'budget.ghg':
    case 'budget.water':
      return limitReader(calendar, field);
    default:
      return readerOf(field);
  }
}

describe('a value', () => {
  it.each(cases.map((each) => [each.field, JSON.stringify(each.value), each.period ?? 'year', each] as const))(
    '%s: %s (%s)',
    (_field, _value, _period, example) => {
      const findings = new Findings(() => undefined);
      const reading = readQuantity(example.value, readerFor(example), [example.field], findings);
      const problems = findings.problems([]);
      expect(problems.map(({ code }) => code)).toEqual(example.error === undefined ? [] : [example.error]);
      if (example.fix !== undefined) expect(problems.map(({ fix }) => fix)).toEqual([example.fix]);
      expect(findings.warnings([]).map(({ message }) => message)).toEqual(
        example.warning === undefined ? [] : [example.warning],
      );
      if (example.error !== undefined) {
        expect(reading).toBe(undefined);
        return;
      }
      if (example.unknown) {
        expect(reading).toBe('unknown');
        return;
      }
      if (reading === undefined || reading === 'unknown') throw new Error('nothing was read');
      const { low, central, high } = reading.range;
      expect([low, central, high]).toEqual(example.range ?? Array(3).fill(example.exactly));
      if (example.kind !== undefined) expect(reading.kind).toBe(example.kind);
    },
  );

  it.each(Object.keys(fields) as FieldName[])('%s ends at a size that is still computed with', (name) => {
    const field = fieldOf(name);
    const most = field.maximum ?? field.ceiling;
    const overTime =
      /^(requests|functional_unit|spend|data\.transfer|value\.alternatives|value\.economic\.(benefit|cost)|budget\.(ghg|water)$)/;
    const named: Partial<Record<FieldName, string>> = {
      'value.avoided.amount': '/year',
      'training.runs': '/year',
      'value.economic.rate': ' USD/EUR',
    };
    const unit = named[name] ?? (field.unit === '1' ? '' : ` ${field.unit}${overTime.test(name) ? '/year' : ''}`);
    const codes = (value: number): readonly string[] => {
      const findings = new Findings(() => undefined);
      readQuantity(
        `${value}${name === 'fleet.hours' ? '' : unit}`,
        readerFor({ field: name, value }),
        [name],
        findings,
      );
      return findings.problems([]).map(({ code }) => code);
    };
    expect([codes(most), codes(most * 1.01), codes(1e-31)]).toEqual([[], ['out-of-bounds'], ['out-of-bounds']]);
  });

  it('has a case for every field of the table, and every example of the table can be read', () => {
    for (const name of Object.keys(fields) as FieldName[]) {
      const findings = new Findings(() => undefined);
      const reader = readerFor({ field: name, value: undefined });
      const reading = readQuantity(reader.field.example, reader, [name], findings);
      expect([name, typeof reading, findings.problems([]), findings.warnings([])]).toEqual([name, 'object', [], []]);
    }
  });
});
