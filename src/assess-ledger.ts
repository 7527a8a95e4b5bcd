/** The ledger: every value of a calculation, where it comes from, and how much of the width it carries. */
import type { LedgerEntry } from './assessment.ts';
import { usedInputs } from './engine/baseline.ts';
import { mechanisms } from './engine/compiled.ts';
import { constantRange } from './engine/method.ts';
import type { ResolvedInput, ResolvedScenario } from './scenario/resolve/types.ts';

type Shares = ReadonlyMap<string, number> | null;

/** Every value of the calculation once, with the usages that share it. Numbers of the method when they have a width. */
export function ledgerOf(resolved: ResolvedScenario, shares: Shares): LedgerEntry[] {
  return keyedLedgerOf(resolved, shares).map(([, entry]) => entry);
}

/** The ledger with the key under which each value moves in the engine. */
export function keyedLedgerOf(resolved: ResolvedScenario, shares: Shares): (readonly [string, LedgerEntry])[] {
  const rows = new Map<string, { input: ResolvedInput; first: string; last: string; usages: number }>();
  const note = (input: ResolvedInput, usage: string): void => {
    const row = rows.get(input.key);
    if (!row) rows.set(input.key, { input, first: usage, last: usage, usages: 1 });
    else if (row.last !== usage) {
      // Usages come one after the other: another one than the last is a further one.
      row.last = usage;
      row.usages += 1;
    }
  };
  const used = new Set<string>();
  for (const usage of resolved.usages) {
    for (const part of usage.parts) {
      const names = usedInputs(part);
      for (const mechanism of part.mechanisms) used.add(mechanism);
      for (const input of part.inputs) if (input.key !== '' && names.has(input.id)) note(input, usage.id);
    }
  }
  note(resolved.carbonPrice, '');
  const runs = new Set(resolved.usages.flatMap(({ id, estimator }) => (estimator === 'training' ? [id] : [])));
  const entries = [...rows.values()].map(({ input, first, usages }): readonly [string, LedgerEntry] => {
    const owner = runs.has(first)
      ? `training.${first}`
      : input.key.startsWith('functional_unit')
        ? 'functional_unit'
        : usages > 1
          ? 'usages.*'
          : `usages.${first}`;
    const entry: LedgerEntry = {
      path: first === '' || input.field.startsWith('catalog.') ? input.field : `${owner}.${input.field}`,
      input: input.id,
      value: input.range,
      unit: input.unit,
      status: input.status,
      source: input.source,
      year: input.year,
      usages,
      ...(input.note === undefined ? {} : { note: input.note }),
      widthShare: shares ? (shares.get(input.key) ?? 0) : null,
    };
    return [input.key, entry];
  });
  return [...entries, ...uncertainConstants(used, shares)];
}

function uncertainConstants(used: ReadonlySet<string>, shares: Shares): (readonly [string, LedgerEntry])[] {
  return mechanisms
    .filter((mechanism) => used.has(mechanism.id))
    .flatMap((mechanism) =>
      Object.entries(mechanism.constants)
        .map(([id, constant]): readonly [string, LedgerEntry] => {
          const path = `method.${mechanism.id}.${id}`;
          const entry: LedgerEntry = {
            path,
            input: id,
            value: constantRange(constant),
            unit: constant.unit,
            status: 'method',
            source: constant.source,
            year: constant.year,
            usages: 0,
            note: constant.meaning,
            widthShare: shares ? (shares.get(path) ?? 0) : null,
          };
          return [path, entry];
        })
        .filter(([, { value }]) => value.low < value.high),
    );
}
