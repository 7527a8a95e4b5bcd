/** Whether a saved result still holds, in English. */
import type { ChangeCause } from '../assessment.ts';

const causes: Record<ChangeCause, string> = {
  input: 'input: the scenario is not the one that was assessed (sha256)',
  data: 'data',
  method: 'method',
  version: 'version',
  options: 'options',
};

export const verify = {
  equal: (name: string) => `${name}: equal, every figure holds`,
  moved: (name: string, count: string) => `${name}: ${count} figures differ`,
  movedOne: (name: string) => `${name}: 1 figure differs`,
  changed: 'changed',
  nothingChanged:
    'neither input, data, method, version nor options differ: the saved file was edited, or --catalog is not the one it was made with',
  causes,
  /** In a column: the whole scenario. */
  whole: 'scenario',
  unknown: 'unknown',
  otherValues: (count: string, first: string) => `and ${count} other values, the first is ${first}`,
  more: (count: string) => `and ${count} more figures: \`--format json\` has them all`,
};
