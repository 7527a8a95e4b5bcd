/**
 * The report page in a real Chromium: at the width of a phone, a tablet and a desk, in light, in dark and on paper. It is
 * skipped, with a printed reason, where there is no browser; under CI it must be there. CHROMIUM names another one than
 * /usr/bin/chromium; PAGE_SHOTS names a folder for pictures of all that is tried.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, hostileScenario, pageOf, type Folder } from './page.fixtures.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
const isSkipped = !isThere && process.env['CI'] === undefined;
if (isSkipped)
  console.warn(`report page not tried in a browser: ${executablePath} is missing (apt-get install chromium)`);
const shots = process.env['PAGE_SHOTS'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const widths = [360, 768, 1280] as const;
/** A4 less its margins, at 96 dots an inch. */
const paper = 688;

const pages: readonly { readonly name: string; readonly lang: string; readonly files: readonly string[] }[] = [
  { name: 'sheets', lang: 'en', files: ['scenarios/product-sheets.yaml'] },
  { name: 'verdict', lang: 'fr', files: ['scenarios/decision-matrix.yaml'] },
  { name: 'years', lang: 'fr', files: ['scenarios/llama-3-one-year.yaml'] },
  {
    name: 'several',
    lang: 'en',
    files: ['scenarios/truck-fleet.yaml', 'scenarios/marketing-tools.yaml', 'scenarios/logistics-server-week.yaml'],
  },
];

let browser: Browser;
let project: Folder;

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly widths: readonly number[];
  readonly isPrint?: boolean;
}

/** What is wrong with a page as it is looked at; nothing is the aim. Axe judges the narrowest look. */
async function faultsOf(file: string, { widths: each, scheme, isPrint = false }: Look): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const isOwn = request.url() === pathToFileURL(file).href || request.url().startsWith('data:');
    if (!isOwn) faults.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  if (isPrint) await page.emulateMedia({ media: 'print', colorScheme: scheme });
  for (const isOpen of [false, true]) {
    // Opened, so that what is folded is judged as well.
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open ||= ${isOpen}; })`);
    for (const width of each.toSorted((left, right) => right - left)) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await overflowsOf(page)).map((fault) => `${fault} (at ${width} px)`));
      if (shots !== undefined && !isPrint && !isOpen) {
        mkdirSync(shots, { recursive: true });
        await page.screenshot({
          path: join(shots, `${basename(file, '.html')}-${width}-${scheme}.png`),
          fullPage: true,
        });
      }
    }
  }
  await page.evaluate(axe);
  const found = await page.evaluate<{ id: string; nodes: { html: string; failureSummary: string }[] }[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  for (const { id, nodes } of found)
    for (const { html, failureSummary } of nodes) faults.push(`axe ${id}: ${html.slice(0, 120)} ${failureSummary}`);
  await context.close();
  return faults;
}

/** What is wider than the page, and text of a chart that leaves it. */
function overflowsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const room = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth > room ? ['overflow: the page is ' + document.documentElement.scrollWidth + ' wide'] : [];
    const out = [...document.querySelectorAll('svg text, .name, .value, .badge, h1, h2, h3, dd, p')].filter((each) => {
      const box = each.getBoundingClientRect();
      return !each.closest('.scroll, .skip') && box.width > 0 && (box.right > room + 1 || box.left < -1);
    });
    return [...wide, ...out.map((each) => 'overflow: ' + each.textContent)];
  })()`);
}

