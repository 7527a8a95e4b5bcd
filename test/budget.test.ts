/** What a person reads of budgets and the exit code: from one decision, in every format. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../src/check-types.ts';
import { headline } from '../src/report/check/words.ts';
import { checkFormats } from '../src/report/check/index.ts';
import { decide, inOrder } from '../src/verdict/budget/settle.ts';
import type { Item } from '../src/verdict/budget/types.ts';
import { item } from './budget.fixtures.ts';
import { validCodeQuality, validGithub, validMarkdown, validSarif } from './published-schemas.ts';

const flags = fc.record({ strict: fc.boolean(), exitZero: fc.boolean() });

const reportOf = (items: readonly Item[], options: { strict: boolean; exitZero: boolean }): CheckReport => ({
  tool: { version: '0.1.0', method: 'ai-footprint/1', dataVersion: 'x' },
  config: 'ai-footprint.config.yaml',
  today: '2026-11-24',
  judge: 'range',
  decision: decide(items, options),
  items: inOrder(items.map((each, index) => ({ ...each, file: `${index}.yaml` }))),
  scenarios: [],
  lock: { file: 'ai-footprint.lock.json', state: 'absent', kept: [] },
  idle: [],
});

/** The verdict as a reader takes it from words alone. */
const read = (text: string): string => {
  const [, word = ''] = /(fails|dépassé|holds|tenu|undecided|indécis)/.exec(text) ?? [];
  return (
    {
      fails: 'fails',
      dépassé: 'fails',
      holds: 'holds',
      tenu: 'holds',
      undecided: 'inconclusive',
      indécis: 'inconclusive',
    }[word] ?? ''
  );
};

describe('text and exit code never disagree', () => {
  it('whatever the budgets and the results are, in every format and both languages', async () => {
    const renderers = await Promise.all(
      (['text', 'line', 'markdown', 'github', 'sarif', 'json'] as const).map((name) => checkFormats[name]()),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), flags, (items, options) => {
        const report = reportOf(items, options);
        const { decision } = report;
        const failing = items.filter(({ outcome }) => outcome === 'fail').length;
        const open = items.some(({ outcome, budget: { level } }) => outcome === 'unsettled' && level === 'error');
        const expected = failing > 0 ? 1 : options.strict && open ? 4 : 0;
        expect(decision.code).toBe(options.exitZero ? 0 : expected);
        for (const lang of ['en', 'fr'] as const) {
          const [text = '', line = '', markdown = '', github = '', sarif = '', json = ''] = renderers.map((render) =>
            render(report, { lang, width: 80, colour: false }),
          );
          const verdict = { 0: 'holds', 1: 'fails', 4: 'inconclusive' }[expected];
          const excused = options.exitZero && expected !== 0;
          for (const said of [
            text.split('\n\n')[0] ?? '',
            line,
            validMarkdown(markdown).answer,
            validGithub(github).answer,
            headline(decision, lang),
          ]) {
            expect(read(said)).toBe(verdict);
            expect(said.includes('--exit-zero')).toBe(excused);
          }
          expect(validSarif(sarif)).toMatchObject({ exitCode: decision.code });
          expect(JSON.parse(json)).toMatchObject({ exit_code: decision.code, verdict, excused });
          expect(validGithub(github).annotations.filter(({ kind }) => kind === 'error')).toHaveLength(
            Math.min(10, failing),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('GitLab gets one finding an item, each with a fingerprint of its own', async () => {
    const render = await checkFormats['code-quality']();
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        const report = reportOf(items, { strict: false, exitZero: false });
        const found = validCodeQuality(render(report, { lang: 'en', width: 80, colour: false }));
        expect(found).toHaveLength(items.filter(({ outcome }) => outcome !== 'pass').length);
      }),
      { numRuns: 40 },
    );
  });
});
