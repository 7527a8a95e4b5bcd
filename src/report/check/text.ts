/** A check for a terminal: the answer, what is not kept and what to do about it, what moved since the lock. */
import type { CheckReport } from '../../check-types.ts';
import { checkWords } from '../../messages/check/index.ts';
import { palette } from '../colour.ts';
import type { RenderOptions } from '../index.ts';
import { formatInteger, formatRange } from '../numbers.ts';
import { safe } from '../safe.ts';
import { wrap } from '../wrap.ts';
import { aboutLines, causesText, headline, itemWords, movedLines, reasonsOf } from './words.ts';

/** More are counted: nobody mends a hundred at once, and the JSON has them all. */
const mostItems = 50;
const mostReasons = 4;

export function renderCheckText(report: CheckReport, { lang, width, colour }: RenderOptions): string {
  const words = checkWords(lang);
  const paint = palette(colour);
  const { decision } = report;
  const paintVerdict = decision.verdict === 'holds' ? paint.heading : paint.error;
  const lines: string[] = wrap(headline(decision, lang), width).map(paintVerdict);
  const open = report.items.filter(({ outcome }) => outcome !== 'pass');
  for (const item of open.slice(0, mostItems)) {
    const said = itemWords(item, lang);
    const title = `${said.outcome}  ${said.what}${words.colon}${said.found}, ${said.expected}`;
    const [first = '', ...rest] = wrap(title, width, 6);
    const colourOf = item.outcome === 'fail' ? paint.error : paint.warning;
    const detail = (text: string): string[] => wrap(`      ${text}`, width, 8);
    lines.push(
      '',
      first.startsWith(said.outcome) ? colourOf(said.outcome) + first.slice(said.outcome.length) : first,
      ...rest,
      ...detail(said.reason === '' ? said.owner : `${said.owner} · ${said.reason}`),
      ...detail(
        [said.edit === '' ? '' : `${words.edit} ${said.edit}`, said.limit === '' ? '' : `${words.limit} ${said.limit}`]
          .filter(Boolean)
          .join(' · '),
      ),
      ...(said.since === '' ? [] : detail(`${words.since}${words.colon}${said.since}`)),
      ...(said.todo === '' ? [] : detail(`-> ${said.todo}`)),
      ...(said.message === '' ? [] : detail(`-> ${said.message}`)),
    );
  }
  if (open.length > mostItems) lines.push('', words.more(formatInteger(open.length - mostItems, lang)));
  const moved = movedLines(report);
  if (report.lock.state !== 'absent') {
    const calm = report.scenarios.length - moved.length;
    lines.push('', paint.heading(words.scenarios));
    for (const line of moved.slice(0, mostItems)) {
      const unit = line.ghg?.unit ?? '';
      const now = formatRange(line.ghg?.total ?? null, unit, { lang });
      const figures = line.before ? `${formatRange(line.before, unit, { lang })} -> ${now}` : now;
      const trend = line.trend === null ? words.notComparable : words.trends[line.trend];
      const causes = causesText(line.compared, lang);
      lines.push(
        ...wrap(`${safe(line.file)}${words.colon}${trend}${causes === '' ? '' : ` (${causes})`}`, width, 4),
        ...wrap(`    ${words.criteria.ghg} ${figures} ${words.periods[line.period]}`, width, 6),
        ...reasonsOf(line, lang, mostReasons).flatMap((reason) => wrap(`    ${reason}`, width, 6)),
      );
    }
    if (moved.length > mostItems) lines.push(words.more(formatInteger(moved.length - mostItems, lang)));
    if (calm > 0) lines.push(words.allUnchanged(calm, formatInteger(calm, lang)));
  }
  lines.push(
    '',
    ...aboutLines(report, lang)
      .flatMap((line) => wrap(line, width, 2))
      .map(paint.faint),
  );
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

export function renderCheckLine(report: CheckReport, { lang }: RenderOptions): string {
  return `${headline(report.decision, lang)}\n`;
}
