/** The value block from file to verdict: how it is read, what is refused and where, prices, questions, exit codes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { assess, type AssessOptions } from '../src/assess.ts';
import type { Assessment, Verdict } from '../src/assessment.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { tokenPrices } from '../src/cli/token-prices.ts';
import { InputError } from '../src/errors.ts';
import { renderFailed } from '../src/report/failed-verdicts.ts';
import type { TokenPrices } from '../src/weigh/prices.ts';
import { runCli } from './run-cli.ts';
import { located, locatedProblems, read } from './scenario.fixtures.ts';
import { within } from './within.ts';

const catalog = defaultCatalog();
const settings: AssessOptions = { catalog, hash: () => '', practices: [] };

function assessed(text: string, more: Partial<AssessOptions> = {}): Assessment {
  const load = (): never => {
    throw new Error('no base');
  };
  return assess({ file: 'scenario.yaml', text, load }, { ...settings, ...more });
}

function verdictOf(text: string, more: Partial<AssessOptions> = {}): Verdict {
  const { verdict } = assessed(text, more);
  if (!verdict) throw new Error('no verdict');
  return verdict.whole;
}

/** One use of exactly 100 kg a year over 50 units. */
const use = (rest: string, top = '') => `name: Test
functional_unit: { name: sheet, volume: 50/year }
${top}usages:
  - id: a
    requests: 1 per unit
    measured: { ghg: 2 kgCO2e, boundary: facility }
${rest}`;

describe('reading', () => {
  it('amounts over the period, and for each unit', () => {
    const verdict = verdictOf(
      use(`value:
  avoided:
    - { name: tours, amount: 1000 km/month, factor: 1.1 kgCO2e/km, evidence: measured }
    - { name: trips, amount: 3 km per unit, factor: { value: 0.2, unit: kg/km }, evidence: estimated }
    - { name: prints, amount: 200/year, unit: pages, factor: 5 g, evidence: claimed }
  rebound: 50 %
`),
    );
    const { items, avoided, net } = verdict.environment;
    expect(items.map((item) => [item.amount?.central, item.unit, item.factor.central])).toEqual([
      [12000, 'km', 1.1],
      [150, 'km', 0.2],
      [200, 'pages', 0.005],
    ]);
    expect(avoided?.central).toSatisfy(within(12000 * 1.1 + 150 * 0.2 + 200 * 0.005, 1e-12));
    expect(net?.central).toSatisfy(within(13231 - 150, 1e-12));
  });

  it('a factor of the catalogue keeps its source; a plain number counts what its row counts', () => {
    const verdict = verdictOf(
      use(`value:
  avoided:
    - { name: tours, amount: 100 km/year, factor: truck-km, evidence: measured }
    - { name: series, amount: 10/year, factor: streaming-hour, evidence: measured }
`),
    );
    expect(verdict.environment.items.map(({ factorSource }) => factorSource)).toEqual([
      'epa-hub-2026',
      catalog.equivalence('streaming-hour')?.ghg?.source,
    ]);
    expect(verdict.environment.items[0]?.avoided?.central).toSatisfy(within(80.7, 1e-12));
  });

  it('money in one currency, by the rate that is given', () => {
    const verdict = verdictOf(
      use(`value:
  economic: { benefit: 1000 EUR/year, cost: 230 USD/year, rate: 1.15 USD/EUR }
  carbon_price: 200 EUR/t
`),
    );
    expect(verdict.economic?.currency).toBe('EUR');
    expect(verdict.economic?.cost?.central).toSatisfy(within(200, 1e-12));
    expect(verdict.economic?.net?.central).toSatisfy(within(1000 - 200 - 20, 1e-12));
  });

  it('the price of carbon comes along in the currency of the rest', () => {
    const verdict = verdictOf(
      use(`value: { economic: { benefit: 1000 USD/year, cost: 0 USD/year, rate: 1.15 USD/EUR } }
carbon_price: 200 EUR/t
`),
    );
    expect(verdict.economic?.climateCost?.central).toSatisfy(within(100 * 0.2 * 1.15, 1e-12));
  });

  it('the price of carbon of a value is that of the scenario', () => {
    const { carbonPrice, baseline } = assessed(use('value: { carbon_price: 100 EUR/t, need: any }\n'));
    expect(carbonPrice.assumed).toBe(false);
    expect(baseline.impacts.climate_cost.total?.central).toSatisfy(within(10, 1e-12));
  });

  it('a budget, in the units of its fields', () => {
    const text = use('budget: { ghg: 0.5 t/year, ghg_per_unit: 3 gCO2e, water: 20 m3/year }\n');
    expect(read(text).scenario.budget).toEqual({ ghg: 500, ghgPerUnit: 0.003, water: 20_000 });
    expect(read(use('budget: { ghg: 10 kg/month }\n')).scenario.budget?.ghg).toSatisfy(within(120, 1e-12));
  });

  it('a budget decides where one is set', () => {
    const value = 'value: { social: { score: 1, because: all gain } }\n';
    expect(verdictOf(use(value)).code).toBe('redesign');
    expect(verdictOf(use(`${value}budget: { ghg: 100 kg/year }\n`)).code).toBe('worth-it');
    expect(verdictOf(use(`${value}budget: { ghg: 99 kg/year }\n`)).code).toBe('redesign');
    expect(verdictOf(use(`${value}budget: { water: 1 L/year }\n`)).budget).toBeNull();
  });
});

