/** Advice for people: steps by gain, the best pair, what reaches a target. */
import type { Advice, TargetAdvice, ToldStep } from '../advise.ts';
import type { SolvedInput } from '../advise-solve.ts';
import { periods, practiceIds, type Impact, type PracticeId } from '../assessment.ts';
import { messages, type Lang, type Messages } from '../messages/index.ts';
import { exactly, type Range } from '../units.ts';
import { palette } from './colour.ts';
import { figure, formatChange, formatInteger, formatRange } from './numbers.ts';
import { safe } from './safe.ts';
import { boundMark } from './table/cells.ts';
import { gridWidth, renderGrid } from './table/grid.ts';
import { flow, wrap } from './wrap.ts';

interface Options {
  readonly lang: Lang;
  readonly width: number;
  readonly colour: boolean;
}

/** A change of water too small to be told. */
const sameWater = 0.005;

/** Names that are written out; of more the number is told. */
const namedUsages = 3;

type Bound = Impact['bound'];

const isInPart = (bound: Bound): boolean => bound === 'lower' || bound === 'mixed';

/** `azure/canadaeast`, or `4 -> 1.6 prompts a result`. */
function changeText({ practice, name, from, to }: ToldStep, words: Messages, lang: Lang): string {
  const number = (value: number | null): string => formatRange(exactly(value ?? 0), '1', { lang, as: 'input' });
  const say = words.practices;
  const after: Readonly<Record<PracticeId, () => string>> = {
    location: () => safe(name ?? ''),
    model: () => safe(name ?? ''),
    iterations: () => `${number(from)} -> ${say.prompts(number(to))}`,
    output: () => `${number(from)} -> ${say.tokens(number(to))}`,
  };
  return after[practice]();
}

const inUsage = (usage: string | null, words: Messages): string =>
  usage === null ? '' : `${safe(usage)}${words.verdict.colon}`;

/** The usage in front where there are several. */
function stepText(step: ToldStep, words: Messages, lang: Lang): string {
  return inUsage(step.usage, words) + changeText(step, words, lang);
}

function stepRows({ steps, today, bound }: Advice, words: Messages, lang: Lang): string[][] {
  const like = { lang, like: { magnitude: today.central } };
  return steps.map((step) => {
    const after = figure(step.after, 'kgCO2e', like);
    return [
      formatChange(step.factor, lang),
      `${boundMark(bound)}${after.number} ${after.unit}`,
      words.practices.short[step.practice],
      stepText(step, words, lang),
      words.advise.effort[step.effort],
    ];
  });
}

function stepsTable(advice: Advice, { lang, width, colour }: Options): string[] {
  const words = messages(lang);
  const paint = palette(colour);
  const rows = stepRows(advice, words, lang);
  if (rows.length === 0) return wrap(words.advise.nothing, width);
  const heads = words.advise.heads.map(paint.faint);
  // The last columns go first where room is short: a step and its gain always stay.
  for (const kept of [5, 4]) {
    const grid = [heads, ...rows].map((row) => row.slice(0, kept));
    if (gridWidth({ rows: grid, gap: 2 }) <= width)
      return renderGrid({ rows: grid, align: grid[0]?.map(() => 'left') ?? [], gap: 2 });
  }
  return rows.flatMap(([gain = '', ...others]) =>
    flow([gain, ...others.filter((each) => each !== '')], ' · ', width, 2),
  );
}

/** Steps after which more water is used: a gain that is paid for elsewhere. */
function shiftLines({ steps }: Advice, { lang, width, colour }: Options): string[] {
  const words = messages(lang);
  const names = steps.flatMap((step) => {
    if (!step.water || step.water.central <= 1 + sameWater) return [];
    return [`${stepText(step, words, lang)} ${formatChange(exactly(step.water.central), lang)}`];
  });
  if (names.length === 0) return [];
  return wrap(`! ${words.advise.waterRises(names.join(', '))}`, width, 2).map(palette(colour).warning);
}

function pairLines({ pair, compared }: Advice, { lang, width }: Options): string[] {
  const say = messages(lang).advise;
  const counts = say.compared(formatInteger(compared.steps, lang), formatInteger(compared.pairs, lang));
  if (!pair) return wrap(counts, width);
  const best = say.pair(
    `${inUsage(pair.usage, messages(lang))}${safe(pair.place)} + ${safe(pair.model)}`,
    formatChange(exactly(pair.factor), lang),
  );
  return [...wrap(best, width, 2), ...wrap(counts, width)];
}

/** What the figures leave out, and what their mark means. */
function boundLines({ bound, missing }: Advice, { lang, width, colour }: Options): string[] {
  if (bound === null) return [];
  const words = messages(lang);
  const named = missing.slice(0, namedUsages).map(safe).join(', ');
  const more = missing.length - namedUsages;
  const names = more > 0 ? words.andOthers(named, formatInteger(more, lang)) : named;
  return [
    ...wrap(words.legend[bound], width).map(palette(colour).faint),
    ...(missing.length === 0 ? [] : wrap(`? ${words.advise.missing(names)}`, width, 2)),
  ];
}

