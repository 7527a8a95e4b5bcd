/** What a report page tells of a scenario: its assessment, and what it takes to look behind it. */
import type { Assessment } from './assessment.ts';
import type { Catalog } from './catalog/index.ts';
import type { Source } from './catalog/types.ts';
import { placesOf, type PlaceComparison } from './places.ts';
import type { PreparedScenario } from './prepare.ts';
import { sensitivityOf, type Sensitivity } from './sensitivity.ts';

export interface Dossier {
  readonly assessment: Assessment;
  /** Null of a table: its rows are added up as they are read, and gone. */
  readonly sensitivity: readonly Sensitivity[] | null;
  readonly places: PlaceComparison | null;
  /** Every source that a figure of it names, in the order of the catalogue. */
  readonly sources: readonly Source[];
}

/** Places that a chart can hold. */
const shownPlaces = 10;

function dossierOf(prepared: PreparedScenario, assessment: Assessment, catalog: Catalog): Dossier {
  const cited = new Set([
    ...assessment.ledger.map(({ source }) => source),
    ...assessment.equivalents.map(({ source }) => source),
    assessment.carbonPrice.source,
  ]);
  return {
    assessment,
    // Computed when a page asks: it tells many scenarios in brief.
    get sensitivity() {
      return assessment.baseline.table ? null : sensitivityOf(prepared);
    },
    get places() {
      return assessment.baseline.table ? null : placesOf(prepared, shownPlaces);
    },
    sources: catalog.data.sources.filter(({ id }) => cited.has(id)),
  };
}

/**
 * One for each scenario, in their order.
 * @param all.prepared with the places that usages may move to: `options: 'allowed'`.
 */
export function dossiersOf(all: {
  readonly assessments: readonly Assessment[];
  readonly prepared: readonly PreparedScenario[];
  readonly catalog: Catalog;
}): Dossier[] {
  return all.assessments.flatMap((assessment, at) => {
    const prepared = all.prepared[at];
    return prepared ? [dossierOf(prepared, assessment, all.catalog)] : [];
  });
}
