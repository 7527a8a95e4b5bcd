/** The library in a real browser: the bundle that a web page would make of it, and the same figures as here. */
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess, sweep, tableOfText, toJson } from '../src/index.ts';
import { root } from './run-cli.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
const isCi = Boolean(process.env['CI']);
if (!isThere && !isCi)
  console.warn(`test/browser.test.ts is skipped: there is no browser at ${executablePath} (apt-get install chromium)`);

const scenario = `
name: Support chat
usages:
  - { id: chat, model: gpt-4o, region: azure/eastus2, requests: 2M/year, tokens: { input: 900, output: 250 } }
  - { id: draft, model: meta/llama-3.1-70b-instruct, grid: FRA, requests: 9k/month, tokens: { output: 90..250 } }
value: { need: answers, social: { score: 1, because: shorter waits } }
`;
const table =
  'name: Log\nperiod: year\nusages: { from: l.csv, columns: { model: m, requests: { column: n, unit: /year } } }\n';
const log = 'm,n\n"gpt-4o",3\ngpt-4o-mini,4\ngpt-4o,700\n';
const vary = ['region=@provider:scaleway', 'iterations=1..3'];

/** What a page does with the library; written as text, since the page has nothing of this file. */
const page = `
import { assess, sweep, tableOfText, toJson } from 'ai-footprint';
globalThis.runInPage = async ({ scenario, table, log, vary }) => {
  const rows = [];
  for await (const row of sweep(scenario, { vary })) rows.push(row);
  return {
    assessed: toJson(assess({ file: 's.yaml', text: scenario })),
    tabled: toJson(assess({ file: 's.yaml', text: table, table: () => tableOfText(log) })),
    rows,
  };
};
`;

// Under CI a browser that is missing is a failure, not a pass.
describe.skipIf(!isThere && !isCi)('in Chromium', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  }, 60_000);
  afterAll(async () => browser?.close());

  test('assess, sweep and a table give what they give in Node', async () => {
    const { outputFiles } = await build({
      stdin: { contents: page, resolveDir: root },
      alias: { 'ai-footprint': join(root, 'dist/index.js') },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'silent',
    });
    const tab = await browser?.newPage();
    if (!tab) throw new Error('no page');
    const requests: string[] = [];
    const faults: string[] = [];
    tab.on('request', (request) => requests.push(request.url()));
    tab.on('pageerror', (error) => faults.push(error.message));
    await tab.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const found = await tab.evaluate(
      (given) => (globalThis as unknown as { runInPage: (of: object) => Promise<unknown> }).runInPage(given),
      { scenario, table, log, vary },
    );
    const rows = [];
    for await (const row of sweep(scenario, { vary })) rows.push(row);
    const rounded = (all: readonly unknown[]): unknown =>
      JSON.parse(JSON.stringify(all), (_, value: unknown) =>
        typeof value === 'number' ? Number(value.toPrecision(12)) : value,
      );
    const { assessed, tabled, rows: theirs } = found as { assessed: unknown; tabled: unknown; rows: unknown[] };
    expect(faults).toEqual([]);
    expect(requests.filter((url) => /^(?:https?|wss?):/.test(url))).toEqual([]);
    // Text for text: 12 digits, as a machine format holds them.
    expect(JSON.stringify(assessed)).toBe(JSON.stringify(toJson(assess({ file: 's.yaml', text: scenario }))));
    expect(JSON.stringify(tabled)).toBe(
      JSON.stringify(toJson(assess({ file: 's.yaml', text: table, table: () => tableOfText(log) }))),
    );
    expect(theirs).toHaveLength(15);
    expect(rounded(theirs)).toEqual(rounded(rows));
  }, 60_000);
});
