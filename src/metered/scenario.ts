/** Combinations of a log as a scenario: usages whose numbers are means, which the sums of the rows take the place of. */
import type { ScenarioText } from '../prepare.ts';
import { defaultsOnly, type DefaultsText } from './defaults.ts';

export interface MeteredUsage {
  readonly id: string;
  readonly model: string;
  readonly provider?: string;
  readonly region?: string;
  readonly requests: number;
  readonly iterations: 1;
  readonly tokens?: Readonly<Partial<Record<'input' | 'cached_input' | 'output' | 'reasoning', number>>>;
  readonly embeddings?: { readonly tokens: number };
}

/** Money of an export of costs. */
export interface SpendUsage {
  readonly id: string;
  /** `12.5 USD` */
  readonly spend: string;
}

/** Name of the scenario that is made, for messages: nothing in it was written by the user. */
const scenarioName = 'log';

export function scenarioOf(
  name: string,
  usages: readonly (MeteredUsage | SpendUsage)[],
  defaults: DefaultsText | undefined,
): ScenarioText {
  const [, folder = '', base = ''] = /^(.*[\\/])?([^\\/]*)$/s.exec(defaults?.file ?? '') ?? [];
  return {
    file: `${folder}${scenarioName}`,
    text: JSON.stringify({ name, period: 'once', ...(defaults ? { extends: base } : {}), usages }),
    load: () => (defaults ? defaultsOnly(defaults) : ''),
  };
}
