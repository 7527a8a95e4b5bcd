/** Advice for people and for machines: steps by gain, the best pair, what reaches a target. */
import type { Advice, AdvisedStep, TargetAdvice } from '../advise.ts';
import type { SolvedInput } from '../advise-solve.ts';
import { periods, type PracticeId } from '../assessment.ts';
import { messages, type Lang, type Messages } from '../messages/index.ts';
import type { Range } from '../units.ts';
import { palette } from './colour.ts';
import { boundMark } from './table/cells.ts';
import { jsonText } from './json-text.ts';
import { figure, formatChange, formatInteger, formatRange } from './numbers.ts';
import { round, roundRange } from './round.ts';
import { escapeInQuotes, safe } from './safe.ts';
import { gridWidth, renderGrid } from './table/grid.ts';
import { flow, wrap } from './wrap.ts';

interface Options {
  readonly lang: Lang;
  readonly width: number;
  readonly colour: boolean;
}

type Told = Pick<AdvisedStep, 'usage' | 'practice' | 'name' | 'from' | 'to'>;

/** A change of water too small to be told. */
const sameWater = 0.005;

/** Different steps towards a target that are told, and usages named with each. */
const toldSteps = 12;
const namedUsages = 4;

const exactly = (value: number): Range => ({ low: value, central: value, high: value });

/** `azure/canadaeast`, or `4 -> 1.6 prompts a result`; the usage in front where there are several. */
function stepText({ usage, practice, name, from, to }: Told, words: Messages, lang: Lang): string {
  const number = (value: number | null): string => formatRange(exactly(value ?? 0), '1', { lang, as: 'input' });
  const say = words.practices;
  const after: Readonly<Record<PracticeId, () => string>> = {
    location: () => safe(name ?? ''),
    model: () => safe(name ?? ''),
    iterations: () => `${number(from)} -> ${say.prompts(number(to))}`,
    output: () => `${number(from)} -> ${say.tokens(number(to))}`,
  };
  return `${usage === null ? '' : `${safe(usage)}: `}${after[practice]()}`;
}

