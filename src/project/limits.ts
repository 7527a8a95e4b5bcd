/** The limits of a budget as written -> numbers in the unit of their criterion. */
import { criterionUnit, type Criterion } from '../assessment.ts';
import type { Findings } from '../scenario/findings.ts';
import type { Path } from '../scenario/text/place.ts';
import { currencies, type Conversion, type Refusal } from '../scenario/value/convert.ts';
import type { Field } from '../scenario/value/fields.ts';
import { readText, refuse, type Reader } from '../scenario/value/quantity-text.ts';
import { describeDimensions, multiply, nearestUnit, parseUnit, sameDimensions, type Unit } from '../units.ts';
import type { ImpactLimit } from '../verdict/budget/types.ts';
import type { ImpactKey } from './schema.ts';

const year = 365 * 86_400;
const dimensionless: Unit = { dimensions: {}, scale: 1 };

export interface Subject {
  readonly criterion: Criterion;
  readonly basis: 'period' | 'unit';
}

export function subjectOf(key: ImpactKey): Subject {
  const criterion = key.replace(/_per_unit$/, '') as Criterion;
  return { criterion, basis: key.endsWith('_per_unit') ? 'unit' : 'period' };
}

const examples: Readonly<Record<Criterion, string>> = {
  energy: '4 MWh',
  ghg: '500 kgCO2e',
  water: '20 m3',
  adpe: '3 gSbeq',
  primary_energy: '40 GJ',
  climate_cost: '100 EUR',
};

/** Spellings in which the rest of the unit follows from the criterion: `500 kg/year` of greenhouse gases. */
const implied: Readonly<Partial<Record<Criterion, string>>> = { ghg: 'kgCO2e/kg', adpe: 'kgSbeq/kg' };

const unitOf = (text: string): Unit => parseUnit(text) ?? dimensionless;

/** The kind of a conversion says how it counts: `time|unit`. */
function convert({ criterion, basis }: Subject): (written: string) => Conversion | Refusal {
  const units = criterion === 'climate_cost' ? currencies : [criterionUnit[criterion]];
  const example = `${examples[criterion]}${basis === 'unit' ? '' : '/year'}`;
  return (written) => {
    if (written === '') return { reason: 'a limit has a unit', example };
    const unit = parseUnit(written);
    if (!unit) {
      const part = written.split(/[/*]/).find((each) => each !== '' && !parseUnit(each)) ?? written;
      return { unknownUnit: part, nearest: nearestUnit(part) };
    }
    const perUnit = basis === 'unit' && (unit.dimensions['unit'] ?? 0) === -1;
    const isRate = (unit.dimensions['time'] ?? 0) === -1;
    let counted = perUnit ? multiply(unit, { dimensions: { unit: 1 }, scale: 1 }) : unit;
    if (isRate && basis === 'period') counted = multiply(counted, { dimensions: { time: 1 }, scale: 1 });
    const hint = implied[criterion];
    for (const name of units) {
      const wanted = unitOf(name);
      for (const candidate of [dimensionless, ...(hint === undefined ? [] : [unitOf(hint)])]) {
        const full = multiply(counted, candidate);
        if (!sameDimensions(full, wanted)) continue;
        const scale = full.scale * (isRate && basis === 'period' ? year : 1);
        return { scale, divide: wanted.scale, kind: `${basis === 'unit' ? '' : isRate ? 'year' : 'once'}|${name}` };
      }
    }
    return { dimensionOf: written, measures: describeDimensions(unit) };
  };
}

/** No suffixes for thousands: the m of 20 m3 is no million. */
const bounds = { bounded: false, minimum: 0, ceiling: 1e30, why: 'no footprint is below nothing' };

/** One number with its unit. Errors  reported: bad-quantity, unknown-unit, wrong-dimension, out-of-bounds. */
export function readLimit(
  raw: string,
  { subject, field }: { readonly subject: Subject; readonly field: string },
  path: Path,
  findings: Findings,
): Pick<ImpactLimit, 'value' | 'time' | 'unit'> | undefined {
  const example = `${examples[subject.criterion]}${subject.basis === 'unit' ? '' : '/year'}`;
  const described: Field = {
    name: field,
    unit: criterionUnit[subject.criterion],
    wanted:
      subject.basis === 'unit' ? 'an amount per functional unit' : 'an amount over time, or in all for a job done once',
    example,
    ...bounds,
  };
  const reader: Reader = { field: described, convert: convert(subject) };
  const ends = readText(raw, reader, path, findings);
  if (!ends) return undefined;
  const { low, high } = ends;
  if (low.value !== high.value)
    return refuse({ reason: 'a limit is one number', example }, raw, reader, path, findings);
  if (low.value < 0) {
    findings.report('out-of-bounds', { field, found: raw, bound: 'at least 0', why: described.why }, path);
    return undefined;
  }
  const [time = '', unit = ''] = low.kind.split('|');
  return { value: low.value, unit, time: time === 'year' || time === 'once' ? time : null };
}

/** A share or a change in percent: `40 %` is 0.4. */
export function readPercent(
  raw: string | number,
  {
    field,
    example,
    least,
    most,
    why,
  }: {
    readonly field: string;
    readonly example: string;
    readonly least: number;
    readonly most: number;
    readonly why: string;
  },
  path: Path,
  findings: Findings,
): number | undefined {
  const described: Field = { name: field, unit: '1', wanted: 'a share', example, ...bounds };
  const percent = unitOf('%');
  const reader: Reader = {
    field: described,
    convert: (written): Conversion | Refusal => {
      if (written === '') return { scale: 1, divide: 1, kind: '' };
      const unit = parseUnit(written);
      if (!unit) return { unknownUnit: written, nearest: nearestUnit(written) };
      return sameDimensions(unit, percent)
        ? { scale: unit.scale, divide: 1, kind: '' }
        : { dimensionOf: written, measures: describeDimensions(unit) };
    },
  };
  const ends = readText(String(raw), reader, path, findings);
  if (!ends) return undefined;
  if (ends.low.value !== ends.high.value)
    return refuse({ reason: 'a limit is one number', example }, String(raw), reader, path, findings);
  const { value } = ends.low;
  if (value >= least && value <= most) return value;
  findings.report(
    'out-of-bounds',
    { field, found: String(raw), bound: `from ${least * 100} % to ${most * 100} %`, why },
    path,
  );
  return undefined;
}