describe('bad input is refused at its place', () => {
  const problemsOf = (text: string): readonly string[] => {
    try {
      assessed(text);
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(located);
      throw error;
    }
    return [];
  };
  it.each([
    ['a social score without reason', 'value: { social: { score: 1 } }\n', 'missing-key 7:18 "{ score: 1 }"'],
    ['an empty reason', 'value: { social: { score: 1, because: " " } }\n', 'wrong-type 7:39 "" ""'],
    ['a score beyond the scale', 'value: { social: { score: 4, because: good } }\n', 'out-of-bounds 7:27 "4"'],
    ['avoided without factor', 'value: { avoided: [{ name: a, amount: 1 km/year, evidence: measured }] }\n', 'missing-key 7:20 "{ name: a, amount: 1 km/year, evidence: measured }"'],
    ['avoided without evidence', 'value: { avoided: [{ name: a, amount: 1 km/year, factor: truck-km }] }\n', 'missing-key 7:20 "{ name: a, amount: 1 km/year, factor: truck-km }"'],
    ['evidence of another kind', 'value: { avoided: [{ name: a, amount: 1 km/year, factor: truck-km, evidence: hoped }] }\n', 'wrong-value 7:78 "hoped"'],
    ['a factor that nobody knows', 'value: { avoided: [{ name: a, amount: 1 km/year, factor: truck-kms, evidence: claimed }] }\n', 'unknown-name 7:58 "truck-kms"'],
    ['a factor for something else', 'value: { avoided: [{ name: a, amount: 1 kWh/year, factor: 1 kg/km, evidence: claimed }] }\n', 'bad-quantity 7:59 "1 kg/km"'],
    ['a row for something else', 'value: { avoided: [{ name: a, amount: 1 kWh/year, factor: truck-km, evidence: claimed }] }\n', 'bad-quantity 7:59 "truck-km"'],
    ['a factor without unit', 'value: { avoided: [{ name: a, amount: 1 km/year, factor: 1.1, evidence: claimed }] }\n', 'bad-quantity 7:58 "1.1"'],
    ['an amount without time', 'value: { avoided: [{ name: a, amount: 100 km, factor: truck-km, evidence: claimed }] }\n', 'bad-quantity 7:39 "100 km"'],
    ['money in two currencies without a rate', 'value: { economic: { benefit: 5 EUR/year, cost: 5 USD/year } }\n', 'no-rate 7:49 "5 USD/year"'],
    ['money in another currency than carbon', 'value: { economic: { benefit: 5 USD/year, cost: 5 USD/year } }\n', 'no-rate 7:31 "5 USD/year"'],
    ['an economy without benefit', 'value: { economic: { cost: 5 EUR/year } }\n', 'missing-key 7:20 "{ cost: 5 EUR/year }"'],
    ['time without its price', 'value: { economic: { minutes_saved: 3 } }\n', 'missing-key 7:20 "{ minutes_saved: 3 }"'],
    ['a rate of one currency', 'value: { economic: { benefit: 5 EUR/year, rate: 1.15 } }\n', 'wrong-type 7:49 "1.15"'],
    ['a rate that is a range', 'value: { economic: { benefit: 5 EUR/year, rate: 1.1..1.2 USD/EUR } }\n', 'bad-quantity 7:49 "1.1..1.2 USD/EUR"'],
    ['two prices of carbon', 'value: { carbon_price: 100 EUR/t }\ncarbon_price: 90 EUR/t\n', 'fields-exclude 7:24 "100 EUR/t"'],
    ['a question that nobody asks', 'value: { answers: { renewable_enrgy: yes } }\n', 'unknown-name 7:38 "yes"'],
    ['an unknown field', 'value: { soical: { score: 1 } }\n', 'unknown-key 7:10 "soical"'],
    ['an unknown field inside', 'value: { economic: { benefits: 5 EUR/year } }\n', 'unknown-key 7:22 "benefits"'],
    ['a need of an alternative in other words', 'value: { alternatives: [{ name: a, meets_need: maybe }] }\n', 'wrong-value 7:48 "maybe"'],
    ['a limit that is a range', 'budget: { ghg: 1..2 kg/year }\n', 'bad-quantity 7:16 "1..2 kg/year"'],
    ['a limit of a mass that is none', 'budget: { ghg: 5 kWh/year }\n', 'wrong-dimension 7:16 "5 kWh/year"'],
    ['a negative rebound', 'value: { rebound: -10 % }\n', 'out-of-bounds 7:19 "-10 %"'],
  ])('%s', (_name, block, expected) => {
    expect(problemsOf(use(block))[0]).toBe(expected);
  }); // prettier-ignore

  it('an amount for each unit needs a volume', () => {
    const text = `name: T\nusages:\n  - { id: a, requests: 5/year, measured: { ghg: 1 g, boundary: facility } }\nvalue:\n  avoided: [{ name: a, amount: 1 km per unit, factor: truck-km, evidence: claimed }]\n`;
    expect(locatedProblems(text)).toEqual(['missing-key 5:32 "1 km per unit"']);
  });

  it('a price of carbon in a usage: there is one a scenario', () => {
    const text = use('    value: { carbon_price: 100 EUR/t }\n');
    expect(locatedProblems(text)).toEqual(['unknown-key 7:14 "carbon_price"']);
  });
});

