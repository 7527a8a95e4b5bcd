/** The boundary, the warnings, and how the page can be cited and made again. */
import type { Assessment, BoundaryItem } from '../../assessment.ts';
import { formatInteger } from '../numbers.ts';
import { heading, list, paragraph, section, subheading, terms, type Leaf } from './blocks.ts';
import { reproduction, type Request } from './reproduction.ts';
import { html, link, prose, type Markup } from './markup.ts';

export function boundary(leaf: Leaf, { boundary: { counted, unknown, notCounted } }: Assessment): Markup {
  const { words } = leaf;
  const say = words.report.boundary;
  const names = (items: readonly BoundaryItem[]): readonly string[] =>
    items.length === 0 ? [] : [items.map((item) => words.boundaryItems[item]).join(', ')];
  return section(
    leaf,
    'boundary',
    terms([
      [say.counted, counted.length === 0 ? [words.nothing] : names(counted)],
      [say.unknown, names(unknown)],
      [say.notCounted, notCounted.length === 0 ? [words.nothing] : names(notCounted)],
    ]),
  );
}

export function warnings(leaf: Leaf, { warnings: all }: Assessment): Markup | null {
  const { words } = leaf;
  if (all.length === 0) return null;
  const place = (path: string, line: number | undefined): string =>
    [path, ...(line === undefined ? [] : [words.atLine(line)])].filter((part) => part !== '').join(', ');
  return html`<div class="warnings">
    ${heading(leaf.level, words.report.warnings)}
    ${list(
      all.map(({ message, path, line }) => [message, place(path, line) === '' ? null : ` (${place(path, line)})`]),
      'notes warning',
    )}
  </div> `;
}

function intervals({ words, lang }: Leaf, { uncertainty: { method, samples, seed }, verdict }: Assessment): string[] {
  const say = words.report.method;
  const own = method === 'draws' ? say.draws(formatInteger(samples, lang), String(seed)) : say.propagation;
  return [own, ...(verdict ? [say.drawsOfVerdict(formatInteger(verdict.samples, lang), String(verdict.seed))] : [])];
}

/** Where the equations can be read: the package does not ship them. */
const equationsAt = 'https://github.com/ai-footprint/ai-footprint/blob/main/docs/method.md';

export function method(leaf: Leaf, assessment: Assessment, request: Request): Markup {
  const { words } = leaf;
  const say = words.report.method;
  const { tool, scenario } = assessment;
  const { commands, page } = reproduction(assessment, request);
  return section(
    leaf,
    'method',
    terms([
      [say.tool, [`ai-footprint ${tool.version}`]],
      [say.method, [tool.method]],
      [say.data, [tool.dataVersion]],
      [say.scenario, [html`<code>${scenario.file}</code>`]],
      [say.digest, [html`<code class="digest">${scenario.sha256}</code>`]],
      [say.intervals, intervals(leaf, assessment)],
    ]),
    html`<p>${say.equations} ${link(equationsAt, equationsAt)}</p> `,
    paragraph(say.explain),
    subheading(leaf, say.cite),
    html`<blockquote>
      <p>
        ${prose(
          say.citation({
            name: scenario.name,
            version: tool.version,
            method: tool.method,
            data: tool.dataVersion,
            digest: scenario.sha256,
            date: request.date ?? '',
          }),
        )}
      </p>
    </blockquote> `,
    subheading(leaf, say.again),
    paragraph(say.againBecause),
    html`<pre tabindex="0"><code>${commands.map((line, at) => (at === 0 ? line : html`\n${line}`))}</code></pre>
      <p>${say.page}</p>
      <pre tabindex="0"><code>${page}</code></pre> `,
  );
}