/** Steps that are the same in several usages, as one; in the order of the first of each. */
function grouped(steps: readonly ToldStep[], words: Messages, lang: Lang): string[] {
  const groups = new Map<string, ToldStep[]>();
  for (const step of steps) {
    const text = changeText(step, words, lang);
    groups.set(text, [...(groups.get(text) ?? []), step]);
  }
  return [...groups].map(([text, own]) => {
    const usages = own.flatMap(({ usage }) => usage ?? []);
    if (usages.length > namedUsages)
      return `${words.advise.ofUsages(formatInteger(usages.length, lang))}${words.verdict.colon}${text}`;
    return inUsage(usages.length === 0 ? null : usages.join(', '), words) + text;
  });
}

function targetSteps({ steps, reached }: TargetAdvice, top: number, { lang, width }: Options): string[] {
  const words = messages(lang);
  const say = words.advise;
  return practiceIds.flatMap((id) => {
    const own = steps.filter(({ practice }) => practice === id);
    const all = grouped(own, words, lang);
    // Of what reaches the target nothing can be left out.
    const shown = reached ? all : all.slice(0, top || undefined);
    const effort = own.map((step) => say.withEffort(say.effort[step.effort])).slice(0, 1);
    return [
      ...shown.flatMap((text) =>
        flow([`  ${words.practices.short[id]}${words.verdict.colon}${text}`, ...effort], ' · ', width, 4),
      ),
      ...(shown.length < all.length
        ? wrap(`\u00a0\u00a0${say.moreSteps(formatInteger(all.length - shown.length, lang))}`, width, 4)
        : []),
    ];
  });
}

function targetLines(target: TargetAdvice, { today, bound, top }: Advice, options: Options): string[] {
  const { lang, width } = options;
  const words = messages(lang);
  const say = words.advise;
  const left = (range: Range): string => boundMark(bound) + formatRange(range, 'kgCO2e', { lang });
  const wanted = formatRange(exactly(target.total), 'kgCO2e', { lang });
  const inPart = isInPart(bound) && target.reached ? wrap(`! ${say.inPart}`, width, 2) : [];
  if (target.met) return [...wrap((isInPart(bound) ? say.metInPart : say.met)(wanted, left(today)), width), ...inPart];
  const names = target.practices.map((id) => words.practices.short[id]).join(', ');
  const count = formatInteger(target.practices.length, lang);
  const first = target.reached
    ? (isInPart(bound) ? say.reachedInPart : say.reached)(wanted, count, names)
    : say.notReached(wanted);
  return [
    ...wrap(first, width),
    ...targetSteps(target, top, options),
    ...wrap((target.reached ? say.leaves : say.leavesWithAll)(left(target.after)), width, 2),
    ...inPart,
  ];
}

function solutionLines(solution: SolvedInput, { bound }: Advice, { lang, width }: Options): string[] {
  const say = messages(lang).advise;
  const { unit, target, figure: kg } = solution;
  const number = (each: number): string => formatRange(exactly(each), unit, { lang, as: 'input' });
  const amount = (each: number): string => {
    const text = formatRange(exactly(each), 'kgCO2e', { lang });
    return target.per === 'unit' ? say.aUnit(text) : text;
  };
  const path = safe(solution.path);
  const [today, value] = [number(solution.today), number(solution.nearest)];
  const [total, wanted] = [boundMark(bound) + amount(kg), amount(target.value)];
  const isWithin = kg <= target.value;
  const text: Readonly<Record<SolvedInput['kind'], () => string>> = {
    value: () => say.solution(path, today, value, total),
    jump: () => say.jump({ path, today, value, total, wanted }),
    never: () => say.noSolution(path, total, value),
    always: () => say.alwaysWithin(path, total, value),
    'no-effect': () => (isWithin ? say.noEffectWithin : say.noEffect)(path, total, wanted),
  };
  return [
    ...wrap(text[solution.kind](), width, 2),
    ...(isInPart(bound) && isWithin ? wrap(`! ${say.inPart}`, width, 2) : []),
  ];
}

export function renderAdvice(advice: Advice, options: Options): string {
  const { lang, width, colour } = options;
  const words = messages(lang);
  const paint = palette(colour);
  const period = periods.find((each) => each === advice.period) ?? 'year';
  const amount = boundMark(advice.bound) + formatRange(advice.today, 'kgCO2e', { lang });
  const today = words.advise.today(`${amount} ${words.everyPeriod[period]}`);
  const blocks = [
    [...wrap(safe(advice.scenario), width).map(paint.heading), ...wrap(today, width), ...boundLines(advice, options)],
    ...(advice.solution
      ? [solutionLines(advice.solution, advice, options)]
      : [
          ...(advice.target ? [targetLines(advice.target, advice, options)] : []),
          [...stepsTable(advice, options), ...shiftLines(advice, options)],
          pairLines(advice, options),
          wrap(words.advise.caution, width).map(paint.faint),
        ]),
  ];
  return blocks.map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join('')).join('\n');
}
