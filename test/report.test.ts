import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../src/assessment.ts';
import { InternalError, problem, type Problem } from '../src/errors.ts';
import { messages, type Lang } from '../src/messages/index.ts';
import { plain } from '../src/report/colour.ts';
import { formatOfFile, formats } from '../src/report/index.ts';
import { renderJson, toDocument, toJson } from '../src/report/json.ts';
import { byWeight } from '../src/report/ledger.ts';
import { renderLine } from '../src/report/line.ts';
import {
  figure, formatAmount, formatCarbonPrice, formatCentral, formatCount, formatInteger, formatRange, formatRatio, formatShare,
} from '../src/report/numbers.ts'; // prettier-ignore
import { problemsToJson, renderProblems } from '../src/report/problems.ts';
import { resultSchema } from '../src/report/result-schema.ts';
import { round } from '../src/report/round.ts';
import { safe } from '../src/report/safe.ts';
import { renderTable } from '../src/report/table.ts';
import { clip, displayWidth, wrap } from '../src/report/wrap.ts';
import { renderYaml } from '../src/report/yaml.ts';
import type { Range } from '../src/units.ts';
import {
  bill,
  draftQuality,
  entry,
  exact,
  hostile,
  impacts,
  metered,
  portfolio,
  range,
  sheets,
  support,
  unknownImpacts,
  usage,
} from './report.fixtures.ts';

