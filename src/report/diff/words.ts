/** A diff in words: its answer, its rows, its reasons, its balance sheet. */
import type { GroupEffect, Sheet, SheetCell, SheetLine } from '../../balance-sheet.ts';
import type { DiffReport, DiffRow } from '../../diff.ts';
import { diffWords, type DiffWords } from '../../messages/diff/index.ts';
import type { Lang } from '../../messages/index.ts';
import type { Range } from '../../units.ts';
import { formatCount, formatInteger, formatRange, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { countedUnit, factorText, percentText } from '../check/words.ts';

const mostChanges = 10;

/** `-210 kgCO2e [-300 - -120] (-26 %)`: the difference on common draws, then the ratio. */
export function changeOf({ difference, ratio, unit }: DiffRow, lang: Lang): string {
  if (!difference) return '';
  const sign = difference.central > 0 ? '+' : '';
  const percent = ratio ? ` (${percentText(ratio.central, lang)})` : '';
  return `${sign}${formatRange(difference, unit, { lang })}${percent}`;
}

export function valueText(range: Range | null, { unit }: DiffRow, lang: Lang): string {
  return range === null ? diffWords(lang).notThere : formatRange(range, unit, { lang });
}

export function rowName({ usage, criterion, basis }: DiffRow, report: DiffReport, lang: Lang): string {
  const words = diffWords(lang);
  const what = words.criteria[criterion];
  const over =
    basis === 'unit'
      ? words.perUnit(safe(report.functionalUnit))
      : report.period === null
        ? ''
        : words.periods[report.period];
  return [usage === null ? '' : `${safe(usage)}:`, what, over].filter((part) => part !== '').join(' ');
}

/** The answer about greenhouse gases, in one sentence. */
export function answer(report: DiffReport, lang: Lang): string {
  const words = diffWords(lang);
  const row = report.rows.find(
    ({ usage, criterion, basis }) => usage === null && criterion === 'ghg' && basis === 'period',
  );
  const what = words.criteria.ghg;
  const capital = `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
  if (!row) return words.same(capital);
  const { before, after, difference } = row;
  if (!difference || !before || !after) {
    if (before) return words.unknownNow(capital, valueText(before, row, lang));
    return after ? words.unknownThen(capital, valueText(after, row, lang)) : words.unknown(capital);
  }
  const change = `${valueText(before, row, lang)} -> ${valueText(after, row, lang)}, ${changeOf(row, lang)}`;
  if (difference.low > 0 || (!report.common && difference.central > 0)) return words.rises(capital, change);
  if (difference.high < 0 || (!report.common && difference.central < 0)) return words.falls(capital, change);
  return words.unclear(capital, change);
}

export function whyLines(report: DiffReport, lang: Lang): string[] {
  const words = diffWords(lang);
  const shown = (value: Range | string | null, unit: string): string =>
    value === null
      ? words.none
      : typeof value === 'string'
        ? safe(value)
        : formatRange(value, countedUnit(unit), { lang, as: 'input' });
  const changes = report.changes.slice(0, mostChanges).map(({ usage, field, from, to, unit, effect }) => {
    const change = words.change(safe(usage), safe(field), shown(from, unit), shown(to, unit));
    return effect === null ? change : `${change} (${factorText({ low: effect, central: effect, high: effect }, lang)})`;
  });
  const rest = report.changes.length - mostChanges;
  const causes = report.causes.map(({ cause, saved, now }) =>
    cause === 'input' ? words.causeScenario : words.cause(words.causes[cause], safe(saved), safe(now)),
  );
  return [
    ...(report.common && report.rows.length > 0 ? [words.causeIs] : []),
    ...causes,
    ...changes,
    ...(rest > 0 ? [words.more(formatInteger(rest, lang))] : []),
  ];
}

function cellText(cell: SheetCell, line: SheetLine, words: DiffWords, lang: Lang): string {
  const star = (assumed: boolean): string => (assumed ? '*' : '');
  switch (cell.kind) {
    case 'not-published':
      return words.sheet.notPublished;
    case 'not-stated':
      return words.sheet.notStated;
    case 'name':
      return `${safe(cell.text)}${star(cell.assumed)}`;
    case 'own-figures':
      return words.sheet.ownFigures(safe(cell.source));
    case 'value': {
      const isCount = ['users', 'requests', 'accelerators'].includes(line);
      if (line === 'utilisation') {
        const { low, high } = cell.value;
        return low === high ? formatShare(low, lang) : `${formatShare(low, lang)} - ${formatShare(high, lang)}`;
      }
      const unit =
        cell.unit === 'kWh/request'
          ? 'kWh'
          : cell.unit === 'L/request'
            ? 'L'
            : cell.unit.split('/')[0] === 'token' || isCount || cell.unit === 'user'
              ? '1'
              : cell.unit;
      const text = isCount ? formatCount(cell.value, lang) : formatRange(cell.value, unit, { lang, as: 'input' });
      return `${text}${star(cell.assumed)}`;
    }
    default:
      return cell satisfies never;
  }
}

/** A group that leaves the result as it is has no part in it. */
const isNothing = ({ factor }: GroupEffect): boolean =>
  factor !== null && Math.abs(factor.central - 1) < 1e-6 && factor.high - factor.low < 1e-6;

function effectText({ factor }: GroupEffect, words: DiffWords, lang: Lang): string {
  if (!factor) return '';
  const { low, central, high } = factor;
  if (central >= 1 || low <= 0) return words.sheet.multiplies(formatRange(factor, '1', { lang }));
  return words.sheet.divides(formatRange({ low: 1 / high, central: 1 / central, high: 1 / low }, '1', { lang }));
}

export interface SheetWords {
  readonly rows: readonly (readonly [string, string, string, string])[];
  readonly isAssumed: boolean;
  /** Where the change comes from and where it does not; empty when there is nothing to tell. */
  readonly conclusion: string;
}

/** The line of a group that carries its note: the one that says most about it. */
const noted: Readonly<Record<GroupEffect['group'], readonly SheetLine[]>> = {
  place: ['grid', 'place', 'pue', 'wue', 'host'],
  users: ['users', 'requests'],
  model: ['model'],
  work: ['output_tokens', 'input_tokens', 'iterations'],
  hardware: ['accelerators', 'accelerator', 'utilisation'],
};

export function sheetWords({ rows, effects }: Sheet, lang: Lang): SheetWords {
  const words = diffWords(lang);
  const changed = new Set(
    rows.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)).map(({ line }) => line),
  );
  const notes = new Map<SheetLine, string>();
  for (const effect of effects) {
    const line = noted[effect.group].find((each) => changed.has(each));
    if (line) notes.set(line, isNothing(effect) ? words.sheet.noEffect : effectText(effect, words, lang));
  }
  const known = effects.filter(({ factor }) => factor !== null);
  const from = known.filter((effect) => !isNothing(effect));
  const not = known.filter(isNothing);
  const all = from.reduce((product, { factor }) => product * (factor?.central ?? 1), 1);
  const named = (list: readonly GroupEffect[]): string[] => list.map(({ group }) => words.sheet.the[group]);
  return {
    rows: rows.map(({ line, before, after }) => [
      words.sheet.lines[line],
      cellText(before, line, words, lang),
      cellText(after, line, words, lang),
      notes.get(line) ?? '',
    ]),
    isAssumed: rows.some(({ before, after }) => [before, after].some((cell) => 'assumed' in cell && cell.assumed)),
    conclusion:
      from.length === 0 ? '' : words.sheet.comesFrom(all < 1, words.sheet.and(named(from)), words.sheet.or(named(not))),
  };
}
