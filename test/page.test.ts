/** The report page without a browser: its words, its figures, its bytes, its errors. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assess } from '../src/assess.ts';
import { defaultCatalog } from '../src/catalog/index.ts';
import { reportWords } from '../src/messages/report/index.ts';
import { placesOf } from '../src/places.ts';
import { prepare } from '../src/prepare.ts';
import { html, link, prose } from '../src/report/html/markup.ts';
import { shellWord } from '../src/report/html/reproduction.ts';
import { sensitivityOf } from '../src/sensitivity.ts';
import { commandsOf, folder, hostileScenario, pageOf, textOf, type Folder } from './page.fixtures.ts';
import { root, runCli } from './run-cli.ts';
import { within } from './within.ts';

const sheets = 'scenarios/product-sheets.yaml';
const several = [
  sheets,
  'scenarios/truck-fleet.yaml',
  'scenarios/logistics-server-week.yaml',
  'scenarios/marketing-tools.yaml',
];
const mostBytes = 400_000;
const bytes = (text: string): number => Buffer.byteLength(text);
const catalog = defaultCatalog();

describe('what a page says', () => {
  test.each([
    ['sheets', [sheets], 'en'],
    ['sheets', [sheets], 'fr'],
    ['decision-matrix', ['scenarios/decision-matrix.yaml'], 'en'],
    ['decision-matrix', ['scenarios/decision-matrix.yaml'], 'fr'],
    ['several', several, 'en'],
    ['several', several, 'fr'],
  ])('%s, %s, in %s', async (name, files, lang) => {
    const page = await pageOf(files, '--lang', lang);
    await expect(textOf(page)).toMatchFileSnapshot(join(root, `test/golden/page/${name}.${lang}.txt`));
  });

  test('no English word of the page is left in French', async () => {
    const words = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value
          ? Object.values(value).flatMap(words)
          : [];
    const english = words(reportWords('en')).filter((text) => text.length > 5);
    const french = new Set(words(reportWords('fr')));
    const page = textOf(await pageOf(several, '--lang', 'fr')).toLowerCase();
    const leaked = english.filter(
      (text) => !french.has(text) && page.split(/[\n|]/).some((cell) => cell.trim() === text.toLowerCase()),
    );
    expect(english.length).toBeGreaterThan(60);
    expect(leaked).toEqual([]);
  });

  test.each(['en', 'fr'] as const)('usages from a table: what is not computed is said, in %s', async (lang) => {
    const page = await pageOf(['scenarios/prompt-log.yaml'], '--lang', lang);
    expect(textOf(page)).toContain(reportWords(lang).verdict.noneOfTable);
    expect(page).not.toMatch(/id="(?:sensitivity|places|practices)"/);
  });

  test('the day is printed when it is given, and never else', async () => {
    const page = await pageOf([sheets], '--date', '2026-11-25');
    expect(textOf(page)).toContain('Report of 2026-11-25');
    expect(textOf(page)).toContain('--date 2026-11-25');
    // The day of the data is one that the catalogue states.
    expect(textOf(await pageOf([sheets]))).not.toMatch(/Report of|--date/);
  });
});

describe('figures behind the charts', () => {
  const textOfSheets = readFileSync(join(root, sheets), 'utf8');
  const input = (text: string) => ({ file: 'sheets.yaml', text, load: () => '' });
  const ghgOf = (text: string): number =>
    assess(input(text), { catalog, hash: () => '' }).baseline.impacts.ghg.total?.central ?? Number.NaN;
  const prepared = prepare(input(textOfSheets), {
    catalog, method: 'ai-footprint', both: false, practices: [], options: 'allowed',
  }); // prettier-ignore

  test('a bar of the tornado is the scenario computed again with that input', () => {
    const found = sensitivityOf(prepared);
    const batch = found.find(({ entry }) => entry.path === 'usages.draft.serving.batch');
    const { low, high } = batch?.entry.value ?? { low: Number.NaN, high: Number.NaN };
    const withBatch = (value: number): number =>
      ghgOf(textOfSheets.replace('    requests:', `    serving: { batch: ${value} }\n    requests:`));
    expect(batch?.atLow).toSatisfy(within(withBatch(low), 1e-9));
    expect(batch?.atHigh).toSatisfy(within(withBatch(high), 1e-9));
    const widths = found.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
    expect(widths).toEqual(widths.toSorted((left, right) => right - left));
  });

  test('a place is the scenario computed again there', () => {
    const found = placesOf(prepared, 10);
    expect(found?.places.length).toBe(10);
    expect(found?.compared).toBeGreaterThan(50);
    for (const { name, after, factor } of found?.places ?? []) {
      const there = ghgOf(textOfSheets.replace('azure/eastus2', name));
      expect(after.central).toSatisfy(within(there, 1e-9));
      expect(factor.central).toSatisfy(within(there / ghgOf(textOfSheets), 1e-9));
    }
    const lowest = found?.places.map(({ after }) => after.central) ?? [];
    expect(lowest).toEqual(lowest.toSorted((left, right) => left - right));
  });

  test('of several usages all that may move do', () => {
    const usage = (id: string, region: string): string =>
      `  - { id: ${id}, model: gpt-4o, region: ${region}, requests: 1000/year, tokens: { input: 900, output: 600 } }\n`;
    const scenario = (one: string, other: string): string =>
      `name: two\nusages:\n${usage('one', one)}${usage('other', other)}`;
    const two = prepare(input(scenario('azure/eastus2', 'azure/centralindia')), {
      catalog, method: 'ai-footprint', both: false, practices: [], options: 'allowed',
    }); // prettier-ignore
    const place = placesOf(two, 4)?.places[0];
    expect(place?.usages).toBe(2);
    expect(place?.after.central).toSatisfy(within(ghgOf(scenario(place?.name ?? '', place?.name ?? '')), 1e-9));
  });
});

describe('bytes', () => {
  test('the same twice, from elsewhere, and through assess', async () => {
    const page = await pageOf([sheets]);
    expect(await pageOf([sheets])).toBe(page);
    const { stdout } = await runCli(['assess', sheets, '--format', 'html'], {
      env: { TZ: 'Asia/Tokyo', LANG: 'en_GB' },
    });
    expect(stdout).toBe(page);
  });

  test('every example alone, and all of them on one page, are below 400 kB', async () => {
    const files = readdirSync(join(root, 'scenarios'))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `scenarios/${file}`);
    for (const file of files) {
      const page = await pageOf([file]);
      expect({ file, bytes: bytes(page) }).toSatisfy(isLight);
      expect(page).not.toMatch(/\b(?:NaN|Infinity|undefined|null)\b/);
    }
    const all = await pageOf(files);
    expect({ file: 'all', bytes: bytes(all) }).toSatisfy(isLight);
    expect(all.match(/<article /g)?.length).toBe(files.length);
    expect(all).toContain('told in brief');
  }, 120_000);

  test('a thousand usages, and three hundred scenarios, are below 400 kB', async () => {
    const project = folder();
    try {
      const usages = Array.from({ length: 1000 }, (_, at) => ({
        id: `usage-${at}`, model: 'gpt-4o', region: 'azure/eastus2', requests: `${1000 + at}/year`, tokens: { output: 100 + at },
      })); // prettier-ignore
      project.write('many.json', JSON.stringify({ name: 'A thousand', usages }));
      const names = Array.from({ length: 300 }, (_, at) => `s${at}.json`);
      for (const [at, name] of names.entries())
        project.write(name, JSON.stringify({ name: `Scenario ${at}`, usages: usages.slice(at, at + 1) }));
      const many = await project.run('report', 'many.json');
      expect({ file: 'many', bytes: bytes(many.stdout) }).toSatisfy(isLight);
      expect(textOf(many.stdout)).toContain('The 12 largest of 1 000 usages');
      expect(textOf(many.stdout)).toContain('The 50 largest of 1 000 usages: --format csv has them all.');
      const portfolio = await project.run('report', ...names);
      expect({ file: 'portfolio', bytes: bytes(portfolio.stdout) }).toSatisfy(isLight);
      expect(textOf(portfolio.stdout)).toContain('The 100 first of 300 scenarios');
    } finally {
      project.remove();
    }
  }, 120_000);
});

const isLight = ({ bytes: size }: { readonly bytes: number }): boolean => size > 10_000 && size < mostBytes;

describe('text of a scenario', () => {
  test('is text, whatever it holds', async () => {
    const project = folder();
    try {
      project.write('hostile.json', hostileScenario());
      const {
        code,
        stdout: page,
        stderr,
      } = await project.run('report', 'hostile.json', '--catalog', writeCatalog(project));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      // Every tag is one that the page writes itself, with attributes that run nothing.
      const tags = [...page.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/gi)];
      const written = new Set(tags.map(([, name]) => name?.toLowerCase()));
      for (const name of ['script', 'img', 'iframe', 'object', 'form']) expect(written).not.toContain(name);
      expect(page.match(/<style>/g)?.length).toBe(1);
      expect(page.match(/<h1/g)?.length).toBe(1);
      const attributes = tags.flatMap(([, , rest = '']) => [...rest.matchAll(/([\w-]+)=("[^"]*"|'[^']*')/g)]);
      expect(attributes.length).toBeGreaterThan(300);
      for (const [, name = '', value = ''] of attributes) {
        expect(name).not.toMatch(/^on/i);
        if (name === 'href') expect(value).toMatch(/^"(?:#|https?:\/\/|data:,")/);
      }
      // eslint-disable-next-line no-control-regex -- what must not be there
      expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(textOf(page)).toContain('<script>document.title="owned"</script>');
    } finally {
      project.remove();
    }
  });

  test('escapes in elements and attributes, keeps one blank at an end, and nests markup', () => {
    expect(html`<b title="${'a"b\'c'}">${' <i> '}${[html`<br>`, 1, null]}</b>`.text).toBe(
      '<b title="a&quot;b&#39;c"> &lt;i&gt; <br>1</b>',
    );
    expect(prose('a -> b `c` « d » : 12 000 gCO2e, 4 %').text).toBe(
      'a \u2192 b <code>c</code> «&nbsp;d&nbsp;»&nbsp;: 12&nbsp;000 gCO\u2082e, 4&nbsp;%',
    );
  });

  test.each([
    ['https://example.org/a?b=1&c=2', '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">x</a>'],
    ['javascript:alert(1)', 'x'],
    ['https://x" onclick="y', 'x'],
    ['src/data/quality.yaml', 'x'],
  ])('the address %s becomes %s', (address, written) => {
    expect(link(address, 'x').text).toBe(written);
  });
});

/** A catalogue whose source has an address that would break out of an attribute. */
function writeCatalog(project: Folder): string {
  project.write(
    'own.yaml',
    [
      'sources:',
      '  - { id: own, title: "<b>own</b>", url: \'https://x.org/"onclick="x\', year: 2026, confidence: primary, review_by: 2027-01-01 }',
      '',
    ].join('\n'),
  );
  return 'own.yaml';
}

