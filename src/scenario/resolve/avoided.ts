/** What a use avoids, with factors of its own or of the catalogue. */
import type { Equivalence } from '../../catalog/types.ts';
import { problem } from '../../errors.ts';
import type { Avoided, Dimension, ValueBlock } from '../value-types.ts';
import { fromCatalogue, type Context } from './fill.ts';
import { amountOf, valueInput } from './value-input.ts';
import type { ResolvedAvoided } from './value-types.ts';

/** What a row of the equivalences is counted in. */
function dimensionOf({ unit }: Equivalence): Dimension {
  if (/^(?:vehicle\.|passenger\.|ship\.)?km$/.test(unit)) return 'km';
  return unit === 'kg' || unit === 'kWh' || unit === 'L' ? unit : '1';
}

function factorOf(context: Context, { factor, amount, path }: Avoided & { readonly path: string }) {
  if (typeof factor !== 'string')
    return { input: valueInput('avoided_factor', 'kgCO2e', factor, path, 'factor'), unit: undefined };
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

export function avoidedOf(context: Context, items: ValueBlock['avoided']): ResolvedAvoided[] {
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
