/** The measured configurations by the equations of EcoLogits 0.9.1: what another published method says of them. */
import { defaultCatalog } from '../../src/catalog/index.ts';
import { centralFigures } from '../../src/engine/central-figures.ts';
import { prepare } from '../../src/prepare.ts';
import { rowsOf, type Row } from './rows.ts';
import { factor90, median, medianError, percent } from './statistics.ts';
import type { Compared } from './validate.ts';

interface Opinion {
  /** estimate / measured, GPU energy of a request: with its own batch of 64 and number of accelerators. */
  readonly shipped: number;
  /** The same with the batch and the accelerators of the measurement. */
  readonly deployed: number;
}

function opinionOf({ id, total, active, accelerators, batch, output, energy }: Row): Opinion {
  const usage = {
    id: 'measured',
    model: { total_parameters: total, active_parameters: active },
    tokens: { output, reasoning: 0 },
    requests: 1,
    pue: 1,
  };
  const text = JSON.stringify({ name: id, period: 'once', usages: [usage] });
  const settings = { catalog: defaultCatalog(), method: 'ecologits', both: false, practices: [] } as const;
  const [part] = prepare({ file: id, text, load: () => '' }, settings).resolved.usages[0]?.parts ?? [];
  if (!part) throw new Error(`${id}: no estimate`);
  const wanted = ['gpu_energy_per_token', 'accelerators'];
  const ratio = (given: ReadonlyMap<string, number>, own?: number): number => {
    const figures = centralFigures(part, wanted, given);
    const count = own ?? figures.get('accelerators') ?? Number.NaN;
    // Wh a token, of one accelerator.
    return ((figures.get('gpu_energy_per_token') ?? Number.NaN) * count * output) / energy;
  };
  return { shipped: ratio(new Map()), deployed: ratio(new Map([['batch', batch]]), accelerators) };
}

export const opinionsOf = (root: string): readonly Opinion[] => rowsOf(root).map(opinionOf);

/** The part of docs/validation.md that sets the two methods beside each other. */
export function opinionReport(all: readonly Compared[], opinions: readonly Opinion[]): string {
  const line = (name: string, ratios: readonly number[]): string =>
    `| ${name} | ${percent(medianError(ratios))} | x${factor90(ratios).toFixed(2)} | x${median(ratios).toFixed(2)} |`;
  return [
    '',
    '## Against EcoLogits 0.9.1',
    '',
    'GPU energy of the same 108 rows by its equations, server, idle capacity and PUE left out on both sides. As shipped it counts a batch',
    'of 64, 16 bits and accelerators of its own reckoning. It counts no input tokens. With the deployment unknown the two are about as far off in the median: the batch decides,',
    'and neither knows it; ours then says so by its interval.',
    '',
    '| method | median error | 9 of 10 within | bias |',
    '|---|---|---|---|',
    line('ours, deployment known', all.map(({ row, known }) => known.central / row.energy)), // prettier-ignore
    line('EcoLogits, batch and accelerators known', opinions.map(({ deployed }) => deployed)), // prettier-ignore
    line('ours, deployment unknown', all.map(({ row, unknown }) => unknown.central / row.energy)), // prettier-ignore
    line('EcoLogits, as shipped', opinions.map(({ shipped }) => shipped)), // prettier-ignore
    '',
  ].join('\n');
}