describe('figures', () => {
  const results: readonly (readonly [Range | null, string, string, string])[] = [
    // Energy
    [exact(1902), 'kWh', '1.9 MWh', '1,9 MWh'],
    [exact(0.9996), 'kWh', '1 kWh', '1 kWh'],
    [exact(0.9994), 'kWh', '999 Wh', '999 Wh'],
    [exact(1), 'kWh', '1 kWh', '1 kWh'],
    [exact(999.4), 'kWh', '999 kWh', '999 kWh'],
    [exact(999.6), 'kWh', '1 MWh', '1 MWh'],
    [exact(3e-4), 'kWh', '0.3 Wh', '0,3 Wh'],
    [exact(1e-5), 'kWh', '0.01 Wh', '0,01 Wh'],
    [exact(2.5e-6), 'kWh', '2.5 mWh', '2,5 mWh'],
    [exact(2.5e-9), 'kWh', '2.5 µWh', '2,5 µWh'],
    [exact(563e6), 'kWh', '563 GWh', '563 GWh'],
    [exact(5.63e9), 'kWh', '5.63 TWh', '5,63 TWh'],
    [exact(5.63e12), 'kWh', '5 630 TWh', '5 630 TWh'],
    [exact(0), 'kWh', '0 kWh', '0 kWh'],
    [exact(-0), 'kWh', '0 kWh', '0 kWh'],
    [null, 'kWh', 'unknown', 'inconnu'],
    // Greenhouse gases
    [range(330, 812, 1900), 'kgCO2e', '812 kgCO2e [330 - 1 900]', '812 kgCO2e [330 - 1 900]'],
    [range(0.0011, 0.0027, 0.0063), 'kgCO2e', '2.7 gCO2e [1.1 - 6.3]', '2,7 gCO2e [1,1 - 6,3]'],
    [range(0.8, 1.9, 4.3), 'kgCO2e', '1.9 kgCO2e [0.80 - 4.3]', '1,9 kgCO2e [0,80 - 4,3]'],
    [exact(240e6), 'kgCO2e', '240 ktCO2e', '240 ktCO2e'],
    [exact(56_100_000), 'kgCO2e', '56.1 ktCO2e', '56,1 ktCO2e'],
    [exact(2.4e9), 'kgCO2e', '2.4 MtCO2e', '2,4 MtCO2e'],
    [exact(1000), 'kgCO2e', '1 tCO2e', '1 tCO2e'],
    [exact(3e-5), 'kgCO2e', '0.03 gCO2e', '0,03 gCO2e'],
    [exact(3e-6), 'kgCO2e', '3 mgCO2e', '3 mgCO2e'],
    [exact(-12), 'kgCO2e', '-12 kgCO2e', '-12 kgCO2e'],
    [range(-30, -12, 5), 'kgCO2e', '-12 kgCO2e [-30 to 5.0]', '-12 kgCO2e [-30 à 5,0]'],
    [range(0, 0, 12), 'kgCO2e', '0 kgCO2e [0 - 12]', '0 kgCO2e [0 - 12]'],
    [range(0, 812, 1900), 'kgCO2e', '812 kgCO2e [0 - 1 900]', '812 kgCO2e [0 - 1 900]'],
    [null, 'kgCO2e', 'unknown', 'inconnu'],
    // The interval always holds its centre
    [range(808, 812, 815), 'kgCO2e', '812 kgCO2e [810 - 820]', '812 kgCO2e [810 - 820]'],
    [range(811, 812, 812.6), 'kgCO2e', '812 kgCO2e [811 - 813]', '812 kgCO2e [811 - 813]'],
    [range(811.9999, 812, 812.0001), 'kgCO2e', '812 kgCO2e', '812 kgCO2e'],
    [range(2.68, 2.7, 2.72), 'kgCO2e', '2.7 kgCO2e [2.68 - 2.72]', '2,7 kgCO2e [2,68 - 2,72]'],
    [range(812, 812, 1900), 'kgCO2e', '812 kgCO2e [810 - 1 900]', '812 kgCO2e [810 - 1 900]'],
    // Water
    [exact(4123), 'L', '4 120 L', '4 120 L'],
    [exact(9994), 'L', '9 990 L', '9 990 L'],
    [exact(9996), 'L', '10 m3', '10 m3'],
    [exact(10_000), 'L', '10 m3', '10 m3'],
    [exact(123_456_789), 'L', '123 000 m3', '123 000 m3'],
    [exact(0.0137), 'L', '13.7 mL', '13,7 mL'],
    [exact(0.00026), 'L', '0.26 mL', '0,26 mL'],
    [exact(2.6e-6), 'L', '2.6 µL', '2,6 µL'],
    // Abiotic resources
    [exact(4.56e-4), 'kgSbeq', '456 mgSbeq', '456 mgSbeq'],
    [exact(0.0456), 'kgSbeq', '45.6 gSbeq', '45,6 gSbeq'],
    [exact(4.56), 'kgSbeq', '4.56 kgSbeq', '4,56 kgSbeq'],
    [exact(1.5e-9), 'kgSbeq', '1.5 µgSbeq', '1,5 µgSbeq'],
    // Primary energy
    [exact(18_600), 'MJ', '18.6 GJ', '18,6 GJ'],
    [exact(62e-3), 'MJ', '62 kJ', '62 kJ'],
    [exact(812), 'MJ', '812 MJ', '812 MJ'],
    [exact(1.86e7), 'MJ', '18.6 TJ', '18,6 TJ'],
    // Money
    [range(66, 162, 380), 'EUR', '162 EUR [66 - 380]', '162 EUR [66 - 380]'],
    [exact(0.000541), 'EUR', '0.0541 c', '0,0541 c'],
    [exact(0.5), 'EUR', '50 c', '50 c'],
    [exact(1), 'EUR', '1 EUR', '1 EUR'],
    [exact(11_400), 'EUR', '11 400 EUR', '11 400 EUR'],
    [exact(1_234_567), 'EUR', '1.23 MEUR', '1,23 MEUR'],
    [exact(0), 'EUR', '0 EUR', '0 EUR'],
    // Quotients, bare numbers, the ends of the scale
    [exact(0.3836), 'kgCO2e/kWh', '384 gCO2e/kWh', '384 gCO2e/kWh'],
    [exact(0.2), 'EUR/kgCO2e', '0.2 EUR/kgCO2e', '0,2 EUR/kgCO2e'],
    [exact(1.18), '1', '1.18', '1,18'],
    [exact(3e-20), '1', '3e-20', '3e-20'],
    [exact(3e-14), '1', '0.00000000000003', '0,00000000000003'],
    [exact(3e20), '1', '3e20', '3e20'],
    [exact(3.256e-20), '1', '3.26e-20', '3,26e-20'],
    [range(1e-20, 3e-20, 3.26e-18), '1', '3.0e-20 [1.0e-20 - 3.3e-18]', '3,0e-20 [1,0e-20 - 3,3e-18]'],
    // Halves away from zero, whatever the last bits of a product
    [exact(0.08625e-3), 'kgCO2e', '0.0863 gCO2e', '0,0863 gCO2e'],
    [exact(8624.999999999998), 'kgCO2e', '8.63 tCO2e', '8,63 tCO2e'],
    [exact(-1724.9999999999998), 'EUR', '-1 730 EUR', '-1 730 EUR'],
    [exact(0.9994999999999999), 'kWh', '1 kWh', '1 kWh'],
    // Exact up to the last bits of a sum
    [range(0.3, 0.1 + 0.2, 0.1 + 0.2), 'kWh', '300 Wh', '300 Wh'],
    [range(2, 2, 2 + 1e-15), 'kWh', '2 kWh', '2 kWh'],
    [exact(5), 'parsec', '5 parsec', '5 parsec'],
  ];
  it.each(results)('%j %s reads %s in English, %s in French', (value, unit, english, french) => {
    expect(formatRange(value, unit, { lang: 'en' })).toBe(english);
    expect(formatRange(value, unit, { lang: 'fr' })).toBe(french);
  });

  const inputs: readonly (readonly [Range, string, string, string])[] = [
    [range(8, 64, 256), 'request', '64 request [8 - 256]', '64 requête [8 - 256]'],
    [range(1.12, 1.18, 1.3), '1', '1.18 [1.12 - 1.3]', '1,18 [1,12 - 1,3]'],
    [exact(8.03), 'Gparameter', '8.03 Gparameter', '8,03 Gparamètre'],
    [exact(989.5e12), 'FLOP/s', '989.5 TFLOP/s', '989,5 TFLOP/s'],
    [exact(1_234_567), 'token/request', '1 234 567 token/request', '1 234 567 jeton/requête'],
    [exact(0.3836), 'kgCO2e/kWh', '383.6 gCO2e/kWh', '383,6 gCO2e/kWh'],
    [exact(700), 'W', '700 W', '700 W'],
  ];
  it.each(inputs)('the input %j %s reads %s', (value, unit, english, french) => {
    expect(formatRange(value, unit, { lang: 'en', as: 'input' })).toBe(english);
    expect(formatRange(value, unit, { lang: 'fr', as: 'input' })).toBe(french);
  });

  const others: readonly (readonly [string, string])[] = [
    [formatCount(exact(300_000), 'en'), '300 000'],
    [formatCount(exact(312_345), 'en'), '312 345'],
    [formatCount(exact(6.21e11), 'en'), '621 billion'],
    [formatCount(exact(6.21e11), 'fr'), '621 milliards'],
    [formatCount(exact(1.5e9), 'fr'), '1,5 milliard'],
    [formatCount(exact(2e12), 'fr'), '2 billions'],
    [formatCount(range(1e5, 3e5, 5e5), 'en'), '300 000 [100 000 - 500 000]'],
    [formatAmount(range(1.7e8, 2.97e8, 5.7e8), 'en'), '297 million [170 - 570]'],
    [formatAmount(range(2.2e9, 3.75e9, 7.2e9), 'fr'), '3,8 milliards [2,2 - 7,2]'],
    [formatAmount(range(1e6, 1.4e6, 2e6), 'fr'), '1,4 million [1,0 - 2,0]'],
    [formatAmount(range(1e5, 388_000, 5e5), 'en'), '388 000 [100 000 - 500 000]'],
    [formatAmount(exact(999_900), 'en'), '1 million'],
    [formatCount(null, 'en'), 'unknown'],
    [formatCount(null, 'fr'), 'inconnu'],
    [formatCount(exact(0), 'en'), '0'],
    [formatShare(0.913, 'en'), '91 %'],
    [formatShare(0.004, 'fr'), '<1 %'],
    [formatShare(0, 'en'), '0 %'],
    [formatShare(1, 'en'), '100 %'],
    [formatRatio(0.7, 'en'), 'x0.70'],
    [formatRatio(1.8, 'fr'), 'x1,8'],
    [formatInteger(9980, 'en'), '9 980'],
    [formatCentral(range(1, 2, 3), 'kWh', { lang: 'en' }), '2.0 kWh'],
    [formatCarbonPrice(exact(0.2), 'EUR/kgCO2e', 'en', false), '200 EUR/t'],
    [formatCarbonPrice(range(0.07, 0.2, 0.256), 'EUR/kgCO2e', 'fr', true), '200 EUR/t [70 - 256]'],
    [formatCarbonPrice(exact(200), 'EUR/tCO2e', 'en', false), '200 EUR/t'],
    [formatCarbonPrice(exact(95.5), 'CAD/tCO2e', 'fr', false), '95,5 CAD/t'],
    [formatCarbonPrice(exact(95.5), 'EUR/t', 'en', false), '95.5 EUR/t'],
  ];
  it.each(others)('%s is %s', (found, expected) => expect(found).toBe(expected));

  it('prints a part in the unit of its whole', () => {
    expect(figure(exact(0.4), 'kgCO2e', { lang: 'en', like: { magnitude: 812 } })).toEqual({
      number: '0.4', unit: 'kgCO2e', interval: '',
    }); // prettier-ignore
    expect(figure(range(0.3, 0.4, 0.5), 'kgCO2e', { lang: 'en', like: { magnitude: 812 } }).number).toBe('0.40');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %s', (value) => {
    expect(() => formatRange(exact(value), 'kWh', { lang: 'en' })).toThrow(InternalError);
    expect(() => formatRange(range(0, 1, value), 'kWh', { lang: 'en' })).toThrow(InternalError);
    expect(() => formatShare(value, 'en')).toThrow(InternalError);
    expect(() => round(value)).toThrow(InternalError);
  });

  it('keeps the order of low, central and high, and never prints what is not a number', () => {
    const size = fc.double({ min: 1e-18, max: 1e18, noNaN: true });
    const units = fc.constantFrom('kWh', 'kgCO2e', 'L', 'kgSbeq', 'MJ', 'EUR', '1');
    fc.assert(
      fc.property(fc.tuple(size, size, size), units, fc.constantFrom<Lang>('en', 'fr'), (values, unit, lang) => {
        const [low = 0, central = 0, high = 0] = [...values].sort((left, right) => left - right);
        const parts = figure({ low, central, high }, unit, { lang });
        const read = (text: string): number => Number(text.replaceAll(' ', '').replace(',', '.'));
        expect(read(parts.number)).toBeGreaterThan(0);
        if (parts.interval === '') return;
        const [left = '', right = ''] = parts.interval.slice(1, -1).split(' - ');
        expect(read(left)).toBeLessThanOrEqual(read(parts.number));
        expect(read(parts.number)).toBeLessThanOrEqual(read(right));
      }),
    );
  });
});

