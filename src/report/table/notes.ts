/** The sentences around the figures: what is unknown, what it compares to, what warns, what is counted. */
import { criteria, phases } from '../../assessment.ts';
import type { Assessment, BoundaryItem, Criterion } from '../../assessment.ts';
import { isAssumed, withYear } from '../ledger.ts';
import { formatAmount, formatCarbonPrice, formatInteger, formatRange } from '../numbers.ts';
import { safe } from '../safe.ts';
import { flow, wrap } from '../wrap.ts';
import { boundMark, type Bound } from './cells.ts';
import { labelled, labelledParts, type Page } from './page.ts';
import { ofOneRequest } from './usages.ts';

const shownNames = 4;
const shownReasons = 6;
const shownWarnings = 20;

function namesOf({ words, lang }: Page, names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map(safe).join(', ');
  const more = names.length - shownNames;
  return more > 0 ? words.andOthers(shown, formatInteger(more, lang)) : shown;
}

/** Same text for several keys: the keys together. Keeps the order of first appearance. */
function gather(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [text, key] of pairs) {
    const known = groups.get(text);
    if (known) known.push(key);
    else groups.set(text, [key]);
  }
  return groups;
}

/** Why a figure is unknown, or which usages a total leaves out. Never silent: an unknown without a reason says so too. */
export function unknowns(page: Page, { baseline }: Assessment): string[] {
  const { words, lang } = page;
  const isOne = baseline.usages.length === 1;
  const pairs = baseline.usages.flatMap(({ id, unknown }) =>
    unknown.flatMap((reason) =>
      // The row of the phase and the boundary say so already, unless the phase is known in part.
      reason.startsWith('training') && baseline.impacts.ghg.phases.training === null
        ? []
        : [[words.reasons[reason], id] as const],
    ),
  );
  const reasons = [...gather(pairs)].map(([reason, ids]) =>
    isOne ? reason : words.unknownOf(reason, namesOf(page, ids)),
  );
  const left = criteria.flatMap((criterion) => {
    const { missing } = baseline.impacts[criterion];
    return missing.length === 0 ? [] : [[namesOf(page, missing), words.criteriaInText[criterion]] as const];
  });
  const missing = isOne
    ? []
    : [...gather(left)].map(([names, criteriaNames]) => words.notInTotal(criteriaNames.join(', '), names));
  const hasReason = reasons.length + missing.length > 0;
  const absent = hasReason ? [] : criteria.flatMap((criterion) => unexplained(page, criterion, baseline));
  const silent = [...gather(absent)].map(([phase, names]) => words.phaseNotIn(phase, names.join(', ')));
  const all = [...missing, ...reasons, ...silent];
  const more = all.length - shownReasons;
  const lines = all.slice(0, shownReasons).flatMap((text) => wrap(`? ${text}`, page.width, 2));
  return [...lines, ...(more > 0 ? wrap(words.moreInJson(formatInteger(more, lang)), page.width) : [])];
}

/** Phases of a criterion that have no figure, each with the criterion; what was left out on purpose is none of them. */
function unexplained(
  { words }: Page,
  criterion: Criterion,
  { impacts, usages }: Assessment['baseline'],
): (readonly [string, string])[] {
  // The row of the phase and the boundary say so already.
  const isSaid = usages.some(({ unknown }) => unknown.some((reason) => reason.startsWith('training')));
  return phases
    .filter((phase) => impacts[criterion].phases[phase] === null && !(phase === 'training' && isSaid))
    .map((phase) => [words.phases[phase], words.criteriaInText[criterion]] as const);
}

