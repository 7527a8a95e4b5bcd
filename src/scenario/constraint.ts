/** A limit of results as somebody writes it: `water < 20 m3`. */
import { InputError, problem } from '../errors.ts';
import { nearestNames } from '../catalog/nearest.ts';
import { comparisons, readLimit, type Comparison } from './limit.ts';

export interface Constraint<Name extends string> {
  readonly name: Name;
  /** Whether a value in the unit of its name keeps it. */
  readonly keeps: (value: number) => boolean;
}

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
  const [, left = '', sign = '', amount = ''] =
    /^\s*([a-z_]+)\s*(<=|>=|<|>)\s*(\d.*)$/.exec(written) ?? fail('write it like "water < 20 m3"');
  const name = names.find((each) => each === left);
  if (name === undefined) {
    const [near] = nearestNames(left, names);
    return fail(
      near === undefined ? `there is no result "${left}"; there are ${names.join(', ')}` : `did you mean "${near}"?`,
    );
  }
  const limit = readLimit(amount, [unitOf(name)]);
  if (!limit) return fail(`"${amount.trim()}" does not measure ${name}, which is in ${unitOf(name)}`);
  const compare = comparisons[sign as Comparison];
  return { name, keeps: (value) => compare(value, limit.value) };
}
