/** Hand-built assessments: figures in the right order of magnitude, invented. */
import { phases as phaseNames } from '../src/assessment.ts';
import type { Assessment, DataQuality, Impact, Impacts, LedgerEntry, UsageResult } from '../src/assessment.ts';
import type { Range } from '../src/units.ts';

export const range = (low: number, central: number, high: number): Range => ({ low, central, high });
export const exact = (value: number): Range => range(value, value, value);

const times = (each: Range | null, factor: number): Range | null =>
  each && range(each.low * factor, each.central * factor, each.high * factor);

/** Every figure rests on an assumed value unless `assumed` says otherwise. */
function impact(unit: string, total: Range | null, units: number | null, more: Partial<Impact> = {}): Impact {
  const { phases = {} } = more;
  const known = phaseNames.filter((phase) => phases[phase]);
  return {
    unit,
    total,
    perUnit: units === null ? null : times(total, 1 / units),
    phases,
    missing: [],
    bound: null,
    assumed: total === null ? [] : ['total', ...known],
    ...more,
  };
}

/** Impacts whose size follows from the energy of the period in kWh. */
export function impacts(energy: Range, units: number | null, more: Partial<Impact> = {}): Impacts {
  const low = energy.low === energy.high ? 1 : 0.9;
  const whole = range(energy.low * 0.427 * low, energy.central * 0.427, energy.high * 0.427);
  return {
    energy: impact('kWh', energy, units, { phases: { operation: energy }, ...more }),
    ghg: impact('kgCO2e', whole, units, {
      phases: {
        operation: times(whole, 741 / 812),
        embodied: times(whole, 52 / 812),
        training: times(whole, 19 / 812),
      },
      ...more,
    }),
    water: impact('L', times(energy, 2.16), units, { phases: { operation: times(energy, 2.16) }, ...more }),
    adpe: impact('kgSbeq', times(energy, 2.4e-7), units, {
      phases: { operation: times(energy, 1e-7), embodied: times(energy, 1.4e-7) },
      ...more,
    }),
    primary_energy: impact('MJ', times(energy, 9.8), units, {
      phases: { operation: times(energy, 9.4), embodied: times(energy, 0.4) },
      ...more,
    }),
    climate_cost: impact('EUR', times(whole, 0.2), units, more),
  };
}

/** Of a request whose energy is measured and whose hardware is unknown: all given, exact where the energy is. */
function meteredImpacts(energy: Range, missing: readonly string[]): Impacts {
  const given = { missing, assumed: [] };
  const bound = missing.length > 0 ? 'lower' : null;
  const operation = times(energy, 0.05);
  const halves = { missing, assumed: [], bound: 'lower' } as const;
  return {
    energy: impact('kWh', energy, null, { phases: { operation: energy }, ...given, bound }),
    ghg: impact('kgCO2e', operation, null, { phases: { operation, embodied: null, training: null }, ...halves }),
    water: impact('L', times(energy, 2.16), null, { phases: { operation: times(energy, 2.16) }, ...given, bound }),
    adpe: impact('kgSbeq', times(energy, 1e-7), null, {
      phases: { operation: times(energy, 1e-7), embodied: null },
      ...halves,
    }),
    primary_energy: impact('MJ', times(energy, 9.4), null, {
      phases: { operation: times(energy, 9.4), embodied: null },
      ...halves,
    }),
    climate_cost: impact('EUR', times(operation, 0.2), null, halves),
  };
}

export function entry(path: string, value: Range, unit: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const input = path.split('.').at(-1) ?? path;
  return {
    path,
    input,
    value,
    unit,
    status: 'default',
    source: 'ml-energy-v3',
    year: 2025,
    usages: 1,
    widthShare: null,
    ...more,
  };
}

