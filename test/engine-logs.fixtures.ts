/** Logs made for the engines: seeded, with everything that real ones get wrong. */
import { mersenne } from 'pure-rand/generator/mersenne';
import { coalesce, field, literal, subtract } from '../src/usage-log/expressions.ts';
import type { LogQuery, LogTotals, Reader } from '../src/usage-log/types.ts';
import { AddedUp } from '../src/usage-log/add-up.ts';
import { DuckDb } from '../src/usage-engine/duckdb.ts';
import type { FileFormat } from '../src/usage-engine/files.ts';

export const canary = 'CANARY-OF-A-PROMPT';

/** Products of the second degree too, as attention and conversations have them. */
export const query: LogQuery = {
  by: ['month', 'team', 'model'],
  products: [
    [1, 0, 0, 0, 0],
    [1, 1, 0, 0, 0],
    [1, 0, 1, 0, 0],
    [1, 0, 0, 1, 0],
    [1, 0, 0, 0, 1],
    [1, 1, 0, 1, 0],
    [1, 0, 0, 2, 0],
  ],
  limited: [
    [0, 0, 0, 1, 0],
    [1, 1, 0, 0, 0],
  ],
  typicalInput: 700,
};

/** A flat log of a company: what a mapping file makes of a csv. */
export const flat: Reader = {
  id: 'flat',
  source: 'https://example.org/',
  year: 2026,
  recognised: [['call', 'when', 'model']],
  rows: [],
  counting: { cached: 'inside', reasoning: 'inside' },
  identity: field('call'),
  time: field('when'),
  names: { model: coalesce(field('model'), field('asked')), region: field('region') },
  labels: { team: field('team'), project: field('project') },
  counts: {
    requests: field('requests'),
    input: subtract(field('input'), field('cached')),
    cached: field('cached'),
    output: subtract(field('output'), field('hidden')),
    reasoning: field('hidden'),
  },
  aggregated: true,
};

export const single: Reader = {
  ...flat,
  id: 'single',
  identity: undefined as never,
  only: [{ of: field('kind'), equals: 'call' }],
  counts: { ...flat.counts, requests: literal(1) },
};
delete (single as { identity?: unknown }).identity;

export const columns = [
  'call', 'when', 'model', 'asked', 'region', 'team', 'project', 'kind', 'requests', 'input', 'cached', 'output', 'hidden', 'prompt',
] as const; // prettier-ignore
export type Cells = Readonly<Record<(typeof columns)[number], string>>;

const pad = (value: number): string => String(value).padStart(2, '0');

/** Instants as people write them; the last are none. */
function instant(pick: (below: number) => number): string {
  const date = `2025-${pad(1 + pick(12))}-${pad(1 + pick(28))}`;
  const time = `${pad(pick(24))}:${pad(pick(60))}`;
  switch (pick(60)) {
    case 0:
      return date;
    case 1:
      return `${date}T${time}Z`;
    case 2:
      return `${date} ${time}:${pad(pick(60))},25+0230`;
    case 3:
      return `${date}t${time}:60z`;
    case 4:
      return `${date} ${time}:00 UTC`;
    case 5:
      return `  ${date}T24:00:00-08 `;
    case 6:
      return '';
    case 7:
      return pick(2) === 0 ? '2025-02-29' : `${date}T25:00:00Z`;
    case 8:
      return pick(2) === 0 ? 'yesterday' : '1999-12-31T23:59:59Z';
    case 9:
      return `2025-12-31T23:${pad(pick(60))}:00.123456789-11:45`;
    default:
      return `${date}T${time}:${pad(pick(60))}.${pick(1000)}${['Z', '+02:00', '-05:30', ''][pick(4)]}`;
  }
}

/** Numbers as people write them; the last are none, or no count. */
function count(pick: (below: number) => number, most: number): string {
  switch (pick(400)) {
    case 0:
      return 'many';
    case 1:
      return '-5';
    case 2:
      return '1e16';
    case 3:
      return ` ${pick(most)}.50 `;
    case 4:
      return '1_000';
    case 5:
      return pick(2) === 0 ? 'NaN' : 'inf';
    case 6:
      return `${pick(90)}e1`;
    case 7:
      return `+.${pick(9)}`;
    default:
      return pick(30) === 0 ? '' : String(pick(most));
  }
}

