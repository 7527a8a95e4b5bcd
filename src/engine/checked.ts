/** The formulas of the method with their unit conversions in place, made once when somebody asks for one. */
import { InternalError } from '../errors.ts';
import { mechanisms } from './compiled.ts';
import { checkMethod, type CheckedQuantity } from './method.ts';

let made: ReadonlyMap<string, CheckedQuantity> | undefined;

function all(): ReadonlyMap<string, CheckedQuantity> {
  if (made) return made;
  const sources = mechanisms.flatMap(({ constants, quantities }) =>
    [...Object.values(constants), ...Object.values(quantities)].map(({ source }) => source),
  );
  return (made = new Map(
    checkMethod(mechanisms, new Set(sources)).map((each) => [`${each.mechanism}.${each.id}`, each]),
  ));
}

/** Undefined when the mechanism does not give the quantity. */
export const findQuantity = (mechanism: string, id: string): CheckedQuantity | undefined =>
  all().get(`${mechanism}.${id}`);

/** Errors  InternalError when the mechanism does not give the quantity. */
export function checkedQuantity(mechanism: string, id: string): CheckedQuantity {
  const quantity = findQuantity(mechanism, id);
  if (!quantity) throw new InternalError(`${mechanism} does not give "${id}"`);
  return quantity;
}
