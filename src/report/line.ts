/** The whole answer in one sentence. */
import type { Assessment } from '../assessment.ts';
import { messages, type Lang } from '../messages/index.ts';
import { formatInteger, formatRange } from './numbers.ts';
import { safe } from './safe.ts';
import { boundMark } from './table/cells.ts';
import { graded } from './table/quality.ts';

export function renderLine(assessment: Assessment, lang: Lang): string {
  const words = messages(lang);
  const { scenario, baseline, inputs } = assessment;
  const { ghg, energy, water } = baseline.impacts;
  const shown = (impact: typeof ghg): string => {
    if (impact.total === null) return words.line.unknown;
    return `${boundMark(impact.bound)}${formatRange(impact.total, impact.unit, { lang })}`;
  };
  const all = inputs.given + inputs.assumed;
  const sentence = words.line.sentence({
    name: safe(scenario.name),
    ghg: ghg.total === null ? words.line.unknownGhg : shown(ghg),
    period: words.everyPeriod[scenario.period],
    perUnit:
      ghg.perUnit === null
        ? null
        : words.line.perUnit(
            boundMark(ghg.bound) + formatRange(ghg.perUnit, ghg.unit, { lang }),
            safe(scenario.functionalUnit),
          ),
    energy: shown(energy),
    water: shown(water),
    caveat: graded(
      words,
      lang,
      assessment,
      words.inputs({
        assumed: inputs.assumed,
        all,
        assumedText: formatInteger(inputs.assumed, lang),
        allText: formatInteger(all, lang),
      }),
    ),
  });
  const { verdict } = assessment;
  const told = verdict ? `; ${words.verdict.line(words.verdict.codes[verdict.whole.code])}` : '';
  return `${sentence}${told}\n`;
}
