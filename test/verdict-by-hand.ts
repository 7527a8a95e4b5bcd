/** Figures of a use made by hand for tests of the verdict, and what it is held to. */
import type { Figures } from '../src/verdict/axes.ts';
import type { Names } from '../src/verdict/break-even.ts';
import type { Limits } from '../src/verdict/decide-rows.ts';
import type { JudgeOptions } from '../src/verdict/judge.ts';

export const one = (value: number) => Float64Array.of(value);
/** 100 kg for 50 results, 2 kg each, no value stated. */
export const figures = (more: Partial<Figures> = {}): Figures => ({
  footprint: one(100), after: undefined, results: one(50), perResult: one(2), perResultAfter: one(2), others: one(0),
  othersAfter: one(0), units: one(25), rebound: one(0), avoided: [], economic: undefined, carbonPrice: one(0.2),
  social: undefined, alternatives: [], ...more,
}); // prettier-ignore
type Economic = NonNullable<Figures['economic']>;
export const economic = (more: Partial<Economic> = {}): Economic => ({
  benefit: one(500), time: null, cost: one(300), costAfter: one(300), perResult: { benefit: false, cost: false }, ...more,
}); // prettier-ignore
export const avoided = (amount: number | null, perResult = false) => ({
  amount: amount === null ? null : one(amount), factor: one(1), perResult,
}); // prettier-ignore
export const limits: Limits = { ghg: null, ghgPerUnit: null, perResult: 3, lighter: 0.5 };
export const names: Names = { currency: 'EUR', avoided: [{ name: 'trips', unit: 'km' }, { name: 'paper', unit: 'kg' }], isWhole: true }; // prettier-ignore
const fields = {
  footprint: 'FOOTPRINT', avoided: 'AVOIDED', benefit: 'BENEFIT', cost: 'COST', alternatives: 'ALTERNATIVES',
  results: 'RESULTS', value: 'VALUE',
}; // prettier-ignore
export const options = (more: Partial<JudgeOptions> = {}): JudgeOptions => ({
  limits, scale: { A: 100, B: 1000, C: 2000, D: 10_000 }, agreement: 0.8, highValue: 2, names, fields,
  widthShares: () => new Map(), ...more,
}); // prettier-ignore
