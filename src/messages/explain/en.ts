/** Words of `explain`, in English. */
import type { Criterion, Status } from '../../assessment.ts';

const criteria: Readonly<Record<Criterion, string>> = {
  energy: 'energy',
  ghg: 'greenhouse gases',
  water: 'water consumed',
  adpe: 'abiotic resources used up',
  primary_energy: 'primary energy',
  climate_cost: 'climate cost',
};

const statuses: Readonly<Record<Status | 'implied', string>> = {
  given: 'given',
  'given-range': 'given as a range',
  catalogue: 'catalogue',
  default: 'assumed',
  unknown: 'assumed (the scenario says unknown)',
  method: 'constant of the method',
  implied: 'implied by the scenario',
};

const phases: Readonly<Record<string, string>> = {
  operation: 'operation',
  embodied: 'making of the hardware',
  training: 'training',
  spend: 'usages estimated from money',
};

export const explainEn = {
  criteria,
  statuses,
  ofScenario: (what: string) => `${what} of the scenario over its period`,
  ofUsage: (what: string, usage: string) => `${what} of usage ${usage} over the period`,
  ofResult: (what: string, usage: string) => `${what} of one kept result of usage ${usage}`,
  ofKept: (usage: string) => `kept results of usage ${usage} over the period`,
  ofUnit: (what: string) => `${what} of one functional unit`,
  ofVolume: 'functional units delivered over the period',
  phase: (what: string, phase: string) => `${what}: ${phases[phase] ?? phase}`,
  /** Which usage the derivation follows below the sums. */
  opened: (usage: string) => `usage ${usage}`,
  openedPart: (usage: string, part: string, count: string) => `usage ${usage}, ${part} of ${count}`,
  ofRequests: (share: string) => `(${share} of its requests)`,
  central: 'at central values; [low - high] is the 5 to 95 % interval',
  seeAbove: 'see above',
  notOpened: (names: string) => `reads ${names} (deeper: --depth)`,
  /** Splits of src/explain/explanation.ts. */
  part: { place: (number: string) => `place ${number}`, part: (number: string) => `part ${number}` },
  moreTerms: (count: number) => `and ${count} more: --format json has them all`,
  mechanism: (id: string) => `mechanism ${id}`,
  source: (source: string) => `source ${source}`,
  by: (how: string, path: string) => `${how}: ${path}`,
  note: (text: string) => `note: ${text}`,
  sources: 'SOURCES',
  unknown: (quantity: string) => `${quantity} is unknown`,
  missing: (names: string) => `nothing gives ${names}`,
  givenBy: (names: string) => `it is computed by ${names}, which does not estimate this usage`,
  notUsed: 'the way this usage is estimated does not use it',
  heads: ['figure', 'value', 'low - high', 'where from', 'source'] as readonly string[],
  inputs: 'Inputs and constants',
};

export type ExplainMessages = typeof explainEn;
