/** What a usage does, besides plain text, in its own measure. */
import type { Range } from '../units.ts';

/** Who runs the machines: it decides the scope of their emissions. */
export const hostings = ['service', 'cloud', 'own'] as const;
export type Hosting = (typeof hostings)[number];

/** What work is counted in, where it is not requests. */
export const workUnits = ['image', 'video-second', 'audio-minute', 'million-tokens'] as const;
export type WorkUnit = (typeof workUnits)[number];

/** Energy (kWh) and greenhouse gases (kgCO2e) of one piece of work; its training left out. */
export interface PerWork {
  readonly unit: WorkUnit;
  readonly energy: Range | null;
  readonly ghg: Range | null;
}

/** Accelerators that would work all the time. */
export interface BusyMachines {
  readonly accelerator: string;
  readonly count: Range;
}

/** What a usage does besides plain text, in its own measure. */
export interface WorkFacts {
  readonly unit: WorkUnit;
  /** Pictures, seconds, minutes or millions of tokens of a prompt. */
  readonly amount: Range;
  /** `1024 x 1024`; absent where there is nothing to see. */
  readonly size?: string;
  readonly steps?: Range;
}

/** What a usage is, for the line that introduces it. Absent is not given. */
export interface UsageFacts {
  readonly model?: string;
  /** Regions and zones; null where the scenario gives figures of its own. */
  readonly place: string | null;
  readonly placeAssumed: boolean;
  readonly task?: string;
  readonly iterations?: Range;
  readonly inputTokens?: Range;
  readonly inputAssumed?: boolean;
  readonly outputTokens?: Range;
  readonly outputAssumed?: boolean;
  readonly work?: WorkFacts;
  /** Messages of a conversation, steps of an agent. */
  readonly turns?: Range;
  readonly agentSteps?: Range;
  readonly hosting?: Hosting;
}
