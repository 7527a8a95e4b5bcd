/** What one run knows about a scenario: the shape that every report reads and that the verdict judges. */
import type { Period, Projection, TrainingSummary } from './assessment/horizon.ts';
import type { Impacts } from './assessment/impact.ts';
import type { LedgerEntry } from './assessment/ledger.ts';
import type { Practices } from './assessment/practices.ts';
import type { DataQuality } from './assessment/quality.ts';
import type { TableSummary } from './assessment/table.ts';
import type { UsageResult } from './assessment/usage.ts';
import type { ValueVersusImpact } from './assessment/verdict.ts';
import type { Range } from './units.ts';

export * from './assessment/impact.ts';
export * from './assessment/second-opinion.ts';
export * from './assessment/quality.ts';
export * from './assessment/ledger.ts';
export * from './assessment/work.ts';
export * from './assessment/usage.ts';
export * from './assessment/horizon.ts';
export * from './assessment/practices.ts';
export * from './assessment/value.ts';
export * from './assessment/verdict.ts';
export * from './assessment/questions.ts';
export * from './assessment/table.ts';
export * from './assessment/ranking.ts';

/** Why a saved result may no longer hold. */
export const changeCauses = ['input', 'data', 'method', 'version', 'options'] as const;
export type ChangeCause = (typeof changeCauses)[number];

/** What a footprint may count. */
export const boundaryItems = [
  'electricity',
  'water',
  'hardware',
  'supply-chain-of-spend',
  'training',
  'network',
  'devices',
  'storage',
  'building',
] as const;
export type BoundaryItem = (typeof boundaryItems)[number];

export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly file?: string;
  readonly line?: number;
}

export interface Equivalent {
  readonly id: string;
  readonly label: string;
  readonly labelFr: string;
  readonly unit: string;
  readonly amount: Range;
  readonly factor: number;
  readonly factorUnit: string;
  readonly source: string;
  readonly year: number;
}

export interface MarketBased {
  readonly market: Range;
  readonly location: Range;
}

export interface Assessment {
  readonly tool: { readonly version: string; readonly method: string; readonly dataVersion: string };
  readonly scenario: {
    readonly name: string;
    readonly file: string;
    /** Of the bytes of the file and of the files it extends. */
    readonly sha256: string;
    readonly functionalUnit: string;
    readonly volume: Range | null;
    /** `year`, `month`, `week`, `day`, or `once` for a job done one time. */
    readonly period: Period;
  };
  readonly baseline: {
    readonly impacts: Impacts;
    readonly usages: readonly UsageResult[];
    /** Operation by contract, and of the same usages by place, kgCO2e; absent where no usage gives a contract. */
    readonly marketBased?: MarketBased;
    /** Absent where the scenario lists its usages. */
    readonly table?: TableSummary;
  };
  readonly training?: TrainingSummary;
  readonly projection?: Projection;
  /** Software Carbon Intensity, kgCO2e for a functional unit; null where a part of the use is unknown. */
  readonly sci?: Range | null;
  /** Null where none is stated, suggested or asked for, or where greenhouse gases are unknown. */
  readonly practices: Practices | null;
  /** Null where no value is stated and no verdict was asked for. */
  readonly verdict: ValueVersusImpact | null;
  readonly equivalents: readonly Equivalent[];
  readonly carbonPrice: {
    readonly value: Range;
    readonly unit: string;
    readonly source: string;
    readonly assumed: boolean;
  };
  /** How the intervals were made: so many draws from a seed, or propagation of error where there are too many usages. */
  readonly uncertainty: {
    readonly method: 'draws' | 'propagation';
    readonly samples: number;
    readonly seed: number | null;
  };
  readonly ledger: readonly LedgerEntry[];
  readonly inputs: { readonly given: number; readonly assumed: number };
  readonly dataQuality: DataQuality;
  readonly warnings: readonly Warning[];
  readonly boundary: {
    readonly counted: readonly BoundaryItem[];
    /** Should be counted, and no figure is known. */
    readonly unknown: readonly BoundaryItem[];
    readonly notCounted: readonly BoundaryItem[];
  };
}
