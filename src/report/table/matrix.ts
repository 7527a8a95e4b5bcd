/** The decision matrix: grade of impact of a kept result by level of value, with the scenario and its usages in it. */
import { grades, type Grade, type ValueVersusImpact, type Verdict } from '../../assessment.ts';
import { formatCentral } from '../numbers.ts';
import { safe } from '../safe.ts';
import { displayWidth, flow, pad, wrap } from '../wrap.ts';
import type { Page } from './page.ts';

export const levels = ['low', 'medium', 'high'] as const;

const gram = (page: Page, grams: number): string => {
  const value = grams / 1000;
  return formatCentral({ low: value, central: value, high: value }, 'kgCO2e', { lang: page.lang, as: 'input' });
};

export function limitText(page: Page, grade: Grade, { scale }: ValueVersusImpact): string {
  const say = page.words.verdict.matrix;
  return grade === 'E' ? say.above(gram(page, scale.D)) : say.upTo(gram(page, scale[grade]));
}

interface Mark {
  readonly sign: string;
  readonly name: string;
  readonly verdict: Verdict;
}

export function matrix(page: Page, worth: ValueVersusImpact): string[] {
  const { words, width, dot, paint } = page;
  const say = words.verdict.matrix;
  const marks: readonly Mark[] = [
    { sign: '#', name: say.whole, verdict: worth.whole },
    ...worth.usages.map(({ id, verdict }, at) => ({ sign: String(at + 1), name: safe(id), verdict })),
  ];
  const isPlaced = ({ verdict: { impact, value } }: Mark): boolean => impact.grade !== null && value !== null;
  const placed = marks.filter(isPlaced);
  const missing = marks.filter((mark) => !isPlaced(mark));
  const left = missing.length === 0 ? [] : wrap(`\u00a0\u00a0${say.notPlaced(missing.map(({ name }) => name).join(', '))}`, width, 4); // prettier-ignore
  const title = wrap(`${say.title}\u00a0\u00a0${say.says}`, width, say.title.length + 2);
  const head = title.map((line) => (line.startsWith(say.title) ? paint.heading(say.title) + line.slice(say.title.length) : line)); // prettier-ignore
  if (placed.length === 0) return [...head, ...left];
  const cell = (grade: Grade, level: (typeof levels)[number]): string =>
    placed
      .filter(({ verdict }) => verdict.impact.grade === grade && verdict.value === level)
      .map(({ sign }) => sign)
      .join(' ') || '.';
  const rows = grades.map((grade) => [
    `  ${grade}  ${limitText(page, grade, worth)}`,
    ...levels.map((level) => cell(grade, level)),
  ]);
  const header = ['', ...levels.map((level) => `${say.value} ${say.levels[level]}`)];
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => displayWidth(row[at] ?? ''))));
  const lines = [header, ...rows].map((row) =>
    row.map((each, at) => pad(each, (widths[at] ?? 0) + 3)).join('').trimEnd(),
  ); // prettier-ignore
  return [
    ...head,
    ...lines,
    ...flow(placed.map(({ sign, name }, at) => `${at === 0 ? '  ' : ''}${sign} ${name}`), dot, width, 2), // prettier-ignore
    ...left,
  ];
}
