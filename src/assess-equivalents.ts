/** Greenhouse gases as a road, a screen, a ship. */
import type { Equivalent } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import type { Range } from './units.ts';

/** Equivalences shown beside greenhouse gases: a road, a screen, a ship. */
const shownEquivalences = ['truck-km', 'streaming-hour', 'container-ship-km'] as const;

export function equivalentsOf(catalog: Catalog, { low, central, high }: Range): Equivalent[] {
  return shownEquivalences.flatMap((id) => {
    const row = catalog.equivalence(id);
    if (!row?.ghg) return [];
    const { value, unit, source, year } = row.ghg;
    return [
      {
        id,
        label: row.label,
        labelFr: row.label_fr,
        unit: row.unit,
        amount: { low: low / value, central: central / value, high: high / value },
        factor: value,
        factorUnit: unit,
        source,
        year,
      },
    ];
  });
}