/** As of a model that is published by nobody, at a place that is given. */
export const draftQuality: DataQuality = {
  grade: 'C',
  reasons: [
    { criterion: 'tier', grade: 'B', code: 'text' },
    { criterion: 'age', grade: 'B', code: 'years-old', value: 3, source: 'egrid2023rev2', year: 2023 },
    { criterion: 'geography', grade: 'A', code: 'region' },
    { criterion: 'confidence', grade: 'C', code: 'derived', source: 'ml-energy-v3', year: 2025 },
    { criterion: 'assumed', grade: 'D', code: 'spread-by-assumed', value: 4.237 },
  ],
};

const billQuality: DataQuality = {
  grade: 'E',
  reasons: [
    { criterion: 'tier', grade: 'E', code: 'spend' },
    { criterion: 'age', grade: 'A', code: 'years-old', value: 1, source: 'exiobase', year: 2025 },
    { criterion: 'confidence', grade: 'B', code: 'secondary', source: 'exiobase', year: 2025 },
    { criterion: 'assumed', grade: 'D', code: 'spread-by-assumed', value: 3.7 },
  ],
};

const meterQuality: DataQuality = {
  grade: 'A',
  reasons: [
    { criterion: 'tier', grade: 'A', code: 'measured' },
    { criterion: 'age', grade: 'A', code: 'nothing-dated' },
    { criterion: 'geography', grade: 'A', code: 'own-figure' },
    { criterion: 'confidence', grade: 'A', code: 'given' },
    { criterion: 'assumed', grade: 'A', code: 'nothing-assumed' },
  ],
};

/** Of two usages, one without a figure. */
const halfQuality: DataQuality = {
  grade: 'E',
  reasons: [
    { criterion: 'coverage', grade: 'E', code: 'usages-unknown', value: 1 },
    { criterion: 'coverage', grade: 'A', code: 'mean-of-usages' },
    ...meterQuality.reasons.map((reason) => ({ ...reason, usage: 'chat' })),
  ],
};

const noQuality: DataQuality = {
  grade: null,
  reasons: [{ criterion: 'coverage', grade: null, code: 'nothing-estimated' }],
};

export function usage(id: string, energy: Range, more: Partial<UsageResult> = {}): UsageResult {
  return {
    id,
    description: null,
    facts: {
      model: 'openai/gpt-4o', place: 'azure/eastus2', placeAssumed: false, iterations: exact(4),
      inputTokens: exact(900), outputTokens: range(300, 600, 1100), outputAssumed: true,
    }, // prettier-ignore
    estimator: 'text',
    tier: 2,
    requests: exact(300_000),
    impacts: impacts(energy, null),
    perRequest: impacts(range(energy.low / 3e5, energy.central / 3e5, energy.high / 3e5), null),
    crossChecks: [],
    unknown: [],
    dataQuality: draftQuality,
    ...more,
  };
}

const draftEnergy = range(800, 1902, 4300);

const draftLedger: readonly LedgerEntry[] = [
  entry('usages.draft.model', exact(200), 'Gparameter', { input: 'total_parameters', value: range(100, 200, 440), status: 'catalogue', source: 'epoch-ai-2025', widthShare: 0.21 }),
  entry('usages.draft.requests', exact(300_000), 'request/period', { status: 'given', source: 'scenario', year: null, widthShare: 0 }),
  entry('usages.draft.iterations', exact(4), '1', { status: 'given', source: 'scenario', year: null, widthShare: 0 }),
  entry('usages.draft.tokens.input', exact(900), 'token/request', { status: 'given', source: 'scenario', year: null, widthShare: 0 }),
  entry('usages.draft.tokens.output', range(300, 600, 1100), 'token/request', { source: 'wildchat-2024', year: 2024, widthShare: 0.11 }),
  entry('usages.draft.serving.batch', range(8, 64, 256), 'request', { widthShare: 0.58 }),
  entry('usages.draft.serving.idle', range(0.05, 0.12, 0.3), '1', { widthShare: 0.04 }),
  entry('usages.draft.region', range(0.31, 0.3836, 0.42), 'kgCO2e/kWh', { input: 'intensity', status: 'given-range', source: 'scenario', year: null, widthShare: 0.03 }),
  entry('usages.draft.pue', range(1.12, 1.18, 1.3), '1', { status: 'unknown', source: 'microsoft-2025', widthShare: 0.03 }),
  entry('carbon_price', range(0.07, 0.2, 0.256), 'EUR/kgCO2e', { source: 'quinet-2025', widthShare: 0 }),
]; // prettier-ignore