const render = (assessment: Assessment, width = 80, lang: Lang = 'en', colour = false): string =>
  renderTable(assessment, { lang, width, colour });

const scenes = { sheets, support, portfolio: portfolio(30), hostile, bill, metered } as const;
const golden = (name: string): string => `./golden/report/${name}`;

describe('table', () => {
  const cases = [
    ['sheets', 80, 'en'], ['sheets', 120, 'en'], ['sheets', 60, 'en'], ['sheets', 80, 'fr'], ['sheets', 120, 'fr'],
    ['support', 80, 'en'], ['support', 120, 'fr'], ['portfolio', 80, 'en'], ['portfolio', 120, 'en'], ['hostile', 80, 'en'],
    ['bill', 80, 'en'], ['metered', 80, 'en'], ['metered', 120, 'fr'],
  ] as const; // prettier-ignore
  it.each(cases)('%s at %i columns in %s', async (name, width, lang) => {
    await expect(render(scenes[name], width, lang)).toMatchFileSnapshot(golden(`${name}.${width}.${lang}.txt`));
  });

  it.each(Object.entries(scenes))('%s with its colours stripped is the same text', (_, scene) => {
    for (const width of [60, 80, 120]) {
      const coloured = render(scene, width, 'en', true);
      expect(coloured).toContain('\u001b[1m');
      expect(plain(coloured)).toBe(render(scene, width));
    }
  });

  it('has only ASCII marks when asked', () => {
    expect(renderTable(sheets, { lang: 'en', width: 80, colour: false, ascii: true })).not.toMatch(/[·µ]/);
  });

  it('says unknown where nothing is known, never 0', () => {
    const nothing: Assessment = {
      ...sheets,
      scenario: { ...sheets.scenario, volume: null },
      baseline: {
        impacts: unknownImpacts('a'),
        usages: [usage('a', exact(0), { impacts: unknownImpacts('a'), requests: null })],
      },
      equivalents: [],
    };
    for (const lang of ['en', 'fr'] as const) {
      const text = render(nothing, 80, lang);
      const block = text.split('\n\n')[1] ?? '';
      expect(block.match(new RegExp(messages(lang).unknown, 'g'))?.length).toBeGreaterThanOrEqual(6);
      expect(block).not.toMatch(/(?<![\d.,])0(?![\d.,])/);
      expect(renderLine(nothing, lang)).not.toMatch(/(?<![\d.,])0(?![\d.,])/);
    }
  });

  it('marks a total from which something unknown is missing as a lower bound', () => {
    const text = render(support);
    expect(text).toMatch(/Greenhouse gases +>11 kgCO2e/);
    expect(text).toMatch(/training \(allocated\) +not computed/);
    expect(text).toMatch(/hardware \(embodied\) +unknown/);
    expect(text).toContain(
      '? not in energy, greenhouse gases, abiotic resources, primary energy, climate\n  cost: routing',
    );
    expect(text).toContain('? hardware: the time it is occupied is unknown (chat)');
    // The row of the phase and the boundary say it
    expect(text).not.toContain('? training');
    expect(renderLine(support, 'en')).toContain('>11 kgCO2e');
    expect(text).toContain('> at least: a part is unknown');
    expect(render(sheets)).not.toContain('at least');
  });

  it('marks what is assumed, and nothing when all is given', () => {
    expect(render(sheets)).toContain('812 kgCO2e*');
    expect(render(support)).not.toContain('*');
  });

  it('marks only the climate cost when only the carbon price is assumed', () => {
    const price = entry('carbon_price', exact(0.2), 'EUR/kgCO2e', { source: 'quinet-2025' });
    const { impacts: known, usages } = support.baseline;
    const text = render({
      ...support,
      ledger: [price],
      carbonPrice: { ...support.carbonPrice, assumed: true },
      baseline: { usages, impacts: { ...known, climate_cost: { ...known.climate_cost, assumed: ['total'] } } },
    });
    expect(text).toMatch(/Climate cost \(200 EUR\/t\*\) +>2\.1 EUR\*/);
    expect(text).toMatch(/>11 kgCO2e +\[/);
  });

  it('marks only the phases that are assumed', () => {
    const { impacts: all, usages } = sheets.baseline;
    const ghg = { ...all.ghg, assumed: ['total', 'embodied'] } as const;
    const text = render({ ...sheets, baseline: { usages, impacts: { ...all, ghg } } });
    expect(text).toMatch(/operation +741 kgCO2e +\[/);
    expect(text).toMatch(/hardware \(embodied\) +52 kgCO2e\* /);
  });

  it('takes a null training phase for no reason to mark a total', () => {
    const { impacts: all, usages } = sheets.baseline;
    const ghg = { ...all.ghg, phases: { ...all.ghg.phases, training: null } };
    const text = render({ ...sheets, baseline: { usages, impacts: { ...all, ghg } } });
    expect(text).toMatch(/training \(allocated\) +not published/);
    expect(text).toMatch(/Greenhouse gases +812 kgCO2e/);
    expect(text).toContain('? training (allocated) is not in greenhouse gases: no figure is known');
  });

  it('marks an estimate from money as an upper bound', () => {
    const text = render(bill);
    expect(text).toMatch(/Greenhouse gases +<2\.5 tCO2e\* \[0\.36 - 4\.9\]/);
    expect(text).toContain('< at most: money overstates AI');
    expect(text).not.toMatch(/share|not published|at least/);
    expect(render(metered)).not.toContain('at most');
  });

  it('gives a request of a usage whose requests are not counted, and explains its mark', () => {
    const texts = { en: 'unknown; 0.0863 gCO2e a request', fr: 'inconnu ; 0,0863 gCO2e par requête' };
    for (const lang of ['en', 'fr'] as const) {
      for (let width = 60; width <= 160; width += 1) {
        const lines = render(metered, width, lang).split('\n');
        expect(lines.some((line) => line.startsWith('search') && line.includes(texts[lang]))).toBe(true);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
      }
    }
    const order = Array.from(render(metered).matchAll(/^(chat|search|lost) .*(?:kgCO2e|unknown)/gm), ([, id]) => id);
    expect(order).toEqual(['chat', 'search', 'lost']);
    // Alone in its scenario
    const [, search] = metered.baseline.usages;
    if (!search) throw new Error('the fixture has three usages');
    const perRequest = { ...search.perRequest, ghg: { ...search.perRequest.ghg, bound: 'lower' as const } };
    const alone = { ...metered, baseline: { impacts: search.impacts, usages: [{ ...search, perRequest }] } };
    expect(render(alone)).toContain('unknown; >0.0863 gCO2e a request');
    expect(render(alone)).toContain('> at least');
    expect(render(alone)).not.toContain('share');
  });

  it('sorts usages by GHG, unknown last, twenty at most, and counts the others', () => {
    const ids = (text: string): string[] => Array.from(text.matchAll(/^team-\S+(?= +2 text)/gm), ([id]) => id);
    const shown = ids(render(portfolio(10_000), 120));
    expect(shown).toHaveLength(20);
    expect(shown[0]).toBe('team-a.service-000');
    expect(render(portfolio(10_000))).toContain('and 9 980 others: `--format json` has them all');
    expect(render(portfolio(21))).toContain('and 1 other: `--format json` has them all');
    expect(render(support).indexOf('\nchat  ')).toBeLessThan(render(support).indexOf('\nrouting  '));
    expect(render(sheets)).not.toContain('USAGES');
  });

  it('lists what is not given by its weight, and marks what is assumed', () => {
    expect(
      byWeight(portfolio(30).ledger)
        .map(({ widthShare }) => widthShare)
        .slice(0, 4),
    ).toEqual([0.4, 0.2, 0.1, 0.01]);
    const text = render(portfolio(30), 120);
    expect(text).toMatch(/^\*\.serving\.batch\* \(30 usages\) +64 request \[8 - 256\]/m);
    expect(text).toMatch(/^method\.text\.residual +1 \[0\.54 - 2\]/m);
    expect(text).toContain('and 21 more: `--format json` has them all');
    expect(text).toContain('MEASURE NEXT  usages.*.serving.batch: it would cut the interval by 23 %');
    expect(render(support)).not.toContain('MEASURE NEXT');
  });

  it.each([
    [0.05, true],
    [0.0499, false],
  ])('says what to measure next at a share of %d: %s', (widthShare, isSaid) => {
    const ledger = [entry('usages.draft.serving.batch', range(8, 64, 256), 'request', { widthShare })];
    expect(render({ ...sheets, ledger }).includes('MEASURE NEXT')).toBe(isSaid);
  });

  it('names the input where several follow from one field, and the currency of the scenario', () => {
    const ledger = [
      entry('usages.draft.serving', range(3, 4, 6), 'year', { input: 'lifetime', widthShare: 0.6 }),
      entry('usages.draft.serving', range(0.3, 0.7, 0.85), '1', { input: 'occupancy', widthShare: 0.4 }),
      entry('carbon_price', range(0.07, 0.2, 0.256), 'money/kgCO2e', { widthShare: 0 }),
    ];
    const text = render({ ...sheets, ledger });
    expect(text).toContain('draft.serving (lifetime)*');
    expect(text).toContain('4 years [3 - 6]');
    expect(render({ ...sheets, ledger }, 80, 'fr')).toContain('4 ans [3 - 6]');
    expect(toJson({ ...sheets, ledger }).assumptions[0]?.unit).toBe('year');
    const once = [entry('usages.draft.serving.lifetime', range(0.5, 1, 2), 'year')];
    expect(render({ ...sheets, ledger: once })).toContain('1 year [0.5 - 2]');
    expect(render({ ...sheets, ledger: once }, 80, 'fr')).toContain('1 an [0,5 - 2]');
    expect(text).toContain('draft.serving (occupancy)*');
    expect(text).toContain('MEASURE NEXT  usages.draft.serving (lifetime): ');
    expect(text).toMatch(/carbon_price\* +200 EUR\/t \[70 - 256\]/);
  });

  it('weighs nothing where there is no width', () => {
    const ledger = sheets.ledger.map((each) => ({ ...each, widthShare: 0 }));
    const text = render({ ...sheets, ledger });
    expect(text).toContain('data quality C (5 of 9 inputs assumed)\n');
    expect(text).not.toMatch(/MEASURE NEXT|\b0 %/);
    expect(toJson({ ...sheets, ledger }).data_quality.assumed_width).toBeNull();
  });

  it('cannot be made to move a cursor, hide or reverse text', () => {
    const written = [
      render(hostile),
      render(hostile, 60, 'fr'),
      renderLine(hostile, 'en'),
      renderJson([hostile]),
      renderYaml([hostile]),
    ];
    for (const text of written) {
      // eslint-disable-next-line no-control-regex -- these are what must not come through
      expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
    expect(renderLine(hostile, 'en').trimEnd()).not.toContain('\n');
  });

  it('never has a line longer than the width', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.lorem({ maxCount: 12 }),
      fc.stringMatching(/^[a-z]{1,150}$/),
    );
    const value = fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -18, max: 17 }),
        fc.double({ min: 1, max: 1e4, noNaN: true }),
      )
      .map(([mantissa, exponent, spread]) =>
        range((mantissa * 10 ** exponent) / spread, mantissa * 10 ** exponent, mantissa * 10 ** exponent * spread),
      );
    const random = fc.record({
      name: text,
      unit: text,
      energy: value,
      volume: fc.double({ min: 1, max: 1e13, noNaN: true }),
      ids: fc.uniqueArray(text, { minLength: 1, maxLength: 25 }),
      batch: value,
      share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      unknown: fc.boolean(),
    });
    fc.assert(
      fc.property(random, fc.integer({ min: 60, max: 160 }), fc.constantFrom<Lang>('en', 'fr'), (made, width, lang) => {
        const usages = made.ids.map((id, at) =>
          usage(id, made.energy, {
            facts: { model: made.name, place: made.unit, placeAssumed: true, iterations: made.batch },
            crossChecks: [{ estimator: 'task', energyPerRequest: made.batch, ratio: 0.5 }],
            unknown: ['hardware-time-unknown'],
            ...(made.unknown && at % 2 === 0 ? { impacts: unknownImpacts(id), requests: null } : {}),
          }),
        );
        const assessment: Assessment = {
          ...sheets,
          scenario: { ...sheets.scenario, name: made.name, functionalUnit: made.unit, volume: exact(made.volume) },
          baseline: { impacts: impacts(made.energy, made.volume), usages },
          equivalents: [
            {
              id: 'x',
              label: made.unit,
              labelFr: made.name,
              unit: 'x',
              amount: made.batch,
              factor: 1,
              factorUnit: 'x',
              source: made.name,
              year: 2026,
            },
          ],
          ledger: made.ids.map((id) =>
            entry(`usages.${id}.serving.batch`, made.batch, 'request', { source: made.unit, widthShare: made.share }),
          ),
          warnings: [{ code: 'x', message: made.name, path: made.unit }],
          boundary: { counted: ['electricity'], unknown: [], notCounted: ['network'] },
        };
        const printed = render(assessment, width, lang);
        for (const line of printed.split('\n')) {
          expect(displayWidth(line), line).toBeLessThanOrEqual(width);
          expect(line).toBe(line.trimEnd());
        }
        expect(printed).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
  }, 60_000);
});

describe('line', () => {
  it('says the whole answer', () => {
    expect(renderLine(sheets, 'en')).toBe(
      'Product sheets, autumn catalogue: 812 kgCO2e [310 - 1 800] a year (2.7 gCO2e [1.0 - 6.1] per published sheet), ' +
        'energy 1.9 MWh [0.80 - 4.3], water 4 110 L [1 700 - 9 300]; data quality C (5 of 9 inputs assumed)\n',
    );
    expect(renderLine(support, 'fr')).toBe(
      'Support desk : >11 kgCO2e [1,5 - 35] par mois, énergie >210 kWh [30 - 700], eau inconnue ; qualité des données E (1 usage sans chiffre, les 5 données sont fournies)\n',
    );
  });
});

describe('JSON', () => {
  it('has the keys of the contract', () => {
    const result = toJson(sheets);
    expect(Object.keys(result)).toEqual([
      'schema', 'tool', 'scenario', 'baseline', 'practices', 'uncertainty', 'carbon_price', 'equivalents', 'assumptions', 'inputs', 'measure_next', 'data_quality', 'warnings', 'boundary',
    ]); // prettier-ignore
    expect(Object.keys(result.scenario)).toEqual(['name', 'sha256', 'functional_unit', 'volume', 'period']);
    expect(Object.keys(result.baseline.impacts)).toEqual([
      'energy',
      'ghg',
      'water',
      'adpe',
      'primary_energy',
      'climate_cost',
    ]);
    expect(Object.keys(result.baseline.impacts.ghg)).toEqual([
      'unit', 'total', 'per_unit', 'phases', 'missing', 'bound', 'assumed',
    ]); // prettier-ignore
    expect(Object.keys(result.baseline.impacts.ghg.phases)).toEqual(['operation', 'embodied', 'training']);
    expect(Object.keys(result.baseline.usages[0] ?? {})).toEqual([
      'id', 'tier', 'estimator', 'requests', 'impacts', 'per_request', 'cross_checks', 'unknown', 'data_quality', 'scopes',
    ]); // prettier-ignore
    expect(Object.keys(result.assumptions[0] ?? {})).toEqual([
      'path', 'input', 'value', 'unit', 'status', 'source', 'year', 'usages', 'width_share',
    ]); // prettier-ignore
    expect(result.data_quality).toEqual({
      grade: 'C',
      reasons: draftQuality.reasons,
      given: 4,
      assumed: 5,
      assumed_width: 0.76,
    });
    expect([result.assumptions.length, result.inputs.length]).toEqual([6, 4]);
  });

  it.each(Object.entries(scenes))('of %s is what the schema says', (_, scene) => {
    expect(resultSchema.safeParse(toJson(scene))).toMatchObject({ success: true });
  });

  it('is this text', async () => {
    await expect(renderJson([support])).toMatchFileSnapshot(golden('support.json'));
  });

  it('holds null for unknown, and no path of a file', () => {
    const text = renderJson([support]);
    expect(toJson(support).baseline.impacts.water.total).toBeNull();
    expect(toJson(support).baseline.impacts.ghg.phases.training).toBeNull();
    expect(text).not.toContain('.yaml');
    expect(renderJson([sheets])).not.toContain('/home/');
  });

  it('lists several results', () => {
    expect(toDocument([sheets, support])).toMatchObject({ schema: 'ai-footprint/results/1', results: [{}, {}] });
  });

  it('escapes what JSON leaves raw, and reads back the same', () => {
    expect(JSON.parse(renderJson([hostile]))).toEqual(toJson(hostile));
  });

  it('rounds to 12 digits and has no negative zero', () => {
    expect([round(0.1 + 0.2), round(1 / 3), round(-0), round(1e-300), round(123_456_789_012_345)]).toEqual([
      0.3, 0.333333333333, 0, 1e-300, 123_456_789_012_000,
    ]); // prettier-ignore
    expect(Object.is(round(-0), 0)).toBe(true);
  });

  it('refuses what is not finite', () => {
    const broken = { ...sheets, scenario: { ...sheets.scenario, volume: exact(Number.NaN) } };
    expect(() => renderJson([broken])).toThrow(InternalError);
  });

  it('leaves the weight of the assumptions null while one of them is not known', () => {
    const ledger = sheets.ledger.map((each) => (each.path.endsWith('batch') ? { ...each, widthShare: null } : each));
    expect(toJson({ ...sheets, ledger }).data_quality.assumed_width).toBeNull();
  });

  it('is the same object in YAML', () => {
    expect(parse(renderYaml([support]))).toEqual(toJson(support));
    expect(parse(renderYaml([hostile]))).toEqual(toJson(hostile));
  });
});

describe('problems', () => {
  const place = { file: 'scenarios/support-chat.yaml', line: 12, column: 5, length: 9, excerpt: '    iteratons: 3' };
  const unknownKey = problem(
    'unknown-key',
    { owner: 'usage "chat"', key: 'iteratons', nearest: ['iterations'], known: [] },
    { path: 'usages[0].iteratons', place },
  );
  const options = { colour: false, width: 80 };

  it('is the block of STYLE, byte by byte, and a count', () => {
    expect(renderProblems([unknownKey], options)).toBe(
      [
        'error[unknown-key]: usage "chat" has no field "iteratons"',
        '  --> scenarios/support-chat.yaml:12:5',
        '   |',
        '12 |     iteratons: 3',
        '   |     ^^^^^^^^^',
        '   why: unknown fields are refused, so a typo can never fall back to a default',
        '   fix: rename it to "iterations"',
        '',
        '1 problem in scenarios/support-chat.yaml',
        '',
      ].join('\n'),
    );
  });

  const excerptOf = (more: Partial<typeof place>, width = 80): string[] =>
    renderProblems([{ ...unknownKey, place: { ...place, ...more } }], { colour: false, width })
      .split('\n')
      .slice(3, 5);

  it('widens the gutter with the number of the line', () => {
    expect(excerptOf({ line: 1234 })).toEqual(['1234 |     iteratons: 3', '     |     ^^^^^^^^^']);
    expect(excerptOf({ line: 7 })).toEqual([' 7 |     iteratons: 3', '   |     ^^^^^^^^^']);
  });

  it('keeps the carets under the place behind tabs, escapes and wide letters', () => {
    expect(excerptOf({ excerpt: '\ta\tkey: 1', column: 4, length: 3 })).toEqual([
      '12 |     a   key: 1',
      '   |         ^^^',
    ]);
    expect(excerptOf({ excerpt: '\u001b[1mkey: 1', column: 5, length: 3 })).toEqual([
      '12 | \\x1b[1mkey: 1',
      '   |        ^^^',
    ]);
    expect(excerptOf({ excerpt: '名前: key', column: 5, length: 3 })).toEqual(['12 | 名前: key', '   |       ^^^']);
    expect(excerptOf({ excerpt: 'x: \u202e1', column: 4, length: 1 })).toEqual(['12 | x: \\u202e1', '   |    ^^^^^^']);
  });

  it('points behind the end of a line', () => {
    expect(excerptOf({ excerpt: 'name:', column: 6, length: 0 })).toEqual(['12 | name:', '   |      ^']);
    expect(excerptOf({ excerpt: '', column: 1, length: 1 })).toEqual(['12 |', '   | ^']);
  });

  it('cuts a long line around its place', () => {
    const long = `${'a'.repeat(300)}KEY${'b'.repeat(300)}`;
    expect(excerptOf({ excerpt: long, column: 301, length: 3 }, 60)).toEqual([
      `12 | ...${'a'.repeat(18)}KEY${'b'.repeat(28)}...`,
      `   |    ${' '.repeat(18)}^^^`,
    ]);
    expect(excerptOf({ excerpt: long, column: 1, length: 3 }, 60)).toEqual([`12 | ${'a'.repeat(52)}...`, '   | ^^^']);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 604 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 60, max: 160 }),
        (column, length, width) => {
          const [source = '', carets = ''] = excerptOf({ excerpt: long, column, length }, width);
          expect(source.length).toBeLessThanOrEqual(width);
          expect(carets.length).toBeLessThanOrEqual(width);
          expect(carets).toContain('^');
        },
      ),
    );
  });

  it('wraps long reasons, counts the files, and does without a place', () => {
    const bare: Problem = { code: 'bad-option', message: 'word '.repeat(40).trim(), fix: 'x'.repeat(200) };
    const elsewhere: Problem = { ...unknownKey, place: { ...place, file: 'b.yaml' } };
    const text = renderProblems([bare, unknownKey, elsewhere], options);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text.endsWith('\n3 problems in 2 files\n')).toBe(true);
    expect(renderProblems([bare], options).endsWith('\n1 problem\n')).toBe(true);
    expect(
      renderProblems([unknownKey, unknownKey], { ...options, lang: 'fr' }).endsWith(
        '2 problèmes dans scenarios/support-chat.yaml\n',
      ),
    ).toBe(true);
  });

  it('is the same text with its colours stripped', () => {
    const coloured = renderProblems([unknownKey], { ...options, colour: true });
    expect(coloured).not.toBe(plain(coloured));
    expect(plain(coloured)).toBe(renderProblems([unknownKey], options));
  });

  it('is for machines a list of plain objects', () => {
    expect(problemsToJson([unknownKey, { code: 'bad-option', message: 'no' }])).toEqual([
      {
        code: 'unknown-key', message: 'usage "chat" has no field "iteratons"', file: 'scenarios/support-chat.yaml', line: 12, column: 5,
        path: 'usages[0].iteratons', fix: 'rename it to "iterations"',
        why: 'unknown fields are refused, so a typo can never fall back to a default',
      },
      { code: 'bad-option', message: 'no', file: null, line: null, column: null, path: null, fix: null, why: null },
    ]); // prettier-ignore
  });
});

