/** The footprint of a log in one sentence. */
import { usageWords } from '../../messages/usage/index.ts';
import type { Metered } from '../../metered/types.ts';
import type { RenderOptions } from '../index.ts';
import { formatInteger } from '../numbers.ts';
import { safe } from '../safe.ts';
import { planRatio } from './plan.ts';
import { daysText, impactText, leftOutRows, volumeText } from './words.ts';

export function renderLine(metered: Metered, { lang }: RenderOptions): string {
  const say = usageWords(lang);
  const left = leftOutRows(metered);
  const sentence = say.sentence({
    files: safe(metered.assessment.scenario.name),
    days: daysText(metered, lang),
    requests: volumeText(metered.whole, lang),
    ghg: impactText(metered.whole, 'ghg', lang),
    energy: impactText(metered.whole, 'energy', lang),
    ratio: metered.plan ? planRatio(metered.plan, lang) : null,
    left: left === 0 ? null : say.leftOutShort(formatInteger(left, lang), left),
  });
  return `${sentence}\n`;
}
