/** Pages of the report, made by the command line, and what the tests read in them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type Outcome } from './run-cli.ts';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

const block =
  /<\/?(?:tr|div|p|h[1-6]|li|dt|dd|section|figure|figcaption|caption|summary|br|pre|article|title)\b[^>]*>/g;

const plain = (markup: string): string =>
  markup.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);

/** What a reader without a screen reads of a page, one block a line. */
export function textOf(page: string): string {
  const blocks = page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<\/text>/g, ' ')
    .replace(/<(?:td|th|dd|span class="value")[^>]*>/g, ' | ')
    .replace(/\s+/g, ' ')
    .replace(block, '\n');
  return plain(blocks)
    .split('\n')
    .map((line) =>
      line
        .replace(/ +/g, ' ')
        .replace(/^(?: ?\|)+/, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

export async function pageOf(files: readonly string[], ...options: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['report', ...files, ...options]);
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  return stdout;
}

/** The commands that a page names, one a line as it prints them. */
export function commandsOf(page: string): string[] {
  return [...page.matchAll(/<pre[^>]*><code>([\s\S]*?)<\/code>/g)].flatMap(([, text = '']) =>
    plain(text)
      .split('\n')
      .filter((line) => line !== ''),
  );
}

/** A folder of its own for a test, gone when it is disposed of. */
export interface Folder {
  readonly path: string;
  write(name: string, text: string): void;
  read(name: string): string;
  run(...args: readonly string[]): Promise<Outcome>;
  remove(): void;
}

export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'ai-footprint-page-'));
  return {
    path,
    write: (name, text) => writeFileSync(join(path, name), text),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    run: (...args) => runCli(args, { cwd: path }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** What could run, call or break out, if a page let it. */
const hostileNames = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror=document.title="owned">',
  "' onmouseover='document.title=1",
  'javascript:document.title="owned"',
  '</style><style>*{display:none}</style>',
  '</title></section></main><h1>owned</h1>',
  '<!-- \u202e reversed \u200b -->',
  '&lt;b&gt; &amp;nbsp; ]]>',
] as const;

/** A scenario in which every free text is hostile. */
export function hostileScenario(): string {
  const [script, image, attribute, link, style, title, control, entity] = hostileNames;
  return JSON.stringify({
    name: `${script}${title}${control}`,
    functional_unit: { name: `${image}${style}`, volume: '1000/year' },
    usages: [
      {
        id: script,
        description: title,
        measured: { boundary: 'facility', energy: { value: 0.3, unit: 'Wh', source: link } },
        grid: { intensity: { value: 40, unit: 'gCO2e/kWh', source: `${image}${link}` } },
        requests: '5000/year',
        value: {
          need: style,
          alternatives: [{ name: attribute, meets_need: 'partly', ghg: '12 kg/year' }],
          avoided: [{ name: title, amount: '5/year', unit: image, factor: '50 kgCO2e', evidence: 'claimed' }],
          social: { score: -1, because: entity },
        },
      },
      { id: attribute, model: 'gpt-4o', region: 'azure/eastus2', requests: '100/year', tokens: { output: 200 } },
    ],
    value: {
      need: `${script} ${control}`,
      avoided: [{ name: `${link} ${image}`, amount: '5/year', unit: script, factor: '50 kgCO2e', evidence: 'claimed' }],
      social: { score: 1, because: `${style}${title}` },
    },
  });
}
