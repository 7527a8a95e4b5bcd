/** Compares pictures, video, training, hardware and water with published figures: factor, and what the interval holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { defaultCatalog } from '../../src/catalog/index.ts';
import { createCatalog } from '../../src/catalog/lookup.ts';
import type { Range } from '../../src/units.ts';
import { factor90, factorOf, median } from './statistics.ts';

interface Named {
  readonly id: string;
}

interface Picture extends Named {
  readonly model: string;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
  readonly energy: number;
}

interface Video extends Picture {
  readonly frames: number;
  readonly fps: number;
}

interface Training extends Named {
  readonly chips?: number;
  readonly hours?: number;
  readonly gpu_hours?: number;
  readonly power: number;
  readonly pue: number;
  readonly intensity: number;
  /** MWh, t. */
  readonly energy: number;
  readonly ghg: number;
  /** Relative rounding of the publication. */
  readonly precision: number;
}

interface Operations extends Named {
  readonly parameters: number;
  readonly tokens: number;
  readonly accelerator: string;
  readonly gpu_hours: number;
}

interface Hardware extends Named {
  readonly accelerator: string;
  readonly count: number;
  readonly ghg: number;
}

interface Water extends Named {
  readonly energy: number;
  readonly pue: number;
  readonly wue: number;
  readonly grid_water: number;
  readonly water: number;
}

interface Section<Row> {
  readonly source: string;
  readonly rows: readonly Row[];
}

interface Published {
  readonly pictures: Section<Picture>;
  readonly videos: Section<Video>;
  readonly trainings: Section<Training>;
  readonly operations: Section<Operations>;
  readonly hardware: Section<Hardware>;
  readonly water: Section<Water>;
}

export interface Compared {
  readonly kind: string;
  readonly id: string;
  readonly unit: string;
  readonly published: number;
  readonly estimate: Range;
  /** Within this factor the two agree to the rounding of the publication; null where the method estimates. */
  readonly exactTo: number | null;
}

/** Measurements are left out, so that the equations answer and not the figure that they are compared with. */
function unmeasured() {
  const { data } = defaultCatalog();
  return createCatalog({
    ...data,
    models: data.models.map(({ measured: _, ...model }) => model),
  });
}

function assessed(scenario: object, catalog = defaultCatalog()): Assessment {
  const text = JSON.stringify({ name: 'validation', period: 'once', ...scenario });
  return assess({ file: 'validation', text, load: () => '' }, { catalog, hash: () => '' });
}

const bare = { pue: 1, grid: 'WORLD', serving: { accelerator: 'h100-sxm5-80', idle: 0, host: 0 } };

function energyOf(assessment: Assessment, scale: number): Range {
  const total = assessment.baseline.impacts.energy.total;
  if (!total) throw new Error('no energy');
  return { low: total.low * scale, central: total.central * scale, high: total.high * scale };
}

/** A figure times a number. */
const times = ({ low, central, high }: Range, by: number): Range => ({
  low: low * by,
  central: central * by,
  high: high * by,
});

function trainingOf({ id, chips, hours, gpu_hours: gpuHours, power, pue, intensity }: Training) {
  const machines = gpuHours === undefined ? { count: chips, hours: `${hours} h` } : { gpu_hours: gpuHours };
  const run = { id, ...machines, power: `${power} W`, host: 0, pue, grid: { intensity: `${intensity} kgCO2e/kWh` } };
  const usage = { id: 'use', task: 'classification', requests: 1 };
  return assessed({ training: [run], usages: [usage] }).baseline.usages.find((each) => each.id === id);
}

function compareTrainings({ rows }: Section<Training>): Compared[] {
  return rows.flatMap((row) => {
    const { impacts } = trainingOf(row) ?? {};
    const energy = impacts?.energy.total;
    if (!energy) throw new Error(`${row.id}: no energy`);
    const exactTo = 1 + row.precision;
    const estimate = times(energy, 1e-3);
    return [
      { kind: 'training energy from hours', id: row.id, unit: 'MWh', published: row.energy, estimate, exactTo },
      {
        kind: 'training gases from hours',
        id: row.id,
        unit: 't',
        published: row.ghg,
        // Of the electricity alone, as published: the making of the hardware is another line here.
        estimate: times(estimate, row.intensity),
        // Two to three digits are published.
        exactTo: 1 + Math.max(row.precision, 0.5 / row.ghg, 0.02),
      },
    ];
  });
}

function compareOperations({ rows }: Section<Operations>): Compared[] {
  return rows.map(({ id, parameters, tokens, accelerator, gpu_hours: published }) => {
    const power = 1000;
    const run = { id: 'run', tokens: `${tokens}T`, parameters, accelerator, power: `${power} W`, host: 0, pue: 1 };
    const usage = { id: 'use', task: 'classification', requests: 1 };
    const found = assessed({ training: [run], usages: [usage] }).baseline.usages.find((each) => each.id === 'run');
    const energy = found?.impacts.energy.total;
    if (!energy) throw new Error(`${id}: no energy`);
    // At 1 kW an accelerator, a kilowatt-hour is an hour.
    return { kind: 'training hours from 6ND', id, unit: 'GPU-hours', published, estimate: energy, exactTo: null };
  });
}

