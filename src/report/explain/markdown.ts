/** A derivation as Markdown: a section for each equation, a table of inputs and constants, the sources. */
import type { ExplainedNode, Explanation } from '../../explain/explanation.ts';
import { messages, type Lang } from '../../messages/index.ts';
import type { RenderOptions } from '../index.ts';
import { safe } from '../safe.ts';
import { conversionText, exactValue, meaningOf, originOf, reading, whyUnknown } from './words.ts';

/** Text that stays text in Markdown and inside a cell of a table. */
const plain = (text: string): string => safe(text).replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);

const link = (id: string): string => `[${plain(id)}](#source-${id.replaceAll(/[^A-Za-z0-9.-]/g, '-')})`;

function section(node: ExplainedNode, lang: Lang): string[] {
  const exact = exactValue(node);
  const { formula, substituted, conversions, source, terms } = node;
  const equations = [formula ?? '', substituted ?? '', exact].filter(
    (each, at, all) => each !== '' && all[at - 1] !== each,
  );
  const say = messages(lang);
  return [
    `### \`${node.id}\` = ${plain(reading(node, lang))}`,
    '',
    plain(meaningOf(node, lang)),
    '',
    '```text',
    ...equations.map((each) => `= ${each}`),
    ...conversions.map(conversionText),
    '```',
    '',
    ...(terms.length < 2
      ? []
      : terms
          .map(({ usage, place, split, value }) => {
            const label = place === null ? usage : `${usage}, ${say.explain.part[split](String(place))}`;
            return `- ${plain(label)}: ${value === null ? say.unknown : plain(exactValue({ ...node, value }))}`;
          })
          .concat('')),
    say.explain.source(link(source)),
    '',
  ];
}

function row(node: ExplainedNode, lang: Lang): string {
  const [value = '', bounds = ''] = reading(node, lang).split(/ (?=\[)/);
  const { note, source, year } = node;
  const origin = [originOf(node, lang), ...(note === null ? [] : [note])].join('; ');
  const from = source === 'scenario' ? plain(source) : `${link(source)}${year === null ? '' : ` ${year}`}`;
  return `| \`${node.id}\`: ${[meaningOf(node, lang), value, bounds, origin].map(plain).join(' | ')} | ${from} |`;
}

export function renderMarkdown(explanation: Explanation, { lang }: RenderOptions): string {
  const { scenario, nodes, sources, quantity } = explanation;
  const say = messages(lang).explain;
  const computed = nodes.filter(({ formula }) => formula !== null);
  const leaves = nodes.filter(({ formula }) => formula === null);
  const lines = [
    `## ${plain(quantity)}: ${plain(scenario.name)}`,
    '',
    ...(explanation.root === null
      ? [plain(say.unknown(quantity)), '', ...whyUnknown(explanation, lang).map((line) => `- ${plain(line)}`), '']
      : []),
    ...computed.flatMap((node) => section(node, lang)),
    ...(leaves.length === 0
      ? []
      : [
          `### ${say.inputs}`,
          '',
          `| ${say.heads.join(' | ')} |`,
          `|${'---|'.repeat(say.heads.length)}`,
          ...leaves.map((node) => row(node, lang)),
          '',
        ]),
    ...(sources.length === 0 ? [] : [`### ${say.sources}`, '']),
    ...sources.map(({ id, title, place, year, url }) => {
      const anchor = `<a id="source-${id.replaceAll(/[^A-Za-z0-9.-]/g, '-')}"></a>`;
      return `- ${anchor}${plain(id)}: ${plain(title)}${place === null ? '' : `, ${plain(place)}`}, ${year}. <${url}>`;
    }),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