describe('text', () => {
  it('shows control and format characters escaped', () => {
    expect(safe('a\u001b[31mb\u202ec\u2066\u0000\u009b\u200b\ud800')).toBe(
      'a\\x1b[31mb\\u202ec\\u2066\\x00\\x9b\\u200b\\ud800',
    );
    expect(safe(' a\n\tb \r\n c\u0085d\u2028e ')).toBe('a b c d e');
    expect([' a', 'a ', 'a  b', 'a b', ''].map(safe)).toEqual(['a', 'a', 'a b', 'a b', '']);
    // As long as a log record may be.
    expect(safe('a '.repeat(10_000_000))).toHaveLength(19_999_999);
    expect(safe('👩‍👩‍👧 naïve')).toBe('👩‍👩‍👧 naïve');
  });

  it('measures, clips and wraps by columns', () => {
    expect([
      displayWidth('abc'),
      displayWidth('é'),
      displayWidth('e\u0301'),
      displayWidth('名前'),
      displayWidth('👩‍👩‍👧'),
    ]).toEqual([3, 1, 1, 4, 2]);
    expect(clip('usages.draft.serving.batch', 16)).toBe('usages.....batch');
    expect(wrap('about 1 900 kgCO2e [330 - 1 900] or so', 14)).toEqual([
      'about',
      '1 900 kgCO2e',
      '[330 - 1 900]',
      'or so',
    ]);
    expect(wrap('abcdefgh ij', 4, 1)).toEqual(['abcd', ' efg', ' h', ' ij']);
  });

  it('has the same sentences in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
    expect(shape(messages('fr'))).toEqual(shape(messages('en')));
  });
});