describe.skipIf(isSkipped)('the page in Chromium', () => {
  beforeAll(async () => {
    project = folder();
    for (const { name, lang, files } of pages) project.write(`${name}.html`, await pageOf(files, '--lang', lang));
    project.write('hostile.json', hostileScenario());
    await project.run('report', 'hostile.json', '-o', 'hostile.html');
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    }); // prettier-ignore
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    project?.remove();
  });
  const at = (name: string): string => join(project.path, `${name}.html`);

  test.each(pages.flatMap(({ name }) => (['light', 'dark'] as const).map((scheme) => [name, scheme] as const)))(
    '%s, %s: nothing is wrong at 360, 768 and 1280 px',
    async (name, scheme) => {
      expect(await faultsOf(at(name), { widths, scheme })).toEqual([]);
    },
    120_000,
  );

  test.each(pages.map(({ name }) => name))(
    '%s on paper: nothing is cut, every table is open',
    async (name) => {
      const page = await browser.newPage({ viewport: { width: paper, height: 900 } });
      await page.goto(pathToFileURL(at(name)).href);
      const closed = await page.evaluate<number>(`document.querySelectorAll('details:not([open]) table').length`);
      expect(closed).toBeGreaterThan(0);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await page.emulateMedia({ media: 'print' });
      expect(await overflowsOf(page)).toEqual([]);
      const hidden = await page.evaluate<number>(
        `[...document.querySelectorAll('details table')].filter((each) => each.getBoundingClientRect().height === 0).length`,
      );
      expect(hidden).toBe(0);
      await page.close();
    },
    60_000,
  );

  test('names of a hostile scenario are seen, and do nothing', async () => {
    expect(await faultsOf(at('hostile'), { widths: [360], scheme: 'light' })).toEqual([]);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(at('hostile')).href);
    expect(await page.title()).toContain('<script>document.title="owned"</script>');
    expect(
      await page.evaluate(
        `document.querySelectorAll('script, img, h1 h1, [onmouseover], [onerror], [onclick]').length`,
      ),
    ).toBe(0);
    expect(await page.evaluate(`document.querySelectorAll('h1').length`)).toBe(1);
    expect(await page.textContent('h1')).toContain('<script>');
    const schemesOfLinks = await page.evaluate<string[]>(
      `[...new Set([...document.links].map((each) => each.protocol))]`,
    );
    expect(schemesOfLinks.filter((each) => each !== 'file:' && each !== 'https:' && each !== 'http:')).toEqual([]);
    await page.close();
  }, 60_000);

  test('is read without scripts, and by keys alone', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(at('sheets')).href);
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#content$/);
    const details = page.locator('details').first();
    await details.locator('summary').focus();
    expect(await details.locator('table').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await details.locator('table').isVisible()).toBe(true);
    await context.close();
  }, 60_000);

  test('what is wrong is found: the checks can fail', async () => {
    const page = readFileSync(at('sheets'), 'utf8');
    const planted = page
      .replace(/<meta\s+http-equiv[^>]*>/, '')
      .replace(
        '<main',
        '<div style="width:4000px;color:#ddd;background:#fff">wide</div><img src="http://127.0.0.1:9/x.png"><script>console.log("ran")</script><main',
      );
    project.write('planted.html', planted);
    const faults = await faultsOf(at('planted'), { widths: [768], scheme: 'light' });
    for (const kind of [
      'overflow',
      'request: http://127.0.0.1:9',
      'console: ran',
      'axe color-contrast',
      'axe image-alt',
    ])
      expect(faults.filter((fault) => fault.startsWith(kind)).length, kind).toBeGreaterThan(0);
    // With its policy in place the page runs and loads nothing, whatever stands in it.
    project.write('kept.html', planted.replace('<head>', `<head>${/<meta\s+http-equiv[^>]*>/.exec(page)?.[0] ?? ''}`));
    const kept = await faultsOf(at('kept'), { widths: [768], scheme: 'light' });
    expect(kept.filter((fault) => fault.startsWith('console: ran'))).toEqual([]);
    const refused = kept.filter((fault) => fault.startsWith('console: ') && fault.includes('Content Security Policy'));
    expect(refused.some((fault) => fault.includes('127.0.0.1:9/x.png'))).toBe(true);
    expect(refused.some((fault) => fault.includes('inline script'))).toBe(true);
  }, 60_000);
});
