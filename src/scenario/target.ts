/** A target of greenhouse gases as somebody writes it on the command line: `40 kgCO2e/year`, `3 gCO2e/unit`. */
import type { Period } from '../assessment.ts';
import { InputError, problem } from '../errors.ts';
import { Findings } from './findings.ts';
import { overPeriod } from './value/convert.ts';
import type { Field } from './value/fields.ts';
import { readQuantity } from './value/quantity.ts';

export interface Target {
  /** kgCO2e over the period, or of one functional unit. */
  readonly value: number;
  readonly per: 'period' | 'unit';
}

/** Of the command line, not of a scenario. */
const field: Field = {
  name: '--target',
  unit: 'kgCO2e',
  wanted: 'an amount of greenhouse gases',
  bounded: false,
  minimum: 0,
  ceiling: 1e15,
  why: 'nothing emits less than nothing',
  example: '40 kgCO2e/year',
};

const kinds = [
  { kind: 'period', units: ['kgCO2e', 'kg'], overTime: true },
  { kind: 'unit', units: ['kgCO2e/unit', 'kg/unit'], overTime: false },
] as const;

/** Errors  InputError when it is no amount of greenhouse gases, or a range. */
export function readTarget(written: string, period: Period): Target {
  const findings = new Findings(() => undefined);
  const convert = overPeriod(kinds, period, { onceBecause: 'the scenario is a job done once' });
  const reading = readQuantity(written, { field: field, convert }, ['--target'], findings);
  const problems = findings.problems([]);
  if (problems.length > 0) throw new InputError(problems);
  if (reading === undefined || reading === 'unknown' || reading.range.low < reading.range.high) {
    const reason = `"--target ${written}": a target is one amount, such as "40 kgCO2e/year" or "3 gCO2e/unit"`;
    throw new InputError([problem('bad-option', { reason })]);
  }
  return { value: reading.range.central, per: reading.kind === 'unit' ? 'unit' : 'period' };
}
