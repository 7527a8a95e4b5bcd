/** A limit of results as somebody writes it: `water < 20 m3`. */
import { InputError, problem } from '../errors.ts';
import { parseUnit, sameDimensions } from '../units.ts';
import { nearestNames } from '../catalog/nearest.ts';

export interface Constraint<Name extends string> {
  readonly name: Name;
  /** Whether a value in the unit of its name keeps it. */
  readonly keeps: (value: number) => boolean;
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/**
 * @param unitOf the unit of each name that can be limited.
 * Errors  InputError: an unknown name, a unit of another dimension, what is no comparison.
 */
export function readConstraint<Name extends string>(
  written: string,
  names: readonly Name[],
  unitOf: (name: Name) => string,
): Constraint<Name> {
  const fail = (reason: string): never => {
    throw new InputError([problem('bad-option', { reason: `"--constraint ${written}": ${reason}` })]);
  };
  const [, left = '', sign = '', number = '', unit = ''] =
    /^\s*([a-z_]+)\s*(<=|>=|<|>)\s*(\d[\d.]*(?:e[+-]?\d+)?)\s*(\S*)\s*$/.exec(written) ??
    fail('write it like "water < 20 m3"');
  const name = names.find((each) => each === left);
  if (name === undefined) {
    const [near] = nearestNames(left, names);
    return fail(
      near === undefined ? `there is no result "${left}"; there are ${names.join(', ')}` : `did you mean "${near}"?`,
    );
  }
  const wanted = parseUnit(unitOf(name));
  const given = unit === '' ? wanted : parseUnit(unit);
  const limit = Number(number);
  if (!wanted || !given || !Number.isFinite(limit) || !sameDimensions(wanted, given))
    return fail(`"${unit}" does not measure ${name}, which is in ${unitOf(name)}`);
  const compare = comparisons[sign];
  const scaled = (limit * given.scale) / wanted.scale;
  return { name, keeps: (value) => compare?.(value, scaled) ?? false };
}
