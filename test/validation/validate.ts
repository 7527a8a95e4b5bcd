/** Compares the text method with published measurements: error, and how often the interval holds the measured value. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { assess } from '../../src/assess.ts';
import { defaultCatalog } from '../../src/catalog/index.ts';
import type { Range } from '../../src/units.ts';

interface Row {
  readonly id: string;
  readonly model: string;
  readonly task: string;
  readonly total: number;
  readonly active: number;
  readonly bits: number;
  readonly accelerators: number;
  readonly batch: number;
  readonly output: number;
  readonly energy: number;
}

export interface Compared {
  readonly row: Row;
  /** Wh a request. */
  readonly known: Range;
  readonly unknown: Range;
}

/** Profile whose input tokens stand in for those that the publisher does not give. */
const profiles: Readonly<Record<string, string>> = {
  'lm-arena-chat': 'chat',
  gpqa: 'reasoning',
  'sourcegraph-fim': 'code-completion',
  'image-chat': 'image-chat',
  'video-chat': 'image-chat',
};

/** GPU energy of a request, Wh: no idle capacity, no host, PUE 1, as the measurements count. */
function estimate(row: Row, serving: object, model: object): Range {
  const usage = {
    id: 'measured',
    model: { total_parameters: row.total, active_parameters: row.active, ...model },
    task: profiles[row.task],
    tokens: { output: row.output },
    requests: 1,
    iterations: 1,
    pue: 1,
    serving: { accelerator: 'h100-sxm5-80', idle: 0, host: 0, ...serving },
  };
  const text = JSON.stringify({ name: row.id, period: 'once', usages: [usage] });
  const load = (): string => '';
  const { baseline } = assess({ file: row.id, text, load }, { catalog: defaultCatalog(), hash: () => '' });
  const total = baseline.impacts.energy.total;
  if (!total) throw new Error(`${row.id}: no energy`);
  return { low: 1000 * total.low, central: 1000 * total.central, high: 1000 * total.high };
}

export function compareAll(root: string): Compared[] {
  const { rows } = parse(readFileSync(join(root, 'test/validation/ml-energy.yaml'), 'utf8')) as { rows: Row[] };
  return rows.map((row) => ({
    row,
    known: estimate(row, { accelerators: row.accelerators, batch: row.batch }, { bits: row.bits }),
    unknown: estimate(row, {}, {}),
  }));
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

export interface Statistics {
  readonly rows: number;
  /** Median of |estimate / measured - 1|. */
  readonly medianError: number;
  /** Nine of ten rows lie within this factor. */
  readonly factor90: number;
  /** Median of estimate / measured: above 1 overstates. */
  readonly bias: number;
  /** Share of the rows that the 5-95 % interval holds. */
  readonly coverage: number;
}

export function statisticsOf(list: readonly Compared[], which: 'known' | 'unknown'): Statistics {
  const ratios = list.map((each) => each[which].central / each.row.energy);
  const factors = ratios.map((ratio) => Math.max(ratio, 1 / ratio)).toSorted((left, right) => left - right);
  const held = list.filter((each) => each[which].low <= each.row.energy && each.row.energy <= each[which].high);
  return {
    rows: list.length,
    medianError: median(ratios.map((ratio) => Math.abs(ratio - 1))),
    factor90: factors[Math.ceil(0.9 * factors.length) - 1] ?? Number.NaN,
    bias: median(ratios),
    coverage: held.length / list.length,
  };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function line(name: string, list: readonly Compared[]): string {
  const known = statisticsOf(list, 'known');
  const unknown = statisticsOf(list, 'unknown');
  return (
    `| ${name} | ${known.rows} | ${percent(known.medianError)} | x${known.factor90.toFixed(2)} | x${known.bias.toFixed(2)} | ` +
    `${percent(known.coverage)} | ${percent(unknown.medianError)} | ${percent(unknown.coverage)} |`
  );
}

/** Text of docs/validation.md. */
export function report(all: readonly Compared[]): string {
  const groups: readonly (readonly [string, (row: Row) => string])[] = [
    ['architecture', (row) => (row.active < row.total ? 'mixture of experts' : 'dense')],
    ['task', (row) => row.task],
    ['batch', (row) => (row.batch < 32 ? 'below 32' : row.batch < 128 ? '32 to 127' : '128 and above')],
    ['weights', (row) => `${row.bits} bit`],
  ];
  const head =
    '| group | rows | median error | 9 of 10 within | bias | interval holds | median error, deployment unknown | interval holds, deployment unknown |\n' +
    '|---|---|---|---|---|---|---|---|';
  const worst = all
    .map((each) => ({ ...each, ratio: each.known.central / each.row.energy }))
    .toSorted((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)))
    .slice(0, 12);
  const missed = all.filter(({ row, known }) => row.energy < known.low || row.energy > known.high);
  return [
    '# How well the text method meets measurements',
    '',
    'Generated by `npm run validate` from `test/validation/ml-energy.yaml`: 108 measured configurations of ML.ENERGY v3 (University of',
    'Michigan, 2025), GPU energy alone. Do not edit. The method is fitted on 515 configurations of the same campaign, these among',
    'them: this is agreement, not prediction. Input tokens are not published; the profile of the task stands in, with its range.',
    '',
    'Of the 133 inference rows that are measured in our table of published figures, 22 are of images and video, which have no estimate',
    'yet, 2 are of a fleet of TPUs whose model and tokens are not published, and 1 (BLOOM on 16 A100, idle time included) gives neither tokens',
    'nor the idle share. They are not among the rows below.',
    '',
    '"Deployment known": model size, precision, accelerators and batch as measured. "Unknown": only model size and output tokens.',
    '',
    head,
    line('all', all),
    ...groups.flatMap(([name, groupOf]) => {
      const values = [...new Set(all.map(({ row }) => groupOf(row)))].toSorted();
      return values.map((value) =>
        line(
          `${name}: ${value}`,
          all.filter(({ row }) => groupOf(row) === value),
        ),
      );
    }),
    '',
    `The 5-95 % interval with the deployment known misses ${missed.length} of ${all.length} rows. The twelve worst by factor:`,
    '',
    '| row | measured Wh | estimated Wh | estimated / measured |',
    '|---|---|---|---|',
    ...worst.map(
      ({ row, known, ratio }) =>
        `| ${row.id} | ${row.energy.toPrecision(3)} | ${known.central.toPrecision(3)} [${known.low.toPrecision(3)} - ${known.high.toPrecision(3)}] | x${ratio.toFixed(2)} |`,
    ),
    '',
  ].join('\n');
}
