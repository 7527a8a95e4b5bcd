/** A text usage by two methods, and what turns the one into the other. */
import type { Range } from '../units.ts';

/** How a text usage is estimated: by the method of this project, or by the equations of another, pinned. */
export const methods = ['ai-footprint', 'ecologits'] as const;
export type Method = (typeof methods)[number];

/** Each method with the version that is declared in src/method, as a result names it. */
export const methodVersions: Readonly<Record<Method, string>> = {
  'ai-footprint': 'ai-footprint/1',
  ecologits: 'ecologits/0.9.1',
};

/** What differs between the two methods, in the order in which one is turned into the other. */
export const differences = [
  'batch',
  'input-tokens',
  'bits',
  'accelerators',
  'idle',
  'host',
  'parallel-samples',
  'formula',
] as const;
export type Difference = (typeof differences)[number];

/** One change on the way from one method to the other. */
export interface DifferenceStep {
  readonly cause: Difference;
  /** Value of the input before and after; null where more than one number changes. */
  readonly from: number | null;
  readonly to: number | null;
  /** Energy after over energy before. */
  readonly factor: number;
}

/** What a method says of one kept result. */
export interface Opinion {
  readonly method: Method;
  /** Facility energy, kWh. */
  readonly energy: Range;
  /** Operation and hardware, kgCO2e. */
  readonly ghg: Range;
}

/** A text usage by both methods. */
export interface SecondOpinion {
  /** Central values with their 5-95 % interval. */
  readonly own: Opinion;
  /** Central values, and the minimum and maximum that the sizes of the model give. */
  readonly other: Opinion;
  /** Energy of the other over the own, central values. */
  readonly ratio: number;
  /** Their factors multiply to the ratio. */
  readonly steps: readonly DifferenceStep[];
}
