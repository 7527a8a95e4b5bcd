/** No English word of the messages in what a reader of French is told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { defaultCatalog } from '../src/catalog/index.ts';
import { en as checkEn } from '../src/messages/check/en.ts';
import { fr as checkFr } from '../src/messages/check/fr.ts';
import { en as diffEn } from '../src/messages/diff/en.ts';
import { fr as diffFr } from '../src/messages/diff/fr.ts';
import { commandWords, frame } from '../src/messages/help/command-words.ts';
import { en as helpEn } from '../src/messages/help/en.ts';
import { fr as helpFr } from '../src/messages/help/fr.ts';
import { optionWords } from '../src/messages/help/option-words.ts';
import { messages } from '../src/messages/index.ts';
import { en as initEn } from '../src/messages/init/en.ts';
import { fr as initFr } from '../src/messages/init/fr.ts';
import { sentences } from '../src/messages/problems/sentence.ts';
import { reportEn } from '../src/messages/report/en.ts';
import { reportFr } from '../src/messages/report/fr.ts';
import { root, runCli } from './run-cli.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** What stands in quotes in the source of a function. */
const literals = (source: string): string[] =>
  source.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];

/** Texts of a catalogue, also those inside functions. Of `{ en, fr }` one side. */
function texts(value: unknown, side: 'en' | 'fr'): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return literals((value as () => unknown).toString());
  if (typeof value !== 'object' || value === null) return [];
  const sides = value as { readonly en?: unknown; readonly fr?: unknown };
  return (sides.en !== undefined && sides.fr !== undefined ? [sides[side]] : Object.values(value)).flatMap((each) =>
    texts(each, side),
  );
}

const bilingual = [commandWords, frame, optionWords];
const french = new Set(
  texts([messages('fr'), checkFr, diffFr, initFr, reportFr, helpFr, bilingual], 'fr')
    .concat(Object.values(sentences))
    .flatMap(wordsOf),
);
/** Words that join English sentences, whatever the French messages quote. */
const joining = wordsOf('the of with that which this these its are is was than where when what each should');

/** Words of the English messages that the French ones do not have. */
const english = new Set([
  ...texts([messages('en'), checkEn, diffEn, initEn, reportEn, helpEn, bilingual], 'en')
    .concat(Object.keys(sentences))
    .flatMap(wordsOf)
    .filter((word) => !french.has(word)),
  ...joining,
]);

/** French or names, in texts of the catalogue: no message has them. */
const names = new Set(['gains', 'gb', 'tonne', 'us', 'medium', 'device', 'lost', 'meter']);

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [];
}

/** What somebody wrote in a scenario is printed as it is. */
const scenarios = readdirSync(join(root, 'scenarios'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => `scenarios/${file}`)
  .toSorted();
const values = scenarios.flatMap((file) => valuesOf(parse(readFileSync(join(root, file), 'utf8'))));

const written = new Set(values.flatMap(wordsOf));

/** Sources are cited in the language of their titles; ids are keys of the scenario. */
const titles = defaultCatalog()
  .data.sources.map(({ title, place }) => [title, place])
  .flat();
/** A warning that a fixture of test/report.test.ts made up, and no shell has put into French. */
const madeUp = '4 prompts for one kept result is more than three quarters of usages need';

const phrases = [...titles, ...values, madeUp, 'IT for green']
  .flatMap((each) => (each?.includes(' ') ? [each] : []))
  .toSorted((left, right) => right.length - left.length);
const ids = new Set(
  [...defaultCatalog().data.questions.map(({ id }) => id), ...values.filter((each) => !each.includes(' '))].flatMap(
    wordsOf,
  ),
);

/** @param isBroken whether lines are so narrow that what somebody wrote runs over several: then its words count for nothing. */
function leaks(text: string, isBroken = false): string[] {
  const bare = phrases.reduce((left, phrase) => left.replaceAll(phrase, ''), text);
  return bare.split('\n').filter((line) => {
    // In quotes, in code, in a path or a name with a hyphen stands what is no message.
    const own = line.replaceAll(/"[^"]*"|`[^`]*`|\S*[\d._/@:*-]\S*/g, '');
    return wordsOf(own).some(
      (word) => english.has(word) && !ids.has(word) && !names.has(word) && !(isBroken && written.has(word)),
    );
  });
}

const textOf = (page: string): string =>
  page
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<wbr[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');

async function toldInFrench(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli([...args, '--lang', 'fr', '--width', '400']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return textOf(stdout);
}

test('a word that stayed behind is found', () => {
  expect(leaks('Gaz à effet de serre   greenhouse gases')).toHaveLength(1);
  expect(leaks("! l'usage ne compte pas: the estimate is by text")).toHaveLength(1);
  expect(leaks('Gaz à effet de serre 341 kgCO2e [110 - 2 300] "openai/gpt-4o"')).toEqual([]);
});

describe('what is kept as golden output', () => {
  // Of `explain` and `catalog` most is the data itself, which is in English alone: docs/decisions/0019. A completion is code.
  const isData = /^(?:explain|catalog|completion)\//;
  const told = readdirSync(join(root, 'test/golden'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.fr\.(?:\d+\.)?(?:txt|md)$|^table-fr\//.test(file) && !isData.test(file))
    .toSorted();
  test.each(told)('%s', (file) => {
    expect(leaks(readFileSync(join(root, 'test/golden', file), 'utf8'), true)).toEqual([]);
  });
});

describe('every scenario', () => {
  test.each(scenarios)('%s', async (file) => {
    for (const format of ['table', 'markdown', 'line'])
      expect(leaks(await toldInFrench(['assess', file, '--format', format]))).toEqual([]);
    expect(leaks(await toldInFrench(['report', file]))).toEqual([]);
    // Questions are answered usage by usage, and this one has a table.
    if (file !== 'scenarios/prompt-log.yaml') expect(leaks(await toldInFrench(['questions', file]))).toEqual([]);
  });
});

describe('every other way to ask', () => {
  const sheets = 'scenarios/product-sheets.yaml';
  const [before, after] = ['scenarios/chatgpt-vs-copilot-before.yaml', 'scenarios/chatgpt-vs-copilot-after.yaml'];
  test.each([
    [['assess', sheets, '--methods']],
    [['assess', 'scenarios/decision-matrix.yaml', '--method', 'ecologits']],
    [['assess', sheets, '--samples', '200']],
    [['advise', sheets, '--all']],
    [['advise', sheets, '--target', '40 kg/year']],
    [['advise', sheets, '--target', '1 gCO2e/unit', '--solve', 'tokens.output']],
    [['compare', ...scenarios.slice(0, 12)]],
    [['compare', ...scenarios.slice(0, 5), '--format', 'markdown']],
    [['compare', 'scenarios/decision-matrix.yaml', '--by', 'usage']],
    [['sweep', sheets, '--vary', 'region=@continent:EU', '--vary', 'iterations=1..3']],
    [['diff', before, after]],
    [['diff', before, after, '--format', 'markdown']],
    [['report', ...scenarios.slice(0, 3)]],
    [['budget', 'suggest', sheets]],
    [['questions']],
    [['init', '--list']],
    [['catalog', 'models', 'nothing-has-this-name']],
  ])('%j', async (args) => {
    expect(leaks(await toldInFrench(args))).toEqual([]);
  });
});
