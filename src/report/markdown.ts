/** Assessments for a wiki or a pull request: the answer in one sentence, the totals in a table, the full report folded. */
import { criteria, type Assessment } from '../assessment.ts';
import { messages } from '../messages/index.ts';
import type { RenderOptions } from './index.ts';
import { renderLine } from './line.ts';
import { folded, markdown, table } from './markdown-text.ts';
import { formatRange } from './numbers.ts';
import { safe } from './safe.ts';
import { boundMark } from './table/cells.ts';
import { renderTable } from './table.ts';

/** A fence that nothing inside can close. */
const fenced = (text: string): string[] => [
  '```text',
  ...text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^```/, '\u200c```')),
  '```',
];

function block(assessment: Assessment, options: RenderOptions): string[] {
  const { lang } = options;
  const words = messages(lang);
  const { scenario, baseline } = assessment;
  const rows = criteria.map((criterion) => {
    const { total, perUnit, unit, bound } = baseline.impacts[criterion];
    const figure = (range: typeof total): string =>
      markdown(range === null ? words.unknown : `${boundMark(bound)}${formatRange(range, unit, { lang })}`);
    return [words.criteria[criterion], figure(total), figure(perUnit)];
  });
  const head = [' ', words.perPeriod[scenario.period], markdown(words.perUnit(scenario.functionalUnit))];
  return [
    `### ${markdown(safe(scenario.name))}`,
    '',
    markdown(renderLine(assessment, lang)),
    '',
    ...table(head, rows),
    '',
    ...folded(words.heading.baseline, fenced(renderTable(assessment, { ...options, colour: false }))),
  ];
}

export function renderMarkdown(assessments: readonly Assessment[], options: RenderOptions): string {
  return `${assessments.map((each) => block(each, options).join('\n')).join('\n\n')}\n`;
}
