/** What `verify` found, for a person and for a machine. */
import { criteria, type Criterion } from '../assessment.ts';
import { messages, type Lang, type Messages } from '../messages/index.ts';
import type { Comparison, FigureMove } from './compare-results.ts';
import { palette } from './colour.ts';
import type { RenderOptions } from './index.ts';
import { jsonText } from './json-text.ts';
import { formatInteger, formatRange, formatShare } from './numbers.ts';
import { round } from './round.ts';
import { escapeInQuotes, safe } from './safe.ts';
import { wrap } from './wrap.ts';

const shownFigures = 20;

const isCriterion = (name: string): name is Criterion => criteria.some((each) => each === name);

function change(moved: number | null, lang: Lang): string {
  if (moved === null) return '';
  return ` (${moved < 0 ? '-' : '+'}${formatShare(Math.abs(moved), lang)})`;
}

function moveText({ words, lang }: { words: Messages; lang: Lang }, move: FigureMove): string {
  const { usage, criterion, unit, saved, now } = move;
  const name = isCriterion(criterion) ? words.criteriaInText[criterion] : safe(criterion);
  const print = (range: FigureMove['saved']): string =>
    range === null ? words.verify.unknown : formatRange(range, safe(unit), { lang });
  const owner = usage === null ? words.verify.whole : safe(usage);
  return `${owner}, ${name}${words.verdict.colon}${print(saved)} -> ${print(now)}${change(move.change, lang)}`;
}

/** One block a result: the answer, what changed, how far each figure moved. */
export function renderVerify(comparisons: readonly Comparison[], { lang, width, colour }: RenderOptions): string {
  const words = messages(lang);
  const paint = palette(colour);
  const blocks = comparisons.map(({ name, equal, changed, figures, others }) => {
    const say = words.verify;
    const title = safe(name);
    // A single usage is the whole scenario.
    const isOne = new Set(figures.flatMap(({ usage }) => usage ?? [])).size === 1;
    const told = figures.filter(({ usage }) => usage === null || !isOne);
    const shown = told.length === 0 ? figures : told;
    const rest = shown.length - shownFigures;
    const many = shown.length === 1 ? say.movedOne(title) : say.moved(title, formatInteger(shown.length, lang));
    const lines = [
      ...changed.map(({ cause, saved, now }) =>
        cause === 'input'
          ? `${say.changed} ${say.causes[cause]}`
          : `${say.changed} ${say.causes[cause]}${words.verdict.colon}${safe(saved)} -> ${safe(now)}`,
      ),
      ...(equal || changed.length > 0 ? [] : [say.nothingChanged]),
      ...shown.slice(0, shownFigures).map((move) => moveText({ words, lang }, move)),
      ...(rest > 0 ? [say.more(formatInteger(rest, lang))] : []),
      ...(others.length > 0 ? [say.otherValues(formatInteger(others.length, lang), safe(others[0] ?? ''))] : []),
    ];
    return [
      ...wrap(equal ? say.equal(title) : many, width).map(paint.heading),
      ...lines.flatMap((line) => wrap(`\u00a0\u00a0${line}`, width, 4)),
    ];
  });
  return blocks.map((lines) => lines.map((line) => `${line}\n`).join('')).join('\n');
}

/** Schema `ai-footprint/verify/1`. */
export function renderVerifyJson(comparisons: readonly Comparison[]): string {
  const document = {
    schema: 'ai-footprint/verify/1',
    equal: comparisons.every(({ equal }) => equal),
    results: comparisons.map(({ name, equal, changed, figures, others }) => ({
      name,
      equal,
      changed,
      figures: figures.map((move) => ({ ...move, change: move.change === null ? null : round(move.change) })),
      other_values: others,
    })),
  };
  return `${escapeInQuotes(jsonText(document))}\n`;
}
