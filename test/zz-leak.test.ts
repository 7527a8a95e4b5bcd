import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { root, runCli } from './run-cli.ts';
import { messages } from '../src/messages/index.ts';
import { en as checkEn } from '../src/messages/check/en.ts';
import { fr as checkFr } from '../src/messages/check/fr.ts';
import { en as diffEn } from '../src/messages/diff/en.ts';
import { fr as diffFr } from '../src/messages/diff/fr.ts';
import { en as initEn } from '../src/messages/init/en.ts';
import { fr as initFr } from '../src/messages/init/fr.ts';
import { en as reportEn } from '../src/messages/report/en.ts';
import { fr as reportFr } from '../src/messages/report/fr.ts';
import { en as helpEn } from '../src/messages/help/en.ts';
import { fr as helpFr } from '../src/messages/help/fr.ts';
import { sentences } from '../src/messages/problems/sentence.ts';

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value.toString()];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
  return [];
}
const wordsOf = (text: string) => (text.toLowerCase().match(/\p{L}{2,}/gu) ?? []) as string[];
const english = new Set([...texts([messages('en'), checkEn, diffEn, initEn, reportEn, helpEn]), ...Object.keys(sentences)].flatMap(wordsOf));
const french = new Set([...texts([messages('fr'), checkFr, diffFr, initFr, reportFr, helpFr]), ...Object.values(sentences)].flatMap(wordsOf));
const only = new Set([...english].filter((w) => !french.has(w)));
for (const w of 'the of with and from that which this these its are is was by than where when what each other'.split(' ')) only.add(w);

test('leak', { timeout: 600000 }, async () => {
  const out: Record<string, Set<string>> = {};
  const commands: string[][] = [];
  const names = readdirSync(join(root, 'scenarios')).filter((f) => f.endsWith('.yaml'));
  const pick = process.env.ONLY ? names.filter((n) => n.includes(process.env.ONLY!)) : names;
  for (const n of pick) {
    const f = `scenarios/${n}`;
    commands.push(['assess', f], ['assess', f, '--format', 'markdown'], ['assess', f, '--format', 'line'], ['explain', f], ['questions', f]);
    commands.push(['report', f]);
  }
  for (const f of ['scenarios/product-sheets.yaml','scenarios/decision-matrix.yaml','scenarios/rag-with-cache.yaml']) {
    commands.push(['assess', f, '--methods'], ['assess', f, '--method', 'ecologits'], ['advise', f], ['advise', f, '--target', '40 kg/year'], ['advise', f, '--all'],['advise', f, '--solve', 'tokens.output', '--target', '1 gCO2e/unit'],['explain', f, 'water'],['explain',f,'it_energy'],['explain',f,'--practice','all']);
  }
  commands.push(['compare', ...pick.map((n) => `scenarios/${n}`)], ['compare', ...pick.slice(0, 9).map((n) => `scenarios/${n}`), '--format', 'markdown'], ['compare','scenarios/product-sheets.yaml','--by','usage'],['sweep','scenarios/product-sheets.yaml','--vary','region=@continent:EU','--vary','iterations=1..4'],['diff','scenarios/chatgpt-vs-copilot-before.yaml','scenarios/chatgpt-vs-copilot-after.yaml'],['diff','scenarios/chatgpt-vs-copilot-before.yaml','scenarios/chatgpt-vs-copilot-after.yaml','--format','markdown'],['budget','suggest','scenarios/product-sheets.yaml'],['questions'],['init','--list'],['init','--yes']);
  for (const t of ['models','regions','grids','hardware','servers','providers','tasks','profiles','spend','equivalences','prices','defaults','quality','practices','tiers','continents','impact','questions','sources']) commands.push(['catalog', t, 'a']);
  for (const c of commands) {
    const { code, stdout, stderr } = await runCli([...c, '--lang', 'fr', '--width', '200']);
    const text = (stdout + stderr).replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ');
    const given = new Set(c.filter((a) => a.startsWith('scenarios/')).flatMap((f) => wordsOf(readFileSync(join(root, f), 'utf8'))));
    for (const line of text.split('\n')) {
      const bare = line.replace(/"[^"]*"|`[^`]*`/g, '').replace(/\S*[._/@:*-]\S+/g, '');
      const bad = wordsOf(bare).filter((w) => only.has(w) && !given.has(w));
      if (bad.length) (out[`${[...new Set(bad)].join(' ')} | ${line.trim().slice(0, 220)}`] ??= new Set()).add(`${code} ${c.slice(0, 3).join(' ')}`);
    }
  }
  writeFileSync('/tmp/leaks.txt', Object.entries(out).map(([l, s]) => `${l}   <<< ${[...s][0]} (${s.size})`).sort().join('\n'));
});
