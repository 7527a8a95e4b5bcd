/** The prefix under which a magnitude reads as 1 to 1000. */
import { toDigits } from './round.ts';

export interface Step {
  readonly unit: string;
  /** Of the first unit of the ladder's own base. */
  readonly scale: number;
  /** Smallest value, in base units, that is written in this unit; `scale` when absent. */
  readonly from?: number;
}

type Ladder = readonly Step[];

const steps = (base: string, prefixes: readonly string[], size: Readonly<Record<string, number>>): Ladder =>
  prefixes.map((prefix) => ({ unit: prefix + base, scale: size[prefix] ?? 1 }));

const size = { n: 1e-9, µ: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };

/** The field states a prompt as 0.24 Wh, 0.03 gCO2e, 0.26 mL: these units reach down to a hundredth. */
const hundredth = 0.01;

/** In grams, as the field writes masses: g, kg, then tonnes. */
const masses = (suffix: string, smallestGram: number): Ladder => [
  ...steps(`g${suffix}`, ['n', 'µ', 'm'], size),
  { unit: `g${suffix}`, scale: 1, from: smallestGram },
  ...steps(`g${suffix}`, ['k'], size),
  ...steps(`t${suffix}`, ['', 'k', 'M', 'G'], { '': 1e6, k: 1e9, M: 1e12, G: 1e15 }),
];

const litres: Ladder = [
  ...steps('L', ['n', 'µ'], size),
  { unit: 'mL', scale: 1e-3, from: 1e-3 * hundredth },
  { unit: 'L', scale: 1 },
  // Litres stay readable up to five digits; cubic metres speak to those who pay a water bill.
  { unit: 'm3', scale: 1e3, from: 1e4 },
];

const money = (currency: string): Ladder => [
  { unit: 'c', scale: 0.01, from: 0 },
  { unit: currency, scale: 1 },
  { unit: `M${currency}`, scale: 1e6 },
];

const ladders: readonly Ladder[] = [
  [
    ...steps('Wh', ['n', 'µ', 'm'], size),
    { unit: 'Wh', scale: 1, from: hundredth },
    ...steps('Wh', ['k', 'M', 'G', 'T'], size),
  ],
  masses('CO2e', hundredth),
  masses('Sbeq', 1),
  litres,
  steps('J', ['n', 'µ', 'm', '', 'k', 'M', 'G', 'T', 'P'], size),
  steps('W', ['m', '', 'k', 'M', 'G'], size),
  steps('FLOP', ['', 'k', 'M', 'G', 'T', 'P'], size),
  ...['EUR', 'USD', 'CAD'].map(money),
];

const ladderOf = new Map(ladders.flatMap((ladder) => ladder.map((step) => [step.unit, ladder] as const)));

export interface Scaled {
  /** Multiply a value by this to have it in `unit`. */
  readonly factor: number;
  readonly unit: string;
}

/** Three digits decide, so that 999.6 Wh is 1 kWh and never "1 000 Wh". */
const rounded = (value: number): number => toDigits(value, 3);

/**
 * The unit in which `magnitude` of `unit` is best read. Of a quotient only the numerator changes (`kgCO2e/kWh` ->
 * `gCO2e/kWh`), except for money, where a quotient is a price and stays as it is quoted.
 */
export function scaleFor(magnitude: number, unit: string): Scaled {
  const [top = '', ...bottom] = unit.split('/');
  const ladder = ladderOf.get(top);
  const from = ladder?.find((step) => step.unit === top);
  const isPrice = bottom.length > 0 && ladder?.[0]?.unit === 'c';
  if (!ladder || !from || isPrice || magnitude === 0) return { factor: 1, unit };
  const base = Math.abs(magnitude) * from.scale;
  const best =
    ladder.findLast((step) => rounded(base / step.scale) * step.scale >= (step.from ?? step.scale)) ??
    ladder[0] ??
    from;
  return { factor: from.scale / best.scale, unit: [best.unit, ...bottom].join('/') };
}
