/** Where the scenario gives an input, or would give it: what a person looks for to settle a verdict. */
import { usedInputs } from '../engine/baseline.ts';
import type { ResolvedInput, ResolvedScenario } from '../scenario/resolve/types.ts';
import type { ResolvedValue } from '../scenario/resolve/value-types.ts';

/** Path of every key that a usage or its practices read. */
export function pathsOf({ usages, volume }: ResolvedScenario): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const note = (input: ResolvedInput, owner: string): void => {
    if (input.key === '') return;
    const own = input.field.startsWith('catalog.') ? input.field : `${owner}.${input.field}`;
    const known = paths.get(input.key);
    // Shared by several usages.
    paths.set(input.key, known === undefined || known === own ? own : `usages.*.${input.field}`);
  };
  for (const { id, parts, practices } of usages) {
    for (const part of parts) {
      const names = usedInputs(part);
      for (const input of part.inputs) if (names.has(input.id)) note(input, `usages.${id}`);
    }
    for (const { inputs, factor } of practices) {
      for (const input of [...inputs, ...(factor ? [factor] : [])]) note(input, `usages.${id}.practices`);
    }
  }
  if (volume) paths.set(volume.key, `functional_unit.${volume.field}`);
  return paths;
}

/** A key that no usage reads is a place of the file, or a number of the method, by itself. */
export const pathOf = (paths: ReadonlyMap<string, string>, key: string): string => paths.get(key) ?? key;

/** Value inputs by the place of the file that gives them. */
export function valuePaths(blocks: readonly ResolvedValue[]): [string, string][] {
  return blocks.flatMap(({ avoided, alternatives, economic, social, rebound }) =>
    [
      ...avoided.flatMap(({ amount, factor }) => [amount.input, factor]),
      ...alternatives.flatMap(({ ghg }) => (ghg ? [ghg.input] : [])),
      ...(economic
        ? [economic.benefit, economic.cost].flatMap((each) => (each && each !== 'unknown' ? [each.input] : []))
        : []),
      ...(economic?.time ? [economic.time.minutes, economic.time.hourlyCost] : []),
      ...(social ? [social.score] : []),
      ...(rebound ? [rebound] : []),
    ].map(({ key, field }): [string, string] => [key, field]),
  );
}