describe('the cost that nobody stated', () => {
  const tokens = (rest: string) => `name: Test
functional_unit: { name: sheet, volume: 1000/year }
usages:
  - { id: a, model: gpt-4o, region: azure/eastus2, requests: 1 per unit, iterations: 2, tokens: { input: 900, output: 600 } }
value:
  social: { score: 1, because: all gain }
  economic: { benefit: 500 EUR/year${rest} }
budget: { ghg: 1 t/year }
`;
  const prices: TokenPrices = {
    list: 'a list of today',
    currency: 'USD',
    priceOf: ({ model, providers }) =>
      model === 'openai/gpt-4o' && providers[0] === 'azure'
        ? { input: 2e-6, cached: 1e-6, output: 10e-6, provider: 'Azure' }
        : null,
  };

  it('is the price of the tokens: 2 000 prompts x (900 x 2 + 600 x 10) / 1e6 = 15.6 USD', () => {
    const { economic } = verdictOf(tokens(', rate: 1.2 USD/EUR'), { prices });
    expect(economic?.costSource.listed?.central).toSatisfy(within(15.6, 1e-12));
    expect(economic?.cost?.central).toSatisfy(within(13, 1e-12));
    expect(economic?.costSource).toMatchObject({ kind: 'token-price', providers: ['Azure'], list: 'a list of today' });
  });

  it('of a conversation too: 900 tokens sent in three turns, 300 written, for each of 2 000 prompts', () => {
    const talk = tokens(', rate: 1.2 USD/EUR').replace('input: 900, output: 600', 'input: 100, output: 100, cached_input: 0').replace('iterations: 2', 'iterations: 2, turns: 3'); // prettier-ignore
    // 2 000 x (900 x 2 + 300 x 10) / 1e6
    expect(verdictOf(talk, { prices }).economic?.costSource.listed?.central).toSatisfy(within(9.6, 1e-12));
  });

  it('stays unknown without a rate, and is told in its own currency', () => {
    const verdict = verdictOf(tokens(''), { prices });
    expect(verdict.economic?.cost).toBeNull();
    expect(verdict.economic?.costSource.listedCurrency).toBe('USD');
    expect([verdict.code, verdict.settle?.path]).toEqual(['undetermined', 'value.economic.cost']);
  });

  it('is unknown, never 0, without a list and for a model that is not in it', () => {
    expect(verdictOf(tokens(', rate: 1.2 USD/EUR')).economic?.cost).toBeNull();
    const other = tokens(', rate: 1.2 USD/EUR').replace('model: gpt-4o', 'model: mistral-large-2');
    expect(verdictOf(other.replace('mistral-large-2', 'meta/llama-3.1-8b-instruct'), { prices }).economic?.cost).toBeNull(); // prettier-ignore
  });

  it('the shipped list knows its version and its day, and asks no network', async () => {
    const shipped = await tokenPrices(catalog.version);
    expect(shipped.list).toBe(`@pydantic/genai-prices 0.1.8, ${catalog.version}`);
    const asked = { model: 'openai/gpt-4o', providers: ['azure', 'openai'], inputTokens: 900, outputTokens: 600 };
    expect(shipped.priceOf(asked)).toMatchObject({ input: 2.5e-6, cached: 1.25e-6, output: 1e-5 });
    expect(shipped.priceOf({ ...asked, model: 'openai/none-such' })).toBeNull();
  });
});

