/** A number of a `value` block as an input, named by its place in the file. */
import type { Given } from '../types.ts';
import type { Amount } from '../value-types.ts';
import { fromScenario } from './fill.ts';
import type { ResolvedInput } from './types.ts';
import type { ResolvedAmount } from './value-types.ts';

export const valueInput = (id: string, unit: string, given: Given, owner: string, field: string): ResolvedInput => ({
  ...fromScenario(id, unit, field, given, owner),
  // A place of the file as a whole, which a person can find.
  field: `${owner}.${field}`,
});

export const amountOf = (id: string, unit: string, amount: Amount, owner: string, field: string): ResolvedAmount => ({
  input: valueInput(id, unit, amount, owner, field),
  basis: amount.basis,
});