describe('formats', () => {
  it('renders each, with a newline at the end', async () => {
    for (const load of Object.values(formats)) {
      const text = (await load())([sheets, support], { lang: 'en', width: 80, colour: false });
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  it('knows a format by the extension of a file', () => {
    expect(['a.json', 'b/c.YAML', 'd.yml', 'e.txt', 'f.md', 'g', 'h.constructor', 'json'].map(formatOfFile)).toEqual([
      'json', 'yaml', 'yaml', 'table', 'markdown', undefined, undefined, undefined,
    ]); // prettier-ignore
    expect(['a.csv', 'b.jsonl'].map(formatOfFile)).toEqual(['csv', 'jsonl']);
  });
});

describe('numbers against Intl', () => {
  it('prints what Intl.NumberFormat prints, thousands parted by a space', () => {
    const exact = (value: number): Range => ({ low: value, central: value, high: value });
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 9e14, noNaN: true }), fc.constantFrom('en', 'fr'), (value, lang) => {
        const reference = new Intl.NumberFormat(lang, { maximumSignificantDigits: 3, useGrouping: 'always' })
          .formatToParts(Number(Number(value.toPrecision(12)).toPrecision(3)))
          .map((part) => (part.type === 'group' ? ' ' : part.value))
          .join('');
        // Halves round away from zero here: leave out what lies on one.
        fc.pre(
          !Number(value.toPrecision(12)).toPrecision(4).endsWith('5') ||
            value.toPrecision(12).replace(/0+$/, '').length > 7,
        );
        expect(formatRange(exact(value), 'parsec', { lang })).toBe(`${reference} parsec`);
      }),
      { seed: 20_261_123, numRuns: 500 },
    );
  });
});
