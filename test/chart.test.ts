/** Charts of signs: lengths and lightness follow the figures, and fit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartBar, shade, shadeCount } from '../src/report/chart.ts';
import { renderHeatMap, type HeatMap } from '../src/report/heat-map.ts';
import { displayWidth } from '../src/report/wrap.ts';
import { runCli } from './run-cli.ts';

describe('bars', () => {
  test.each([
    [0, ''],
    [1, '████'],
    [0.5, '██'],
    [0.03125, '▏'],
    [0.001, '▏'],
    [0.65625, '██▋'],
  ])('%s of four columns is %j', (share, bar) => {
    expect(chartBar(share, 4, { ascii: false })).toBe(bar);
  });

  test('more is never shorter, nothing is nothing, and none is longer than its room', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 40 }), fc.boolean(), (one, other, room, ascii) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          chartBar(each, room, { ascii }),
        );
        expect(displayWidth(less ?? '')).toBeLessThanOrEqual(displayWidth(more ?? ''));
        expect(displayWidth(more ?? '')).toBeLessThanOrEqual(room);
        expect(chartBar(one, room, { ascii }) === '').toBe(one === 0);
      }),
    );
  });
});

describe('maps', () => {
  const map = (values: readonly number[], second: readonly (string | number)[] = [1, 2, 3]): HeatMap => ({
    fields: ['region', 'iterations'],
    first: ['a', 'b'],
    second,
    values: Float64Array.from(values),
    unit: 'kgCO2e',
    what: 'greenhouse gases',
  });
  const options = { lang: 'en', width: 80, ascii: false } as const;
  const signs = Array.from({ length: shadeCount }, (_, step) => shade(step, options).repeat(2));

  test('the least is the lightest, the most the darkest, what is left out is empty; the longer field runs down', () => {
    const lines = renderHeatMap(map([1, 1.5, 2, Number.NaN, 2, 3]), options);
    expect(lines.slice(1, 5)).toEqual([
      'iterations  a  b',
      `1           ${signs[0]}`,
      `2           ${signs[1]} ${signs[2]}`,
      `3           ${signs[2]} ${signs[4]}`,
    ]);
    expect(lines.join(' ')).toContain(`${signs[0]} 1 kgCO2e to 1.4 kgCO2e`);
    expect(lines.at(-1)).toBe('empty: a constraint is not kept');
  });

  test('over more than a decade the steps are by factors', () => {
    const lines = renderHeatMap(map([1, 30, 300, 3000, 30_000, 100_000]), options);
    expect(lines.slice(2, 5)).toEqual([
      `1           ${signs[0]} ${signs[3]}`,
      `2           ${signs[1]} ${signs[4]}`,
      `3           ${signs[2]} ${signs[4]}`,
    ]);
  });

  test('names that do not fit are letters with a key; a map that does not fit is a sentence', () => {
    const names = Array.from({ length: 12 }, (_, at) => `mistral/a-long-name-of-a-model-${at}`);
    const values = Array.from({ length: 24 }, (_, at) => at);
    const lines = renderHeatMap({ ...map(values), second: names }, { ...options, width: 60 });
    expect(lines.every((line) => displayWidth(line) <= 60)).toBe(true);
    const many = Array.from({ length: 100 }, (_, at) => at);
    const big = { ...map(many.flatMap((at) => many.map((each) => at * each))), first: many, second: many };
    expect(renderHeatMap(big, options).join(' ')).toContain('no map: 100 x 100 values have no room here');
  });

  test.each(['en', 'fr'])('of a sweep, %s', async (lang) => {
    const vary = ['--vary', 'region=@provider:scaleway', '--vary', 'iterations=1..6', '--constraint', 'ghg < 500 kg'];
    const args = ['sweep', 'scenarios/product-sheets.yaml', ...vary, '--top', '3', '--lang', lang];
    const { stdout } = await runCli(args);
    await expect(stdout).toMatchFileSnapshot(`golden/sweep/heat-map.${lang}.txt`);
    expect(stdout.split('\n').every((line) => displayWidth(line) <= 80)).toBe(true);
    const ascii = (await runCli([...args, '--ascii'])).stdout;
    if (lang === 'en') expect(ascii).toMatch(/^[\n\x20-\x7e]*$/);
    expect(ascii).toContain('@@');
  });

  test('none for one field, for three, or for a sample', async () => {
    for (const more of [['iterations=1..3'], ['iterations=1..3', 'pue=1.1,1.2', 'tokens.output=1,2']]) {
      const { stdout } = await runCli([
        'sweep',
        'scenarios/product-sheets.yaml',
        ...more.flatMap((each) => ['--vary', each]),
      ]);
      expect(stdout).not.toMatch(/[░▒▓]/);
    }
    const sample = ['--vary', 'iterations=1..3', '--vary', 'pue=1.1,1.2', '--sample', '20'];
    expect((await runCli(['sweep', 'scenarios/product-sheets.yaml', ...sample])).stdout).not.toMatch(/[░▒▓]/);
  });
});
