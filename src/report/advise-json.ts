/** Advice for machines. */
import type { Advice, TargetAdvice, ToldStep } from '../advise.ts';
import type { SolvedInput } from '../advise-solve.ts';
import { practiceIds } from '../assessment.ts';
import { jsonText } from './json-text.ts';
import { round, roundRange } from './round.ts';
import { escapeInQuotes } from './safe.ts';

const orNull = (value: number | null): number | null => (value === null ? null : round(value));

function told({ usage, practice, name, from, to, effort }: ToldStep) {
  return { usage, practice, name, from: orNull(from), to: orNull(to), effort };
}

function targetJson({ steps, ...target }: TargetAdvice, { bound, top }: Advice) {
  const shown = target.reached
    ? steps
    : practiceIds.flatMap((id) => steps.filter(({ practice }) => practice === id).slice(0, top || undefined));
  return {
    value: round(target.value),
    per: target.per,
    total: round(target.total),
    reached: target.reached,
    met: target.met,
    bound,
    practices: target.practices,
    steps: shown.map(told),
    more_steps: steps.length - shown.length,
    after: roundRange(target.after),
  };
}

function solutionJson(solution: SolvedInput, { bound }: Advice) {
  return {
    path: solution.path,
    unit: solution.unit,
    today: round(solution.today),
    kind: solution.kind,
    value: orNull(solution.value),
    figure: round(solution.figure),
    per: solution.target.per,
    bound,
    nearest: round(solution.nearest),
  };
}

/**
 * Schema `ai-footprint/advice/1`: additive changes only. Units: kgCO2e; factors are after over today. `bound` is that of every
 * figure: with `lower` a target that is met or reached is so by the known part alone. A step has `afnor_spec_2314` where
 * the catalogue knows which practice of AFNOR SPEC 2314 it is: docs/decisions/0012-advice.md.
 */
export function renderAdviceJson(advice: Advice): string {
  const { scenario, period, today, bound, missing, steps, compared, pair, target, solution } = advice;
  const document = {
    schema: 'ai-footprint/advice/1',
    scenario,
    period,
    unit: 'kgCO2e',
    today: roundRange(today),
    bound,
    missing,
    steps: steps.map((step) => ({
      ...told(step),
      after: roundRange(step.after),
      factor: roundRange(step.factor),
      water_factor: step.water && roundRange(step.water),
      ...(step.afnor === null ? {} : { afnor_spec_2314: step.afnor }),
    })),
    compared,
    best_pair: pair && {
      usage: pair.usage,
      place: pair.place,
      model: pair.model,
      pairs: pair.pairs,
      factor: round(pair.factor),
    },
    target: target && targetJson(target, advice),
    solution: solution && solutionJson(solution, advice),
  };
  return `${escapeInQuotes(jsonText(document))}\n`;
}
