/** What can be asked for: figures of the result, and names of the method. */
import { criteria, type Criterion } from '../assessment.ts';
import { phaseOutputs } from '../engine/criteria.ts';
import { methodNames } from '../engine/trace.ts';

type Computed = keyof typeof phaseOutputs;

/** A figure of the result. `phase` is null for the whole criterion; `spend` is what comes from money. */
export interface ResultName {
  readonly criterion: Criterion;
  readonly phase: string | null;
  readonly perUnit: boolean;
}

/** Phases of a criterion with the quantity that holds each. */
export function outputsOf(criterion: Criterion): readonly (readonly [phase: string, quantity: string])[] {
  if (!(criterion in phaseOutputs)) return [];
  const phases = Object.entries(phaseOutputs[criterion as Computed]);
  return criterion === 'ghg' ? [...phases, ['spend', 'ghg_spend_total']] : phases;
}

const results: ReadonlyMap<string, ResultName> = new Map(
  criteria.flatMap((criterion): [string, ResultName][] => {
    const phases = outputsOf(criterion);
    return [
      [criterion, { criterion, phase: null, perUnit: false }],
      [`${criterion}.per_unit`, { criterion, phase: null, perUnit: true }],
      // A criterion of one phase is that phase.
      ...phases.map(([phase]): [string, ResultName] => [
        `${criterion}.${phase}`,
        { criterion, phase: phases.length === 1 ? null : phase, perUnit: false },
      ]),
    ];
  }),
);

const aliases: Readonly<Record<string, string>> = { ghg_total: 'ghg', climate_cost_total: 'climate_cost' };

/** A key of the JSON result, `baseline.impacts.ghg.phases.operation.central`, as a name to ask for. */
function shortened(name: string): string {
  const short = name
    .trim()
    .replace(/^baseline\.impacts\./, '')
    .replace('.phases.', '.')
    .replace(/\.(low|central|high)$/, '')
    .replace(/\.total$/, '');
  return aliases[short] ?? short;
}

export type Asked =
  { readonly name: string; readonly result: ResultName } | { readonly name: string; readonly result: null } | undefined;

/** Reads what was asked for; undefined when there is no such figure. */
export function askedFor(written: string): Asked {
  const name = shortened(written);
  const result = results.get(name);
  if (result) {
    const { criterion, phase, perUnit } = result;
    return { name: perUnit ? name : phase === null ? criterion : `${criterion}.${phase}`, result };
  }
  return methodNames().includes(name) ? { name, result: null } : undefined;
}

/** Everything that can be asked for. */
export function allNames(): readonly string[] {
  return [...results.keys(), ...methodNames()];
}