export function compareWork(root: string): Compared[] {
  const published = parse(readFileSync(join(root, 'test/validation/published.yaml'), 'utf8')) as Published;
  const catalog = unmeasured();
  const pictures = published.pictures.rows.map(({ id, model, width, height, steps, energy }): Compared => {
    const usage = { id: 'one', model, requests: 1, images: { width, height, steps }, ...bare };
    const estimate = energyOf(assessed({ usages: [usage] }, catalog), 1000);
    return { kind: 'pictures', id, unit: 'Wh', published: energy, estimate, exactTo: null };
  });
  const videos = published.videos.rows.map(({ id, model, width, height, steps, frames, fps, energy }): Compared => {
    const seconds = `${(frames - 1) / fps} s`;
    const usage = {
      id: 'one',
      model,
      requests: 1,
      video: { seconds, clip: seconds, width, height, steps, fps },
      ...bare,
    };
    const estimate = energyOf(assessed({ usages: [usage] }, catalog), 1000);
    return { kind: 'video', id, unit: 'Wh', published: energy, estimate, exactTo: null };
  });
  const hardware = published.hardware.rows.map(({ id, accelerator, count, ghg }): Compared => {
    const row = catalog.accelerator(accelerator)?.embodied_ghg;
    if (!row) throw new Error(`${id}: no accelerator`);
    const estimate = times({ low: row.low, central: row.value, high: row.high }, count);
    return { kind: 'hardware (catalogue)', id, unit: 'kgCO2e', published: ghg, estimate, exactTo: 1.01 };
  });
  const water = published.water.rows.map(
    ({ id, energy, pue, wue, grid_water: gridWater, water: expected }): Compared => {
      const usage = {
        id: 'one',
        requests: 1,
        measured: { energy: `${energy} kWh`, boundary: 'server' },
        serving: { idle: 0 },
        pue,
        wue: `${wue} L/kWh`,
        grid: { intensity: '0.4 kgCO2e/kWh', water: `${gridWater} L/kWh` },
      };
      const total = assessed({ usages: [usage] }).baseline.impacts.water.total;
      if (!total) throw new Error(`${id}: no water`);
      // The litres per kWh are printed with three decimals: at the servers, and times PUE at the plants.
      return {
        kind: 'water of a request',
        id,
        unit: 'mL',
        published: expected,
        estimate: times(total, 1000),
        exactTo: 1 + (0.0005 + 1000 * energy * 0.0005 * (1 + pue)) / expected,
      };
    },
  );
  return [
    ...pictures,
    ...videos,
    ...compareTrainings(published.trainings),
    ...compareOperations(published.operations),
    ...hardware,
    ...water,
  ];
}

const ratioOf = ({ published, estimate }: Compared): number => estimate.central / published;

const isHeld = ({ published, estimate }: Compared): boolean =>
  estimate.low <= published * (1 + 1e-9) && published * (1 - 1e-9) <= estimate.high;

export const isMiss = (each: Compared): boolean =>
  each.exactTo === null ? !isHeld(each) : factorOf(ratioOf(each)) > each.exactTo;

export interface Agreement {
  readonly rows: number;
  readonly medianFactor: number;
  readonly factor90: number;
  readonly bias: number;
  readonly coverage: number;
}

export function agreementOf(list: readonly Compared[]): Agreement {
  const ratios = list.map(ratioOf);
  return {
    rows: list.length,
    medianFactor: median(ratios.map(factorOf)),
    factor90: factor90(ratios),
    bias: median(ratios),
    coverage: list.filter((each) => !isMiss(each)).length / list.length,
  };
}

const kindsOf = (all: readonly Compared[]): readonly string[] => [...new Set(all.map(({ kind }) => kind))];

const digits = (value: number): string => String(Number(value.toPrecision(4)));

/** The second half of docs/validation.md. */
export function workReport(all: readonly Compared[]): string {
  const line = (kind: string): string => {
    const { rows, medianFactor, factor90, bias, coverage } = agreementOf(all.filter((each) => each.kind === kind));
    return `| ${kind} | ${rows} | x${medianFactor.toFixed(3)} | x${factor90.toFixed(2)} | x${bias.toFixed(3)} | ${Math.round(100 * coverage)} % |`;
  };
  const misses = all.filter(isMiss);
  return [
    '',
    '# How well the other methods meet published figures',
    '',
    'Generated by `npm run validate` from `test/validation/published.yaml`, which names the sources. "Agrees": the 5-95 % interval',
    'holds the published figure; where the publisher computed it (training from hours, hardware, water), our equations give it',
    'to its rounding. Pictures and video are estimated from operations, their measurements in the catalogue left out: with them,',
    'a scenario gets the measured figure. The constant of diffusion is fitted on the same campaign: agreement, not prediction.',
    'EcoLogits 0.9.1 estimates text alone, so there is no second opinion on these rows. The range of training from 6ND is that of',
    'utilisation published for large models (docs/decisions/0014-training-efficiency.md), not of these rows: hours of models below 10',
    'billion parameters lie above it.',
    '',
    '| kind | rows | median factor | 9 of 10 within | bias | agrees |',
    '|---|---|---|---|---|---|',
    ...kindsOf(all).map(line),
    '',
    `Of ${all.length} rows ${misses.length} do not agree:`,
    '',
    '| kind | row | published | ours | ours / published |',
    '|---|---|---|---|---|',
    ...misses.map(
      ({ kind, id, unit, published, estimate }) =>
        `| ${kind} | ${id} | ${digits(published)} ${unit} | ${digits(estimate.central)} [${digits(estimate.low)} - ${digits(estimate.high)}] | x${(estimate.central / published).toFixed(2)} |`,
    ),
    '',
  ].join('\n');
}
