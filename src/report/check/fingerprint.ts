/** What an item is, whatever its figures: a host tells a known finding from a new one by it. */
import type { Item } from '../../verdict/budget/types.ts';

export function identityOf({ file, usage, budget }: Item): string {
  return [file, usage ?? '', budget.id, budget.key, budget.scenarios.join(), budget.usages.join()].join('\n');
}

/** FNV-1a twice with two seeds: 16 hexadecimal digits that depend on the text alone. */
export function fingerprint(text: string): string {
  const half = (seed: number): string => {
    let hash = 0x811c9dc5 ^ seed;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0) + half(0x9e3779b9);
}