/** What the marks in the figures mean; only those that are there. */
export function legend(page: Page, { ledger, baseline, carbonPrice }: Assessment): string[] {
  const { words, lang, dot } = page;
  const bounds = new Set<Bound>();
  for (const { impacts } of [baseline, ...baseline.usages])
    for (const name of criteria) bounds.add(impacts[name].bound);
  for (const usage of baseline.usages) bounds.add(ofOneRequest(usage)?.bound ?? null);
  const marks = [
    ...(ledger.some(isAssumed) || carbonPrice.assumed ? [words.legend.assumed] : []),
    ...(bounds.has('lower') ? [words.legend.lower] : []),
    ...(bounds.has('upper') ? [words.legend.upper] : []),
    ...(bounds.has('mixed') ? [words.legend.mixed] : []),
  ];
  const price = words.carbonPrice({
    price: formatCarbonPrice(carbonPrice.value, carbonPrice.unit, lang, true),
    source: safe(carbonPrice.source),
    assumed: carbonPrice.assumed,
  });
  const names = criteria.flatMap((criterion) => {
    const shown = phases.filter((phase) => baseline.impacts[criterion].phases[phase]);
    return [criterion, ...(criterion === 'ghg' ? shown.map((phase) => `ghg.${phase}`) : [])];
  });
  const notes = [
    ...flow([words.legend.interval, ...marks, price], dot, page.width, 0),
    // What comes from a table is not opened.
    ...(baseline.table ? [] : wrap(words.legend.explain(names.join(', ')), page.width, 2)),
  ];
  return notes.map((line) => page.paint.faint(line));
}

/** Electricity as it is contracted, beside the figure of the place that counts. */
export function marketBased(page: Page, { baseline: { marketBased: found, impacts } }: Assessment): string[] {
  if (!found) return [];
  const { words, lang } = page;
  const amount = (range: typeof found.market): string => formatRange(range, impacts.ghg.unit, { lang });
  return wrap(words.marketBased(amount(found.market), amount(found.location)), page.width, 2);
}

export function equivalents(page: Page, assessment: Assessment): string[] {
  const { words, lang } = page;
  const all = assessment.equivalents.slice(0, 3);
  if (all.length === 0) return [];
  const mark = boundMark(assessment.baseline.impacts.ghg.bound);
  const amounts = all.map((each) =>
    words.equivalent(mark + formatAmount(each.amount, lang), safe(lang === 'fr' ? each.labelFr : each.label)),
  );
  const sources = new Set(all.map(({ source, year }) => withYear(safe(source), year)));
  return labelledParts(page, words.heading.equivalents, [
    ...amounts,
    words.equivalentsFactors([...sources].join(', ')),
  ]);
}

export function warnings(page: Page, assessment: Assessment): string[] {
  const { words, paint, lang } = page;
  const all = assessment.warnings;
  if (all.length === 0) return [];
  const lines = all.slice(0, shownWarnings).flatMap(({ message, path, line }) => {
    const place = line === undefined ? safe(path) : `${safe(path)}, ${words.atLine(line)}`;
    return wrap(place === '' ? `! ${safe(message)}` : `! ${safe(message)} (${place})`, page.width, 2);
  });
  const more = all.length - shownWarnings;
  return [
    paint.heading(words.heading.warnings),
    ...lines.map(paint.warning),
    ...(more > 0 ? wrap(words.moreInJson(formatInteger(more, lang)), page.width) : []),
  ];
}

export function boundary(page: Page, { boundary: { counted, unknown, notCounted } }: Assessment): string[] {
  const { words } = page;
  const list = (items: readonly BoundaryItem[]): string =>
    items.length === 0 ? words.nothing : items.map((item) => words.boundaryItems[item]).join(', ');
  const hang = words.heading.boundary.length + 2;
  const indent = '\u00a0'.repeat(hang);
  const further = [
    ...(unknown.length === 0 ? [] : [`${words.unknownPart} ${list(unknown)}`]),
    `${words.notCounted} ${list(notCounted)}`,
  ];
  return [
    ...labelled(page, words.heading.boundary, `${words.counted} ${list(counted)}`, hang),
    ...further.flatMap((text) => wrap(indent + text, page.width, hang)),
  ];
}