describe('the good practices', () => {
  const text = use(
    'value: { social: { score: 1, because: all gain } }\nbudget: { ghg: 60 kg/year }\n',
    'practices: { iterations: { divide: 2 } }\n',
  ).replace('    requests: 1 per unit\n', '    requests: 1 per unit\n    iterations: 2\n'); // prettier-ignore

  it('bring 200 kg to 100 kg: not within 60, but within 120', () => {
    const redesign = verdictOf(text, { practices: ['iterations'] });
    expect(redesign.environment.footprint?.central).toSatisfy(within(200, 1e-12));
    expect(redesign.environment.footprintAfter?.central).toSatisfy(within(100, 1e-12));
    expect(redesign).toMatchObject({ code: 'redesign', within: false, withinAfter: false });
    const worth = verdictOf(text.replace('ghg: 60', 'ghg: 120'), { practices: ['iterations'] });
    expect(worth).toMatchObject({ code: 'worth-it-with-practices', within: false, withinAfter: true });
    expect(worth.breakEvens.find(({ quantity }) => quantity === 'practices')?.value).toSatisfy(within(0.8, 1e-9));
  });

  it('are left out when none is asked for', () => {
    expect(verdictOf(text).environment.footprintAfter).toBeNull();
  });
});

describe('several usages', () => {
  const portfolio = `name: T
usages:
  - id: good
    requests: 10/year
    measured: { ghg: 1 kg, boundary: facility }
    value:
      avoided: [{ name: tours, amount: 100 km/year, factor: 1 kg/km, evidence: measured }]
      economic: { benefit: 50 EUR/year, cost: 10 EUR/year }
      social: { score: 2, because: all gain }
  - id: silent
    requests: 10/year
    measured: { ghg: 2 kg, boundary: facility }
  - id: bad
    requests: 10/year
    measured: { ghg: 1 kg, boundary: facility }
    value:
      social: { score: -1, because: nobody asked }
      rebound: 100 %
`;
  const { verdict } = assessed(portfolio);

  it('get a verdict each; one that states no value has none', () => {
    expect(verdict?.usages.map(({ id, verdict: own }) => [id, own.code, own.decidedBy.reason])).toEqual([
      ['good', 'worth-it', 'avoided-outweighs'],
      ['silent', 'undetermined', 'value-not-stated'],
      ['bad', 'not-worth-it', 'nothing-positive'],
    ]);
    expect(verdict?.usages[1]?.verdict.settle?.path).toBe('usages.silent.value');
  });

  it('and one for the whole: what is avoided and money add up, people do not', () => {
    const whole = verdict?.whole;
    // 10 + 20 + 10 x (1 + 100 %)
    expect(whole?.environment.net?.central).toSatisfy(within(100 - 50, 1e-9));
    expect(whole?.economic?.net?.central).toSatisfy(within(50 - 10 - 50 * 0.2, 1e-9));
    expect(whole?.social).toMatchObject({ usage: 'bad', because: 'nobody asked' });
    expect(whole?.code).toBe('redesign');
  });

  it('whose impact is not known leave the whole undetermined, and are counted', () => {
    const unknown = portfolio.replaceAll('requests: 10/year', 'requests: unknown');
    const whole = assessed(unknown).verdict?.whole;
    expect([whole?.code, whole?.settle]).toEqual([
      'undetermined',
      { path: 'usages.good.requests', share: null, others: 2 },
    ]);
  });
});