function stepRows({ steps, today }: Advice, words: Messages, lang: Lang): string[][] {
  const like = { lang, like: { magnitude: today.central } };
  return steps.map((step) => {
    const after = figure(step.after, 'kgCO2e', like);
    return [
      formatChange(step.factor, lang),
      `${after.number} ${after.unit}`,
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
  const usage = pair.usage === null ? '' : `${safe(pair.usage)}: `;
  const best = say.pair(`${usage}${safe(pair.place)} + ${safe(pair.model)}`, formatChange(exactly(pair.factor), lang));
  return [...wrap(best, width, 2), ...wrap(counts, width)];
}

/** Steps that are the same in several usages, told once. */
function together(
  steps: readonly Told[],
  words: Messages,
  lang: Lang,
): readonly { readonly step: Told; readonly text: string }[] {
  const groups = new Map<string, { step: Told; readonly usages: string[] }>();
  for (const step of steps) {
    const key = `${step.practice} ${stepText({ ...step, usage: null }, words, lang)}`;
    const group = groups.get(key);
    if (group) group.usages.push(safe(step.usage ?? ''));
    else groups.set(key, { step, usages: step.usage === null ? [] : [safe(step.usage)] });
  }
  return [...groups.values()].map(({ step, usages }) => {
    const named = [...usages.slice(0, namedUsages), ...(usages.length > namedUsages ? ['...'] : [])].join(', ');
    return { step, text: `${named === '' ? '' : `${named}: `}${stepText({ ...step, usage: null }, words, lang)}` };
  });
}

function targetLines(target: TargetAdvice, advice: Advice, { lang, width }: Options): string[] {
  const words = messages(lang);
  const say = words.advise;
  const amount = (kg: number | Range): string =>
    formatRange(typeof kg === 'number' ? exactly(kg) : kg, 'kgCO2e', { lang });
  const wanted = amount(target.total);
  const isPartial = advice.bound === 'lower' || advice.bound === 'mixed';
  const mark = boundMark(advice.bound);
  // What is known may be below a target that the whole is above.
  const caveat = isPartial ? wrap(`! ${say.partial}`, width, 2) : [];
  if (target.met) return [...wrap(say.met(wanted, mark + amount(advice.today)), width), ...caveat];
  const names = target.practices.map((id) => words.practices.short[id]).join(', ');
  const first = target.reached
    ? say.reached(wanted, formatInteger(target.practices.length, lang), names)
    : say.notReached(wanted);
  const groups = together(target.steps, words, lang);
  const more = groups.length - toldSteps;
  return [
    ...wrap(first, width),
    ...groups.slice(0, toldSteps).flatMap(({ step, text }) => {
      const effort = target.steps.find((each) => each.practice === step.practice)?.effort ?? 'high';
      return flow(
        [`  ${words.practices.short[step.practice]}: ${text}`, say.withEffort(say.effort[effort])],
        ' · ',
        width,
        4,
      );
    }),
    ...(more > 0 ? wrap(words.moreInJson(formatInteger(more, lang)), width) : []),
    ...wrap(say.leaves(mark + amount(target.after)), width, 2),
    ...caveat,
  ];
}

function solutionLines(
  { path, unit, today, value, figure: kg, nearest }: SolvedInput,
  { lang, width }: Options,
): string[] {
  const say = messages(lang).advise;
  const number = (each: number): string => formatRange(exactly(each), unit, { lang, as: 'input' });
  const total = formatRange(exactly(kg), 'kgCO2e', { lang });
  const text =
    value === null
      ? say.noSolution(safe(path), total, number(nearest))
      : say.solution(safe(path), number(today), number(value), total);
  return wrap(text, width, 2);
}

export function renderAdvice(advice: Advice, options: Options): string {
  const { lang, width, colour } = options;
  const words = messages(lang);
  const paint = palette(colour);
  const period = periods.find((each) => each === advice.period) ?? 'year';
  const today = `${boundMark(advice.bound)}${formatRange(advice.today, 'kgCO2e', { lang })} ${words.everyPeriod[period]}`;
  const { missing } = advice;
  const named = [...missing.slice(0, namedUsages).map(safe), ...(missing.length > namedUsages ? ['...'] : [])];
  const blocks = [
    [
      ...wrap(safe(advice.scenario), width).map(paint.heading),
      ...wrap(words.advise.today(today), width),
      ...(named.length > 0 ? wrap(`? ${words.advise.missing(named.join(', '))}`, width, 2) : []),
    ],
    ...(advice.solution
      ? [solutionLines(advice.solution, options)]
      : [
          ...(advice.target ? [targetLines(advice.target, advice, options)] : []),
          [...stepsTable(advice, options), ...shiftLines(advice, options)],
          pairLines(advice, options),
          wrap(words.advise.caution, width).map(paint.faint),
        ]),
  ];
  return blocks.map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join('')).join('\n');
}

const orNull = (value: number | null): number | null => (value === null ? null : round(value));

function told({ usage, practice, name, from, to, effort }: TargetAdvice['steps'][number]) {
  return { usage, practice, name, from: orNull(from), to: orNull(to), effort };
}

/** Schema `ai-footprint/advice/1`: additive changes only. Units: kgCO2e; factors are after over today. */
export function renderAdviceJson(advice: Advice): string {
  const { scenario, period, today, steps, compared, pair, target, solution } = advice;
  const document = {
    schema: 'ai-footprint/advice/1',
    scenario,
    period,
    unit: 'kgCO2e',
    today: roundRange(today),
    bound: advice.bound,
    missing: advice.missing,
    steps: steps.map((step) => ({
      ...told(step),
      after: roundRange(step.after),
      factor: roundRange(step.factor),
      water_factor: step.water && roundRange(step.water),
    })),
    compared,
    best_pair: pair && {
      usage: pair.usage,
      place: pair.place,
      model: pair.model,
      pairs: pair.pairs,
      factor: round(pair.factor),
    },
    target: target && {
      value: round(target.value),
      per: target.per,
      total: round(target.total),
      reached: target.reached,
      met: target.met,
      practices: target.practices,
      steps: target.steps.map(told),
      after: roundRange(target.after),
    },
    solution: solution && {
      path: solution.path,
      unit: solution.unit,
      today: round(solution.today),
      value: orNull(solution.value),
      figure: round(solution.figure),
      nearest: round(solution.nearest),
    },
  };
  return `${escapeInQuotes(jsonText(document))}\n`;
}
