/** What is asked of a log: the command line, and what came of it. */
import type { Catalog } from '../../catalog/index.ts';
import type { DefaultsText } from '../../metered/defaults.ts';
import type { ResolveOptions } from '../../metered/resolve.ts';
import type { PreparedScenario } from '../../prepare.ts';
import type { UsageFormat } from '../../report/usage/index.ts';
import type { CostReader } from '../../usage-log/costs.ts';
import type { LogQuery, Reader } from '../../usage-log/types.ts';
import type { DrawingOptions } from '../terminal.ts';
import type { EngineOptions } from './engine-options.ts';

export interface UsageOptions extends DrawingOptions, EngineOptions {
  readonly by?: string;
  readonly map?: readonly string[];
  readonly reader?: string;
  readonly mapping?: string;
  readonly region?: string;
  readonly defaults?: string;
  readonly plan?: string;
  readonly toScenario?: string;
  readonly maxRefused: number;
  readonly top: number;
  readonly strict?: true;
  readonly format?: UsageFormat;
  readonly output?: readonly string[];
  readonly catalog?: string;
  readonly samples: number;
  readonly seed: number;
  readonly maxErrors: number;
  readonly quiet?: true;
}

export interface Asked {
  readonly plan: PreparedScenario | undefined;
  readonly catalog: Catalog;
  readonly defaults: DefaultsText | undefined;
  readonly by: readonly string[];
  readonly reader: Reader | CostReader | undefined;
}

export interface Work extends Asked {
  readonly queryOf: (reader: Reader) => LogQuery;
  readonly resolving: ResolveOptions;
}
