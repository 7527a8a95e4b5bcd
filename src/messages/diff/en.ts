/** The words of a diff, in English. */
import type { ChangeCause, Criterion, Period } from '../../assessment.ts';

const criteria: Record<Criterion, string> = {
  energy: 'energy',
  ghg: 'greenhouse gases',
  water: 'water',
  adpe: 'abiotic resources',
  primary_energy: 'primary energy',
  climate_cost: 'climate cost',
};

const periods: Record<Period, string> = {
  year: 'a year',
  month: 'a month',
  week: 'a week',
  day: 'a day',
  once: 'in all',
};

const causes: Record<ChangeCause, string> = {
  input: 'the scenario',
  data: 'data',
  method: 'method',
  version: 'version',
  options: 'options',
};

export const en = {
  criteria,
  periods,
  causes,
  rises: (what: string, change: string) => `${what} rise: ${change}`,
  falls: (what: string, change: string) => `${what} fall: ${change}`,
  unclear: (what: string, change: string) => `${what} change inside the uncertainty: ${change}`,
  unknownNow: (what: string, value: string) => `${what}: ${value} before, unknown after`,
  unknownThen: (what: string, value: string) => `${what}: unknown before, ${value} after`,
  unknown: (what: string) => `${what}: unknown before and after`,
  same: (what: string) => `${what} do not change`,
  between: (before: string, after: string) => `${before} -> ${after}`,
  whole: 'whole scenario',
  usage: (id: string) => `usage ${id}`,
  perUnit: (unit: string) => `per ${unit}`,
  columns: { figure: '', before: 'before', after: 'after', change: 'change' },
  notThere: 'unknown',
  equal: (count: string) => `${count} figures do not change`,
  nothing: 'no figure changes',
  noInterval: 'changes are of central values: a saved result holds no draws',
  onCommon: 'changes are on common draws: what both sides share cancels',
  heading: { why: 'WHY', sheet: 'BALANCE SHEET' },
  causeIs: 'the scenario changed: data and method are those of today on both sides',
  cause: (cause: string, from: string, to: string) => `${cause}: ${from} -> ${to}`,
  causeScenario: 'the scenario is not the one that was assessed',
  more: (count: string) => `and ${count} more`,
  change: (usage: string, field: string, from: string, to: string) => `${usage} ${field} ${from} -> ${to}`,
  none: 'none',
  sheet: {
    columns: { parameter: 'parameter', before: 'before', after: 'after', note: 'note' },
    lines: {
      host: 'host',
      place: 'place',
      grid: 'grid intensity',
      pue: 'PUE',
      wue: 'WUE',
      energy: 'energy a request',
      water: 'water a request',
      model: 'model',
      accelerator: 'GPU model',
      accelerators: 'GPUs',
      utilisation: 'utilisation',
      users: 'users',
      requests: 'requests',
      iterations: 'prompts a result',
      input_tokens: 'tokens in',
      output_tokens: 'tokens out',
    },
    groups: { place: 'place', users: 'users', model: 'model', work: 'work', hardware: 'hardware' },
    notPublished: 'not published',
    notStated: 'not stated',
    ownFigures: (source: string) => (source === '' ? 'own figures' : `own figures (${source})`),
    divides: (factor: string) => `divides by ${factor}`,
    multiplies: (factor: string) => `multiplies by ${factor}`,
    noEffect: 'no part in the result',
    assumed: '* not given: assumed',
    alone: 'notes: what each does alone to the greenhouse gases of before',
    comesFrom: (falls: boolean, from: string, not: string) =>
      `The ${falls ? 'fall' : 'change'} comes from ${from}${not === '' ? '' : `, not from ${not}`}.`,
    and: (names: readonly string[]) =>
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    or: (names: readonly string[]) =>
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`,
    the: { place: 'the place', users: 'the users', model: 'the model', work: 'the work', hardware: 'the hardware' },
  },
};

export type DiffWords = typeof en;
