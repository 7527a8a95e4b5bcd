/** The parts of a ranking in words: names, figures, notes. */
import { unphased, type Criterion } from '../../assessment.ts';
import { messages, type Lang } from '../../messages/index.ts';
import type { RankedRow, Ranking, Section } from '../../ranking/types.ts';
import { exactly } from '../../units.ts';
import { formatCentral, formatChange, formatInteger, formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { boundMark } from '../table/cells.ts';

/** A row by its name, or by the word for what has none. */
export function rowName(name: string | null, { by }: Ranking, lang: Lang): string {
  const words = messages(lang);
  if (name === null) return words.compare.nameless[by];
  if (by !== 'phase') return safe(name);
  if (name === unphased) return words.compare.unphased;
  return name === 'operation' || name === 'embodied' || name === 'training' ? words.phases[name] : safe(name);
}

export const figureOf = (row: RankedRow, { criterion }: Ranking) => row.figures[criterion];

/** `-38 % [-45 to -30]`, a word for the baseline itself, nothing where it is not known. */
export function changeText(row: RankedRow, ranking: Ranking, lang: Lang): string {
  if (row.isBaseline) return messages(lang).compare.baseline;
  const ratio = figureOf(row, ranking)?.ratio;
  return ratio ? formatChange(ratio, lang) : '';
}

export function shareText(row: RankedRow, ranking: Ranking, lang: Lang): string {
  const share = figureOf(row, ranking)?.share ?? null;
  return share === null ? '' : formatShare(share, lang);
}

export function perUnitText(row: RankedRow, ranking: Ranking, lang: Lang): string {
  const figure = figureOf(row, ranking);
  if (!figure?.perUnit) return messages(lang).unknown;
  return boundMark(figure.bound) + formatCentral(figure.perUnit, figure.unit, { lang });
}

/** `12 scenarios`. */
export function countText(count: number, { by }: Ranking, lang: Lang): string {
  const { compare } = messages(lang);
  return compare.counted(formatInteger(count, lang), compare.things[by](count));
}

/** The sum of a section, at central values. */
export function wholeText({ whole, unit }: Section, criterion: Criterion, lang: Lang): string | null {
  const { central = null, bound = null } = whole[criterion] ?? {};
  return central === null ? null : boundMark(bound) + formatCentral(exactly(central), unit, { lang });
}

/** The name of the row that a section is held against. */
const baselineName = ({ baseline }: Section, ranking: Ranking, lang: Lang): string =>
  baseline === null ? safe(ranking.baseline ?? '') : rowName(baseline.name, ranking, lang);

export function concentrationText({ concentration }: Section, ranking: Ranking, lang: Lang): string | null {
  const { compare, criteriaInText } = messages(lang);
  if (!concentration) return null;
  const { rows, of, share } = concentration;
  return compare.concentration({
    rows,
    rowsText: formatInteger(rows, lang),
    of: formatInteger(of, lang),
    thing: compare.things[ranking.by](of),
    share: formatShare(share, lang),
    what: criteriaInText[ranking.criterion],
  });
}

/** Rows that are left out by `--top`. */
export function restText({ kept, rows, restShare }: Section, lang: Lang): string | null {
  const count = kept - rows.length;
  if (count === 0) return null;
  return messages(lang).compare.rest(
    formatInteger(count, lang),
    restShare === null ? null : formatShare(restShare, lang),
  );
}

/** The first of some names. */
const listed = (names: readonly string[]): string =>
  names.slice(0, 5).map(safe).join(', ') + (names.length > 5 ? ' ...' : '');

/** What is said under the rows of a section, each a sentence. */
export function notesOf(section: Section, ranking: Ranking, lang: Lang): string[] {
  const { compare } = messages(lang);
  const { perUnitRefusal: refusal, rows, axes, functionalUnit } = section;
  const notes: string[] = [];
  const add = (note: string | null): void => {
    if (note !== null) notes.push(note);
  };
  add(concentrationText(section, ranking, lang));
  if (ranking.where !== null && rows.length > 0) {
    const count = formatInteger(section.kept, lang);
    add(compare.kept(count, formatInteger(section.all, lang), compare.things[ranking.by](section.all)));
  }
  if (section.isOverlapping) add(compare.overlapping);
  if (refusal) {
    add(refusal.reason === 'mixed-units' ? compare.mixedUnits(listed(refusal.units)) : compare.severalScenarios);
  }
  if (ranking.baseline !== null)
    add((section.baseline ? compare.against : compare.noBaseline)(baselineName(section, ranking, lang)));
  if (rows.some(({ dominatedBy }) => dominatedBy !== null)) {
    add(compare.dominated(axes, safe(functionalUnit ?? '')));
    const pairs = rows.flatMap(({ name, dominatedBy }) =>
      dominatedBy === null
        ? []
        : [compare.dominatedBy(rowName(name, ranking, lang), rowName(dominatedBy, ranking, lang))],
    );
    add(`${compare.dominatedTitle}: ${pairs.join(' · ')}`);
  }
  if (rows.some((row) => !figureOf(row, ranking)?.total)) add(compare.unknownLast);
  return notes;
}

/** What is said once, of all sections. */
export function closingNotes(ranking: Ranking, lang: Lang): string[] {
  const { sections, propagated, uncertainty, together } = ranking;
  const { compare, legend } = messages(lang);
  const periods = new Set(sections.map(({ period }) => period)).size;
  const bounds = new Set(
    sections.flatMap(({ rows, whole }) => [
      ...Object.values(whole).map(({ bound }) => bound),
      ...rows.flatMap(({ figures }) => Object.values(figures).map(({ bound }) => bound)),
    ]),
  );
  const marks = [
    ...(bounds.has('lower') ? [legend.lower] : []),
    ...(bounds.has('upper') ? [legend.upper] : []),
    ...(bounds.has('mixed') ? [legend.mixed] : []),
  ];
  const isAsked = propagated.length > 0 || uncertainty.method === 'draws';
  const adds = ranking.baseline !== null || (ranking.by !== 'scenario' && ranking.by !== 'usage');
  return [
    ...(propagated.length > 0 ? [compare.propagated(listed(propagated))] : []),
    ...(isAsked && adds && together.method === 'propagation' ? [compare.propagatedTogether] : []),
    ...(periods > 1 ? [compare.mixedPeriods] : []),
    ...(sections.length > periods ? [compare.mixedMoney] : []),
    [legend.interval, ...marks].join(' · '),
  ];
}