const names = ['gpt-4o', "o'brien; DROP TABLE log --", 'modèle "x"', 'claude\\sonnet', '', '模型\t{p1:String}', '$1'];

export function cellsOf(rows: number, seed: number): readonly Cells[] {
  const random = mersenne(seed);
  const pick = (below: number): number => (random.next() >>> 0) % below;
  return Array.from({ length: rows }, (_, row) => {
    const input = count(pick, 4000);
    const cached = pick(3) === 0 ? count(pick, 4000) : '';
    return {
      // Some calls are written twice, and some rows are of no call.
      call: pick(50) === 0 ? '' : `c${pick(20) === 0 ? Math.floor(row / 7) : row}`,
      when: instant(pick),
      model: names[pick(names.length)] ?? '',
      asked: pick(2) === 0 ? 'asked' : '',
      region: pick(4) === 0 ? `azure/region-${pick(2)}` : '',
      team: `team ${pick(3)}`,
      project: `p${pick(3)}`,
      kind: pick(10) === 0 ? 'tool' : 'call',
      requests: pick(3) === 0 ? count(pick, 40) : pick(3) === 0 ? '' : '1',
      input,
      cached: cached !== '' && Number(cached) > Number(input) && pick(20) > 0 ? '0' : cached,
      output: count(pick, 2000),
      hidden: pick(4) === 0 ? count(pick, 100) : '',
      prompt: `${canary} "${row}",\n{`,
    };
  });
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const asCsv = (rows: readonly Cells[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => quoted(row[name])).join(','))].join('\n') + '\n';

/** A number as a number where it is one, nothing where there is none. */
export const asJson = (row: Cells): Record<string, unknown> =>
  Object.fromEntries(
    columns.flatMap((name): [string, unknown][] => {
      const cell = row[name];
      if (cell === '') return name === 'team' ? [[name, null]] : [];
      return [[name, /^\d+$/.test(cell) && name !== 'call' ? Number(cell) : cell]];
    }),
  );

/** Totals in an order that hangs on what they say. */
function sorted(totals: LogTotals): LogTotals {
  const keyOf = ({ group, model, provider, region, known }: LogTotals['summed'][number]): string =>
    JSON.stringify([group, model, provider, region, known]);
  return {
    ...totals,
    summed: totals.summed.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1)),
  };
}

/** One part in 10^9 between engines, group by group; everything that is no sum is the same. */
export function differences(expected: LogTotals, actual: LogTotals): string[] {
  const [left, right] = [sorted(expected), sorted(actual)];
  const wrong: string[] = [];
  const far = (one: number, other: number): boolean =>
    Math.abs(one - other) > 1e-9 * Math.max(Math.abs(one), Math.abs(other));
  const said = (totals: LogTotals): unknown => [
    totals.repeated,
    totals.differing,
    Object.entries(totals.refused).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    totals.summed.length,
  ];
  if (JSON.stringify(said(left)) !== JSON.stringify(said(right)))
    wrong.push(`${JSON.stringify(said(left))} against ${JSON.stringify(said(right))}`);
  for (const [at, one] of left.summed.entries()) {
    const other = right.summed[at];
    if (!other) break;
    const { sums, largest, counted, ...rest } = one;
    const { sums: sums2, largest: largest2, counted: counted2, ...rest2 } = other;
    if (JSON.stringify(rest) !== JSON.stringify({ ...rest, ...rest2 }))
      wrong.push(`${JSON.stringify(rest)} against ${JSON.stringify(rest2)}`);
    const numbers = [...sums, ...largest, ...counted];
    for (const [place, value] of [...sums2, ...largest2, ...counted2].entries())
      if (far(numbers[place] ?? Number.NaN, value))
        wrong.push(`${JSON.stringify(rest)}: ${place}: ${numbers[place]} against ${value}`);
  }
  return wrong.slice(0, 10);
}

/** Totals of records by the built-in engine. */
export function builtIn(reader: Reader, records: readonly object[], asked: LogQuery): LogTotals {
  const log = new AddedUp(reader, asked);
  for (const record of records) log.add(record);
  return log.totals();
}

/** Totals of files by DuckDB. */
export async function inDuckDb(
  reader: Reader,
  format: FileFormat,
  files: readonly string[],
  asked: LogQuery,
): Promise<LogTotals> {
  const database = await DuckDb.open({ files });
  try {
    return await database.engine({ reader, format, files }).totals(asked);
  } finally {
    database.close();
  }
}
