/**
 * What `import { assess, sweep } from 'ai-footprint'` gives: the calculation of the command line without files, streams, clock or
 * network, so that it runs in a browser as well.
 */
import { assess as assessText, type AssessOptions } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { defaultCatalog, type Catalog } from './catalog/index.ts';
import { fewestDraws, isDrawCount, mostDraws } from './draw-count.ts';
import { InputError, problem } from './errors.ts';
import { hash } from './hash.ts';
import type { ScenarioText } from './prepare.ts';
import type { TableSource } from './scenario/table/rows.ts';
import { sweepRows, type SweepRows } from './sweep-rows.ts';

/** YAML or JSON text of a scenario, alone or with its name and with what it names. */
export type ScenarioInput = string | (Pick<ScenarioText, 'text'> & Partial<ScenarioText>);

function scenarioText(input: ScenarioInput): ScenarioText {
  const { file = 'scenario.yaml', load, ...given } = typeof input === 'string' ? { text: input } : input;
  const missing = (target: string): never => {
    throw new InputError([problem('file-not-found', { file: target })]);
  };
  return { ...given, file, load: load ?? missing };
}

/**
 * Footprint, good practices and verdict of a scenario, as `ai-footprint assess` computes them.
 * Shape    `toJson(assessment)` is the published result; `assessment.baseline.impacts.ghg.total` is { low, central, high }.
 * Units    those of the result: energy kWh, ghg kgCO2e, water L, adpe kgSbeq, primary_energy MJ, over the period.
 * Errors   InputError, whose `problems` have code, message, place and fix.
 * Example  assess('name: A\nusages: [{ id: a, model: gpt-4o, requests: 1000/year, tokens: { output: 100 } }]')
 */
export function assess(input: ScenarioInput, options: Partial<AssessOptions> = {}): Assessment {
  const { samples = 0 } = options;
  if (!isDrawCount(samples)) {
    const reason = `samples are 0, or a whole number from ${fewestDraws} to ${mostDraws}: not ${samples}`;
    throw new InputError([problem('bad-option', { reason })]);
  }
  return assessText(scenarioText(input), {
    ...options,
    catalog: options.catalog ?? defaultCatalog(),
    hash: options.hash ?? hash,
  });
}

export interface SweepSettings {
  /** `PATH=VALUES` as on the command line: `region=all`, `iterations=1..5`, `model=@small`. */
  readonly vary: readonly string[];
  /** So many combinations by Latin hypercube, instead of all; `seed` is 1 when absent. */
  readonly sample?: number;
  readonly seed?: number;
  readonly catalog?: Catalog;
}

/**
 * Every combination of the values of some fields, at central values, as `ai-footprint sweep` computes them.
 * Shape    an async iterable of rows, in the order of the fields; nothing is computed before it is iterated, and a chunk at a time then.
 * Errors   InputError at once: of the scenario, of a field that no usage has, of a value that it cannot have.
 * Example  for await (const { values, results } of sweep(text, { vary: ['iterations=1..3'] })) ...
 */
export function sweep(input: ScenarioInput, { catalog = defaultCatalog(), ...settings }: SweepSettings): SweepRows {
  return sweepRows(scenarioText(input), { ...settings, catalog });
}

/** A table that is a text already, for `table` of a scenario whose usages are `{ from, columns }`. */
export function tableOfText(text: string): TableSource {
  return { pieces: [text], sha256: () => hash([text]) };
}
