/**
 * A scenario as rows for a sustainability statement: ESRS E1 and E3 by name and paragraph, scope and category on every
 * line of greenhouse gases, and the SCI score. Long CSV, one figure a row; units as the standards ask for them.
 * `datapoint_id` is that of the list of ESRS datapoints (EFRAG IG 3, May 2024: efrag-ig3 in src/data/sources.yaml), on totals
 * alone: it picks one row, and the lines of a usage are parts of that row.
 */
import type { Assessment } from '../assessment.ts';
import { scaled, type Range } from '../units.ts';
import { csvText, type Cell } from './csv-text.ts';
import { round } from './round.ts';
import { hostingOf, scopeLines, type ScopeCode, type ScopeLine } from './scopes.ts';

const header = [
  'scenario', 'period', 'standard', 'paragraph', 'datapoint', 'datapoint_id', 'scope', 'category', 'usage', 'phase', 'low', 'central',
  'high', 'unit', 'data_quality', 'note',
] as const; // prettier-ignore

type Row = Readonly<Partial<Record<(typeof header)[number], Cell>>>;

const categories: Readonly<Record<ScopeCode, string>> = {
  '2': 'location-based',
  '3.1': '1 Purchased goods and services',
  '3.2': '2 Capital goods',
};

const figures = (range: Range, by: number): Pick<Row, 'low' | 'central' | 'high'> => {
  const { low, central, high } = scaled(range, by);
  return { low: round(low), central: round(central), high: round(high) };
};

/** Null of none: no line is not the same as a line of 0. */
const sumOf = (ranges: readonly Range[]): Range | null => (ranges.length === 0 ? null : added(ranges));

const added = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((total, { low }) => total + low, 0),
  central: ranges.reduce((total, { central }) => total + central, 0),
  high: ranges.reduce((total, { high }) => total + high, 0),
});

/** Of lines that are added, the ends of the interval are added too: they hold whatever the lines share. */
const addedNote = 'ends of the intervals of the lines, added';

function gases(assessment: Assessment): Row[] {
  const lines = scopeLines(assessment);
  const of = (wanted: (scope: ScopeCode) => boolean) => lines.filter(({ scope }) => wanted(scope));
  const quality = new Map(assessment.baseline.usages.map(({ id, dataQuality }) => [id, dataQuality.grade ?? '']));
  const each = lines.map(({ usage, phase, scope, ghg }): Row => ({
    standard: 'ESRS E1-6',
    paragraph: scope === '2' ? '44 (b)' : '44 (c), 51',
    datapoint: scope === '2' ? 'Gross location-based Scope 2 GHG emissions' : 'Gross Scope 3 GHG emissions',
    scope: scope === '2' ? '2' : '3',
    category: categories[scope],
    usage,
    phase: phase ?? 'all',
    ...figures(ghg, 1e-3),
    unit: 'tCO2eq',
    data_quality: quality.get(usage) ?? '',
  }));
  const total = (
    [datapoint, id, paragraph]: readonly [string, string, string],
    scope: string,
    part: readonly ScopeLine[],
  ): Row => {
    const sum = sumOf(part.map(({ ghg }) => ghg));
    return {
      standard: 'ESRS E1-6',
      paragraph,
      datapoint,
      datapoint_id: id,
      scope,
      ...(sum ? figures(sum, 1e-3) : {}),
      unit: 'tCO2eq',
      note: sum ? addedNote : 'no line of this scope in the scenario',
    };
  };
  const whole = assessment.baseline.impacts.ghg;
  return [
    ...each,
    total(['Gross Scope 1 GHG emissions', 'E1-6_07', '44 (a)'], '1', []),
    total(
      ['Gross location-based Scope 2 GHG emissions', 'E1-6_09', '44 (b), 49 (a)'],
      '2',
      of((scope) => scope === '2'),
    ),
    total(
      ['Gross Scope 3 GHG emissions', 'E1-6_11', '44 (c)'],
      '3',
      of((scope) => scope !== '2'),
    ),
    {
      standard: 'ESRS E1-6',
      paragraph: '44 (d)',
      datapoint: 'Total GHG emissions (location-based)',
      datapoint_id: 'E1-6_12',
      ...(whole.total ? figures(whole.total, 1e-3) : {}),
      unit: 'tCO2eq',
      data_quality: assessment.dataQuality.grade ?? '',
      note:
        whole.bound === 'lower' ? 'at least: a part is unknown' : whole.bound === null ? '' : `bound: ${whole.bound}`,
    },
  ];
}

/** Energy of one's own machines is E1-5; what others use for the scenario is no energy of the undertaking. */
function energyAndWater({ baseline: { usages, impacts } }: Assessment): Row[] {
  const own = usages.filter((usage) => hostingOf(usage) === 'own');
  const energies = own.flatMap(({ impacts: { energy } }) => (energy.total ? [energy.total] : []));
  const waters = own.flatMap(({ impacts: { water } }) => (water.total ? [water.total] : []));
  const nothing = own.length === 0 ? "no usage on machines of one's own" : 'unknown';
  const row = (
    [standard, paragraph, datapoint, id, unit]: readonly [string, string, string, string, string],
    range: Range | null,
    note: string,
    absent: string,
  ): Row => ({
    standard,
    paragraph,
    datapoint,
    datapoint_id: id,
    ...(range ? figures(range, 1e-3) : {}),
    unit,
    note: range ? note : absent,
  });
  return [
    row(
      ['ESRS E1-5', '37', 'Total energy consumption related to own operations', 'E1-5_01', 'MWh'],
      sumOf(energies),
      addedNote,
      nothing,
    ),
    row(
      ['ESRS E3-4', '28 (a)', 'Total water consumption', '', 'm3'],
      sumOf(waters),
      `${addedNote}; with the water of the power plants, which is in the value chain: take it off for E3-4_01, which is of the sites alone`,
      nothing,
    ),
    row(
      ['value chain', '', 'Energy of the data centres that serve the scenario', '', 'MWh'],
      impacts.energy.total,
      'beside E1-5: energy of suppliers is in their scope 2, and in scope 3 here',
      'unknown',
    ),
    row(
      ['value chain', '', 'Water of data centres and power plants that serve the scenario', '', 'm3'],
      impacts.water.total,
      'beside E3-4: water of suppliers',
      'unknown',
    ),
  ];
}

function score({ sci, scenario }: Assessment): Row[] {
  return [
    {
      standard: 'SCI for AI (ISO/IEC 21031)',
      paragraph: '(E x I + M) / R',
      datapoint: `SCI score per ${scenario.functionalUnit}`,
      ...(sci ? figures(sci, 1000) : {}),
      unit: `gCO2eq/${scenario.functionalUnit}`,
      note: sci ? 'use alone, training left out' : 'unknown: a part of the use or the volume is',
    },
  ];
}

export function renderCsrd(assessments: readonly Assessment[]): string {
  const rows = assessments.flatMap((assessment) =>
    [...gases(assessment), ...energyAndWater(assessment), ...score(assessment)].map((row): Row => ({
      scenario: assessment.scenario.name,
      period: assessment.scenario.period,
      ...row,
    })),
  );
  return csvText(
    header,
    rows.map((row) => header.map((name) => row[name] ?? null)),
  );
}