describe('what would settle it', () => {
  it('is the uncertain input that makes the verdict vary', () => {
    const verdict = verdictOf(
      use(`value:
  avoided:
    - { name: tours, amount: { low: 20, value: 101, high: 500, unit: km/year }, factor: 1 kg/km, evidence: estimated }
  rebound: 0..1 %
`),
    );
    expect([verdict.code, verdict.central]).toEqual(['undetermined', 'worth-it']);
    expect(verdict.settle?.path).toBe('value.avoided[0].amount');
    expect(verdict.settle?.share).toBeGreaterThan(0.9);
  });

  it('agreement is the same for the same seed, and close for another', () => {
    const text = use(
      'value: { avoided: [{ name: a, amount: 50..300 km/year, factor: 1 kg/km, evidence: estimated }] }\n',
    );
    const agreement = (seed: number) => verdictOf(text, { seed }).agreement;
    expect(agreement(1)).toBe(agreement(1));
    expect(agreement(2)).toSatisfy(within(agreement(1) ?? 0, 0.05));
  });
});

test('without a value there is no verdict, unless one is asked for', () => {
  expect(assessed(use('')).verdict).toBeNull();
  expect(verdictOf(use(''), { verdict: true })).toMatchObject({
    code: 'undetermined',
    decidedBy: { rule: 6, reason: 'value-not-stated' },
    settle: { path: 'value' },
  });
});