/** One usage, most figures known, five assumptions. */
export const sheets: Assessment = {
  tool: { version: '0.1.0', method: 'ai-footprint/1', dataVersion: '2026-11-23' },
  scenario: {
    name: 'Product sheets, autumn catalogue',
    file: 'scenarios/sheets.yaml',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    functionalUnit: 'published sheet',
    volume: exact(300_000),
    period: 'year',
  },
  baseline: {
    impacts: impacts(draftEnergy, 300_000),
    usages: [usage('draft', draftEnergy)],
  },
  practices: null,
  verdict: null,
  equivalents: [
    { id: 'truck-km', label: 'km of a heavy truck (whole vehicle)', labelFr: 'km de poids lourd', unit: 'vehicle.km', amount: range(340, 903, 2040), factor: 0.9, factorUnit: 'kgCO2e/vehicle.km', source: 'ademe-base-empreinte', year: 2024 },
    { id: 'streaming-hour', label: 'hour of video streaming', labelFr: 'heure de streaming vidéo', unit: 'h', amount: range(5900, 12_700, 28_700), factor: 0.064, factorUnit: 'kgCO2e/h', source: 'impactco2-2026', year: 2026 },
    { id: 'beef-meal', label: 'meal with beef', labelFr: 'repas avec du boeuf', unit: 'meal', amount: range(47, 112, 253), factor: 7.26, factorUnit: 'kgCO2e/meal', source: 'impactco2-2026', year: 2026 },
  ],
  carbonPrice: { value: range(0.07, 0.2, 0.256), unit: 'EUR/kgCO2e', source: 'quinet-2025', assumed: true },
  uncertainty: { method: 'draws', samples: 10_000, seed: 1 },
  ledger: draftLedger,
  inputs: { given: 4, assumed: 5 },
  dataQuality: draftQuality,
  warnings: [{ code: 'plausibility', message: '4 prompts for one kept result is more than three quarters of usages need', path: 'usages.draft.iterations', file: '/home/somebody/scenarios/sheets.yaml', line: 9 }],
  boundary: {
    counted: ['electricity', 'water', 'hardware', 'training'],
    unknown: [],
    notCounted: ['network', 'devices', 'storage', 'building'],
  },
}; // prettier-ignore

const mute = (unit: string, missing: readonly string[]): Impact => impact(unit, null, null, { missing });

/** Nothing is known of it. */
export function unknownImpacts(id: string): Impacts {
  return {
    energy: mute('kWh', [id]),
    ghg: mute('kgCO2e', [id]),
    water: mute('L', [id]),
    adpe: mute('kgSbeq', [id]),
    primary_energy: mute('MJ', [id]),
    climate_cost: mute('EUR', [id]),
  };
}

const chatEnergy = range(30, 210, 700);

const noWater = (missing: readonly string[]): Impact =>
  impact('L', null, null, { phases: { operation: null }, missing });

const silent = (id: string): UsageResult =>
  usage(id, exact(0), {
    estimator: 'none',
    tier: null,
    facts: { model: 'acme/secret-1', place: null, placeAssumed: false },
    requests: null,
    impacts: unknownImpacts(id),
    perRequest: unknownImpacts(id),
    unknown: ['nothing-published'],
    dataQuality: noQuality,
  });

const withoutTraining = {
  counted: ['electricity', 'water'],
  unknown: [],
  notCounted: ['hardware', 'training', 'network', 'devices', 'storage', 'building'],
} as const;

