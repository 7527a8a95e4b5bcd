/** The footprint of a log for a terminal: what was read, the whole, groups, months, what is left out, and what it rests on. */
import { messages } from '../../messages/index.ts';
import { usageWords } from '../../messages/usage/index.ts';
import type { Metered } from '../../metered/types.ts';
import { asciiMarks } from '../chart.ts';
import { palette } from '../colour.ts';
import { formatInteger } from '../numbers.ts';
import { safe } from '../safe.ts';
import { baseline } from '../table/baseline.ts';
import { inputs } from '../table/header.ts';
import { equivalents, legend } from '../table/notes.ts';
import { pageText, type Page } from '../table/page.ts';
import { graded } from '../table/quality.ts';
import { trustBlocks } from '../table/trust.ts';
import { displayWidth, flow, wrap } from '../wrap.ts';
import { groupGrid, trendBars } from './groups.ts';
import type { UsageRenderOptions } from './index.ts';
import { planBlock } from './plan.ts';
import { volumeText, daysText, keyText, readingText, restText, shownGroups, silentText, sizeText, treatedText, leftOutRows, unmappedText } from './words.ts'; // prettier-ignore

const smallestWidth = 60;

/** A name of many is read to its end by nobody. */
const shownUnmapped = 12;

function header(page: Page, metered: Metered): string[] {
  const { words, lang, dot, paint } = page;
  const { assessment, whole } = metered;
  const left = safe(assessment.scenario.name);
  const right = [daysText(metered, lang), volumeText(whole, lang)];
  const facts = right.join(dot);
  const room = page.width - displayWidth(left) - displayWidth(facts);
  const first =
    room >= 2
      ? [`${paint.heading(left)}${' '.repeat(room)}${facts}`]
      : [...wrap(left, page.width), ...wrap(facts, page.width)];
  const note = graded(words, lang, assessment, inputs(page, assessment));
  return [
    ...first,
    ...flow([sizeText(metered, lang), ...readingText(metered, lang)], dot, page.width, 2),
    ...wrap(note, page.width),
  ];
}

function notes(page: Page, metered: Metered): string[] {
  const { lang } = page;
  const say = usageWords(lang);
  const treated = treatedText(metered, lang).flatMap((text) => wrap(`- ${text}`, page.width, 2));
  const silent = silentText(metered, lang).flatMap((text) => wrap(`? ${text}`, page.width, 2));
  return [
    ...(treated.length > 0 ? [page.paint.heading(say.heading.log), ...treated] : []),
    ...(silent.length > 0 ? [page.paint.heading(say.heading.notes), ...silent] : []),
  ];
}

function unmapped(page: Page, metered: Metered): string[] {
  const { lang, words, paint } = page;
  if (metered.unmapped.length === 0) return [];
  const shown = metered.unmapped.slice(0, shownUnmapped);
  const more = metered.unmapped.length - shown.length;
  return [
    paint.heading(usageWords(lang).heading.unmapped),
    ...shown.flatMap((each) => wrap(`! ${unmappedText(each, lang)}`, page.width, 2)).map(paint.warning),
    ...(more > 0 ? wrap(words.moreInJson(formatInteger(more, lang)), page.width) : []),
  ];
}

function groups(page: Page, metered: Metered, top: number): string[] {
  const { lang, paint } = page;
  const { by } = metered;
  if (by.length === 0) return [];
  const rows = shownGroups(metered)
    .slice(0, top)
    .map((group) => ({ ...group, names: keyText(group.key, lang) }));
  const rest = restText(metered, top, lang);
  return [
    paint.heading(`${usageWords(lang).heading.by} ${by.map(safe).join(', ')}`),
    ...groupGrid(page, by.map(safe), rows),
    ...(rest === null ? [] : wrap(rest, page.width, 2)),
  ];
}

function trend(page: Page, { trend: months, by }: Metered, ascii: boolean): string[] {
  const { lang, paint } = page;
  // The groups say so already.
  if (months.length === 0 || (by.length === 1 && by[0] === 'month')) return [];
  const rows = months.map((month) => ({ ...month, names: keyText([month.month], lang), share: null }));
  return [paint.heading(usageWords(lang).heading.trend), ...trendBars(page, rows, ascii)];
}

/** The whole report, no line longer than `width`; text of a log is printed with its control characters escaped. */
export function renderTable(metered: Metered, options: UsageRenderOptions): string {
  const { lang, colour, ascii = false, top = Number.MAX_SAFE_INTEGER } = options;
  const { assessment } = metered;
  const width = Math.max(smallestWidth, Math.floor(options.width));
  const page: Page = { words: messages(lang), lang, paint: palette(colour), width, dot: ' · ' };
  const left = leftOutRows(metered);
  const blocks = [
    header(page, metered),
    unmapped(page, metered),
    [
      ...baseline(page, assessment),
      ...(left > 0
        ? wrap(`! ${usageWords(lang).partial(formatInteger(left, lang), left)}`, width, 2).map(page.paint.warning)
        : []),
      ...legend(page, assessment),
    ],
    groups(page, metered, top),
    trend(page, metered, ascii),
    metered.plan ? planBlock(page, metered.plan) : [],
    equivalents(page, assessment),
    notes(page, metered),
    ...trustBlocks(page, assessment),
  ];
  const text = pageText(blocks);
  return ascii ? asciiMarks(text) : text;
}