describe('files and errors', () => {
  let project: Folder;
  beforeEach(() => {
    project = folder();
    project.write('s.yaml', readFileSync(join(root, sheets), 'utf8'));
  });
  afterEach(() => project.remove());

  test('a page and its result in one pass, and nothing on standard output', async () => {
    expect(await project.run('report', 's.yaml', '-o', 'r.html', '-o', 'r.json')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(project.read('r.html')).toContain('<!doctype html>');
    expect(JSON.parse(project.read('r.json')).schema).toBe('ai-footprint/result/1');
    expect(readdirSync(project.path).toSorted()).toEqual(['r.html', 'r.json', 's.yaml']);
  });

  test.each([
    ['a name of the input', ['s.yaml', '-o', 's.html', '-o', 's.html'], 'given twice'],
    ['no page', ['s.yaml', '-o', 'r.json'], 'a report is a page'],
    ['a folder that is not there', ['s.yaml', '-o', 'no/r.html'], 'the folder does not exist'],
    ['no day', ['s.yaml', '--date', '2026-02-30', '-o', 'r.html'], '2026-02-30'],
    ['no scenario', ['none.yaml', '-o', 'r.html'], 'none.yaml'],
    ['no option of ours', ['s.yaml', '--titel', 'x'], 'titel'],
  ])('%s: told, exit 2, nothing written', async (_, args, told) => {
    const { code, stdout, stderr } = await project.run('report', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(readdirSync(project.path)).toEqual(['s.yaml']);
  });

  test('one bad scenario among good ones is located, and leaves the page of before', async () => {
    project.write('r.html', 'before');
    project.write('bad.yaml', 'name: bad\nusages:\n  - { id: a, modell: gpt-4o }\n');
    const { code, stdout, stderr } = await project.run('report', 's.yaml', 'bad.yaml', '-o', 'r.html');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/error\[unknown-key\][\s\S]*bad\.yaml:3:/);
    expect(project.read('r.html')).toBe('before');
    expect(existsSync(join(project.path, 'r.html.tmp'))).toBe(false);
  });

  test('a page is not poured into a terminal', async () => {
    const { code, stdout, stderr } = await runCli(['report', sheets], { terminal: 100 });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--output report.html');
  });

  test.each([
    [[]],
    [['--samples', '500', '--seed', '7', '--practice', 'model,location']],
    [['--methods', '--practice', 'none']],
  ])('the commands of the page make its result again, and verify it: %j', async (options) => {
    const name = "it's a $cenario.yaml";
    project.write(name, readFileSync(join(root, sheets), 'utf8'));
    const { stdout } = await project.run('report', name, ...options);
    const commands = commandsOf(stdout);
    const words = commands.map((line) => [...line.matchAll(/'((?:[^']|'\\'')*)'(?=\s|$)|(\S+)/g)].map(([, quoted, bare]) => quoted?.replaceAll("'\\''", "'") ?? bare ?? '')); // prettier-ignore
    expect(words.map(([, command]) => command)).toEqual(['assess', 'verify', 'report']);
    for (const [, ...args] of words) expect(await project.run(...args)).toMatchObject({ code: 0, stderr: '' });
    expect(project.read('report.html')).toBe(stdout);
  });

  test('words of a shell are quoted where a shell would read them', () => {
    expect(['a/b-1.yaml', 'a b', "it's", '$x', '-o', ''].map(shellWord)).toEqual(['a/b-1.yaml', "'a b'", `'it'\\''s'`, "'$x'", "'-o'", "''"]); // prettier-ignore
  });
});