/** Two usages: a measured one whose hardware and water are unknown, and one of which nothing is known. */
export const support: Assessment = {
  ...sheets,
  scenario: {
    ...sheets.scenario,
    name: 'Support desk',
    functionalUnit: 'answered ticket',
    volume: null,
    period: 'month',
  },
  baseline: {
    impacts: { ...meteredImpacts(chatEnergy, ['routing']), water: noWater(['chat', 'routing']) },
    usages: [
      usage('chat', chatEnergy, {
        estimator: 'measured',
        dataQuality: meterQuality,
        tier: 1,
        facts: { model: 'mistral/mistral-large-2', place: 'aws/eu-west-3', placeAssumed: false },
        impacts: { ...meteredImpacts(chatEnergy, []), water: noWater(['chat']) },
        perRequest: { ...meteredImpacts(range(1e-4, 7e-4, 7e-3 / 3), []), water: noWater(['chat']) },
        crossChecks: [
          { estimator: 'text', energyPerRequest: range(0.9e-4, 2.1e-4, 6e-4), ratio: 0.7 },
          { estimator: 'fleet', energyPerRequest: range(2e-4, 5.4e-4, 9e-4), ratio: 1.8 },
        ],
        unknown: ['hardware-time-unknown', 'training-not-computed'],
      }),
      silent('routing'),
    ],
  },
  practices: null,
  verdict: null,
  equivalents: [],
  carbonPrice: { value: exact(200), unit: 'EUR/tCO2e', source: 'scenario', assumed: false },
  uncertainty: { method: 'draws', samples: 10_000, seed: 1 },
  ledger: [
    entry('usages.chat.measured.energy', exact(3e-4), 'kWh/request', {
      status: 'given',
      source: 'scenario',
      year: null,
    }),
  ],
  inputs: { given: 5, assumed: 0 },
  dataQuality: halfQuality,
  warnings: [],
  boundary: withoutTraining,
};

const billed = times(range(0.03, 0.205, 0.41), 12_000);
const spend = { bound: 'upper', assumed: ['total'] } as const;

/** Greenhouse gases of the money spent, and nothing else. */
function spendImpacts(id: string): Impacts {
  return {
    ...unknownImpacts(id),
    ghg: impact('kgCO2e', billed, null, { phases: { operation: null, embodied: null, training: null }, ...spend }),
    climate_cost: impact('EUR', times(billed, 0.2), null, spend),
  };
}

const seats = usage('seats', exact(0), {
  estimator: 'spend',
  dataQuality: billQuality,
  tier: 4,
  description: 'Twenty seats, annual contract',
  facts: { place: null, placeAssumed: false },
  requests: null,
  impacts: spendImpacts('seats'),
  perRequest: unknownImpacts('seats'),
  unknown: ['spend-has-no-phases'],
});

/** One usage, known by its bill. */
export const bill: Assessment = {
  ...sheets,
  scenario: { ...sheets.scenario, name: 'Known by its bill', functionalUnit: 'request', volume: null },
  baseline: { impacts: seats.impacts, usages: [seats] },
  practices: null,
  verdict: null,
  equivalents: [],
  uncertainty: { method: 'draws', samples: 10_000, seed: 1 },
  ledger: [entry('usages.seats.spend.sector', range(0.03, 0.205, 0.41), 'kgCO2e/EUR', { widthShare: 1 })],
  inputs: { given: 1, assumed: 1 },
  dataQuality: billQuality,
  warnings: [],
  boundary: {
    counted: ['supply-chain-of-spend'],
    unknown: [],
    notCounted: ['electricity', 'water', 'hardware', 'training', 'network', 'devices', 'storage', 'building'],
  },
};

const meter = exact(300);