describe('on the command line', () => {
  const file = 'scenarios/transcribe-every-meeting.yaml';
  it('--fail-on breaks with 1 on the verdicts that are named, and says which', async () => {
    const failed = await runCli(['assess', file, '--fail-on', 'not-worth-it,redesign']);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toBe(
      renderFailed([{ scenario: 'Transcription of every meeting', usage: null, code: 'redesign' }], 'en'),
    );
    expect(failed.stdout).toBe((await runCli(['assess', file])).stdout);
    const held = await runCli(['assess', file, '--fail-on', 'undetermined']);
    expect([held.code, held.stderr]).toEqual([0, '']);
  });

  it('--fail-on judges a scenario without a value, which is undetermined', async () => {
    const { code, stdout } = await runCli(['assess', 'scenarios/product-sheets.yaml', '--fail-on', 'undetermined']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/VALUE VERSUS IMPACT {2}undetermined\n/);
    expect(stdout).toContain('give value: what is avoided, earned or done for people');
  });

  it('--fail-on sees the usages as well', async () => {
    const { code, stderr } = await runCli(['assess', 'scenarios/decision-matrix.yaml', '--fail-on', 'not-worth-it']);
    expect(code).toBe(1);
    expect(stderr).toContain('portraits: not-worth-it');
  });

  it('--fail-on with a misspelt verdict is a wrong command line', async () => {
    const { code, stderr } = await runCli(['assess', file, '--fail-on', 'not-wort-it']);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "not-worth-it"?');
  });

  it('questions: all of them, or those of a scenario', async () => {
    const all = await runCli(['questions', '--format', 'json']);
    const { questions } = JSON.parse(all.stdout) as { questions: { id: string; state: string | null }[] };
    expect(questions).toHaveLength(catalog.data.questions.length);
    expect(questions.every(({ state }) => state === null)).toBe(true);
    const of = await runCli(['questions', 'scenarios/four-questions.yaml', '--format', 'json']);
    const answered = JSON.parse(of.stdout) as { answered: number; questions: { id: string; state: string }[] };
    const state = (id: string) => answered.questions.find((each) => each.id === id)?.state;
    expect(['roi', 'model', 'maintenance', 'data_life_cycle', 'externalities'].map(state)).toEqual(
      Array.from({ length: 5 }, () => 'answered'),
    );
    expect(['renewable_energy', 'circular_energy'].map(state)).toEqual(['looked', 'open']);
    expect(answered.answered).toBe(answered.questions.filter((each) => each.state === 'answered').length);
  });

  it.each([
    ['en', []],
    ['fr', ['--lang', 'fr']],
  ])('questions of a scenario, %s', async (lang, args) => {
    const { code, stdout } = await runCli(['questions', 'scenarios/four-questions.yaml', ...args]);
    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot(`golden/questions/four-questions.${lang}.txt`);
  });

  it('questions: search and open ones', async () => {
    const { stdout } = await runCli(['questions', '--search', 'rebound', '--format', 'json']);
    expect((JSON.parse(stdout) as { questions: { id: string }[] }).questions.map(({ id }) => id)).toEqual(['rebound']);
    const open = await runCli(['questions', 'scenarios/four-questions.yaml', '--open', '--format', 'json']);
    expect((JSON.parse(open.stdout) as { questions: { state: string }[] }).questions.every(({ state }) => state !== 'answered')).toBe(true); // prettier-ignore
    expect((await runCli(['questions', '--search', 'no-such-word'])).stdout).toBe('no question holds "no-such-word"\n');
  });

  it('check judges the verdict that assess prints: practices and prices counted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ai-footprint-value-'));
    try {
      const value = 'value: { social: { score: 1, because: all gain } }\nbudget: { ghg: 120 kg/year }\n';
      const twice = use(value, 'practices: { iterations: { divide: 2 } }\ntraining: exclude\n');
      const scenario = twice.replace('    requests: 1 per unit\n', '    requests: 1 per unit\n    iterations: 2\n');
      writeFileSync(join(folder, 'use.yaml'), scenario);
      const assessed = await runCli(['assess', 'use.yaml', '--format', 'json'], { cwd: folder });
      expect((JSON.parse(assessed.stdout) as { verdict: { code: string } }).verdict.code).toBe(
        'worth-it-with-practices',
      );
      const config = (codes: string) =>
        writeFileSync(
          join(folder, 'ai-footprint.config.yaml'),
          `scenarios: [use.yaml]\nbudgets:\n  - verdict: [${codes}]\n`,
        );
      config('worth-it, worth-it-with-practices');
      expect((await runCli(['check'], { cwd: folder })).code).toBe(0);
      config('worth-it');
      expect((await runCli(['check'], { cwd: folder })).code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('the verdict in French, whole', async () => {
    const { stdout } = await runCli(['assess', 'scenarios/decision-matrix.yaml', '--lang', 'fr']);
    await expect(stdout).toMatchFileSnapshot('golden/verdict/decision-matrix.fr.txt');
  });
});
