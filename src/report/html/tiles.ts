/** The figures of a scenario that one remembers. */
import type { Assessment } from '../../assessment.ts';
import type { Leaf } from './blocks.ts';
import { central, interval } from './figures.ts';
import { html, prose, type Child, type Markup } from './markup.ts';

export function tiles(
  { words, lang }: Leaf,
  { baseline: { impacts }, scenario, practices: changed }: Assessment,
): Markup {
  const period = words.everyPeriod[scenario.period];
  const figure = (impact: (typeof impacts)['ghg'], range: typeof impact.total): Child => {
    const how = { lang, bound: impact.bound, assumed: impact.assumed.includes('total') };
    if (!range) return html`<dd class="big">${words.unknown}</dd>`;
    return html`<dd class="big">${central(range, impact.unit, how)}</dd>
      <dd class="more">${interval(range, impact.unit, how)}</dd>`;
  };
  const tile = (name: string, ...content: readonly Child[]): Markup =>
    html`<div>
      <dt>${prose(name)}</dt>
      ${content}
    </div> `;
  return html`<dl class="tiles">
    ${tile(`${words.criteria.ghg}, ${period}`, figure(impacts.ghg, impacts.ghg.total))}${impacts.ghg.perUnit ? tile(`${words.criteria.ghg}, ${words.perUnit(scenario.functionalUnit)}`, figure(impacts.ghg, impacts.ghg.perUnit)) : null}${changed ? tile(`${words.criteria.ghg}, ${words.report.column.withPractices}`, figure(changed.all.ghg, changed.all.ghg.total)) : null}${tile(`${words.criteria.energy}, ${period}`, figure(impacts.energy, impacts.energy.total))}${tile(`${words.criteria.water}, ${period}`, figure(impacts.water, impacts.water.total))}
  </dl> `;
}