/** Exact figures: a measured usage, and one of which a request is known but not their number. */
export const metered: Assessment = {
  ...support,
  scenario: { ...support.scenario, name: 'Two meters', period: 'year' },
  baseline: {
    impacts: meteredImpacts(meter, ['search']),
    usages: [
      silent('lost'),
      usage('search', exact(0), {
        estimator: 'measured',
        dataQuality: meterQuality,
        tier: 1,
        facts: { place: null, placeAssumed: false },
        requests: null,
        impacts: unknownImpacts('search'),
        perRequest: {
          ...meteredImpacts(exact(3e-4), []),
          ghg: impact('kgCO2e', exact(0.0863e-3), null, { assumed: [] }),
        },
        unknown: ['requests-unknown'],
      }),
      usage('chat', meter, {
        estimator: 'measured',
        tier: 1,
        facts: { place: null, placeAssumed: false },
        requests: exact(1_000_000),
        impacts: meteredImpacts(meter, []),
        perRequest: meteredImpacts(exact(3e-4), []),
        unknown: ['hardware-time-unknown', 'training-not-computed'],
      }),
    ],
  },
};

/** Usages of very different size, each with the same assumptions; of the last nothing is known. */
export function portfolio(count: number): Assessment {
  const all = Array.from({ length: count }, (_, at) => {
    const energy = 4000 / (at + 1) ** 1.4;
    const id = `team-${String.fromCharCode(97 + (at % 7))}.service-${String(at).padStart(3, '0')}`;
    if (at === count - 1) return silent(id);
    return usage(id, range(energy * 0.4, energy, energy * 2.6), { requests: exact(1_000_000 + 37_501 * at) });
  });
  const missing = all.slice(-1).map(({ id }) => id);
  const sum = all.reduce((total, { impacts: { energy } }) => total + (energy.total?.central ?? 0), 0);
  return {
    ...sheets,
    scenario: {
      ...sheets.scenario,
      name: 'All assistants of the group',
      functionalUnit: 'request',
      volume: exact(1_531_000_000),
    },
    baseline: {
      impacts: impacts(range(sum * 0.5, sum, sum * 2.1), 1_531_000_000, { missing, bound: 'lower' }),
      usages: all,
    },
    uncertainty: { method: 'draws', samples: 10_000, seed: 1 },
    ledger: [
      entry('usages.*.serving.batch', range(8, 64, 256), 'request', { widthShare: 0.4, usages: count }),
      entry('usages.*.serving.idle', range(0.05, 0.12, 0.3), '1', { widthShare: 0.1, usages: count }),
      entry('method.text.residual', range(0.54, 1, 2), '1', {
        widthShare: 0.2,
        usages: 0,
        status: 'method',
        source: 'ml-energy-v3',
      }),
      ...all.map(({ id }, at) =>
        entry(`usages.${id}.tokens.output`, range(100, 300 + at, 900), 'token/request', { widthShare: 0.3 / count }),
      ),
    ],
    inputs: { given: 5 * count, assumed: count + 2 },
    dataQuality: halfQuality,
    warnings: [],
  };
}

const hostileText = '\u001b[31mred\u001b[0m \u202egnp.exe\u2066 \u0007line one\nline two\u009b2J';

/** A scenario that tries to write to the terminal. */
export const hostile: Assessment = {
  ...sheets,
  scenario: { ...sheets.scenario, name: hostileText, functionalUnit: hostileText },
  baseline: {
    ...sheets.baseline,
    usages: [
      usage(hostileText, draftEnergy, {
        description: hostileText,
        facts: { model: hostileText, place: hostileText, task: hostileText, placeAssumed: true },
      }),
      usage('draft', draftEnergy, { description: hostileText, facts: { place: null, placeAssumed: true } }),
    ],
  },
  equivalents: sheets.equivalents.map((each) => ({
    ...each,
    label: hostileText,
    labelFr: hostileText,
    source: hostileText,
  })),
  carbonPrice: { ...sheets.carbonPrice, source: hostileText },
  uncertainty: { method: 'draws', samples: 10_000, seed: 1 },
  ledger: sheets.ledger.map((each) => ({ ...each, path: `${each.path}${hostileText}`, source: hostileText })),
  warnings: [{ code: 'x', message: hostileText, path: hostileText }],
  boundary: { counted: ['electricity'], unknown: [], notCounted: [] },
};
