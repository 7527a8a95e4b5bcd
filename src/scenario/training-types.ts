/** `training:` after reading. */
import type { Given, Location } from './types.ts';

export interface TrainingRun {
  readonly id: string;
  /** `training[0]`. */
  readonly path: string;
  readonly description?: string;
  /** A model of the catalogue, whose published training this run takes the place of, or whose size it has. */
  readonly model?: string;
  readonly accelerator?: string;
  /** device */
  readonly count?: Given;
  /** h */
  readonly hours?: Given;
  /** h, all accelerators together. */
  readonly gpu_hours?: Given;
  /** Over the period. */
  readonly runs?: Given;
  /** W of one accelerator. */
  readonly power?: Given;
  readonly host?: Given;
  readonly pue?: Given;
  readonly locations: readonly Location[];
  /** kWh at the meter of the data centre, kgCO2e, L: of the whole training. */
  readonly energy?: Given;
  readonly ghg?: Given;
  readonly water?: Given;
  /** token */
  readonly tokens?: Given;
  /** Gparameter */
  readonly parameters?: Given;
  readonly method: 'full' | 'lora';
  readonly share?: Given;
  /** request, in the life of the model. */
  readonly serves?: Given;
  readonly development?: Given;
  /** Fields given as `unknown`. */
  readonly unknown: readonly string[];
}

/** Whether published training is counted, and the runs of one's own. */
export interface Training {
  readonly mode: 'include' | 'exclude' | 'runs';
  readonly runs: readonly TrainingRun[];
}
