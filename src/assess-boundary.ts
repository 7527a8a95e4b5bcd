/** What a result counts, what it could not count, and what it leaves out. */
import { boundaryItems, type Assessment, type BoundaryItem, type Phase } from './assessment.ts';
import type { EvaluatedUsage } from './evaluate-scenario.ts';

export function boundaryOf(usages: readonly EvaluatedUsage[]): Assessment['boundary'] {
  const has = (criterion: 'energy' | 'ghg' | 'water', phase: Phase): boolean =>
    usages.some(({ responses }) => responses.criteria[criterion].phases.has(phase));
  const counts = (item: BoundaryItem): boolean => usages.some(({ resolved }) => resolved.counted?.includes(item));
  const fromMoney = usages.some(({ resolved }) => resolved.estimator === 'spend');
  const isCounted: Readonly<Record<BoundaryItem, boolean>> = {
    electricity: has('energy', 'operation') || has('ghg', 'operation'),
    water: has('water', 'operation'),
    hardware: has('ghg', 'embodied'),
    'supply-chain-of-spend': fromMoney,
    training: has('ghg', 'training'),
    network: counts('network'),
    devices: counts('devices'),
    storage: counts('storage'),
    building: false,
  };
  // Within the boundary, but of no usage known: neither counted nor left out by choice.
  const onlyMoney = usages.every(({ resolved }) => resolved.estimator === 'spend');
  const isAsked = usages.some(({ resolved }) =>
    resolved.reasons.some((reason) => reason === 'training-not-published' || reason === 'training-not-shared'),
  );
  const used: readonly BoundaryItem[] = onlyMoney ? [] : ['electricity', 'water', 'hardware'];
  const wanted: readonly BoundaryItem[] = isAsked ? [...used, 'training'] : used;
  const counted = boundaryItems.filter((item) => isCounted[item]);
  const unknown = wanted.filter((item) => !isCounted[item]);
  const others = boundaryItems.filter((item) => !counted.includes(item) && !unknown.includes(item));
  return { counted, unknown, notCounted: others.filter((item) => item !== 'supply-chain-of-spend') };
}
