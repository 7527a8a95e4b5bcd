/** What the answer rests on: every value with its share of the width, then every source that one of them names. */
import type { Dossier } from '../../dossier.ts';
import type { Assessment } from '../../assessment.ts';
import type { Source } from '../../catalog/types.ts';
import { assumedWidth, byWeight, isWeighed, namesOf } from '../ledger.ts';
import { formatInteger, formatShare } from '../numbers.ts';
import { row } from '../table/assumptions.ts';
import { inputs } from '../table/header.ts';
import { byBadness, graded, reasonText } from '../table/quality.ts';
import { capital, list, paragraph, section, table, type Leaf } from './blocks.ts';
import { html, link, pathText, prose, type Child, type Markup } from './markup.ts';

const shownRows = 250;

/** A source of the catalogue leads to its line below; one that the scenario names is its words. */
function sourceCell({ prefix }: Leaf, source: string, text: string, known: ReadonlySet<string>): Child {
  // The status says that the scenario gives it, and nothing more is known.
  if (source === 'scenario') return '\u2013';
  return known.has(source) ? html`<a href="#${prefix}source-${source}">${text}</a>` : text;
}

export function assumptions(leaf: Leaf, { assessment, sources }: Dossier): Markup {
  const { words, lang, wide } = leaf;
  const { ledger, carbonPrice } = assessment;
  const entries = byWeight(ledger);
  const nameOf = namesOf(ledger);
  const [currency = ''] = carbonPrice.unit.split('/');
  const known = new Set(sources.map(({ id }) => id));
  const say = words.report;
  const hasWeight = isWeighed(ledger);
  const told = entries.slice(0, shownRows);
  return section(
    leaf,
    'assumptions',
    paragraph(capital(inputsText(leaf, assessment))),
    table({
      caption: say.assumptions.caption,
      heads: [
        say.column.input,
        say.column.value,
        say.column.status,
        say.column.source,
        ...(hasWeight ? [say.column.width] : []),
      ],
      rows: told.map((entry): Child[] => {
        const { path, value, source } = row(wide, entry, nameOf(entry), currency);
        return [
          pathText(path),
          prose(value),
          say.status[entry.status],
          sourceCell(leaf, entry.source, source, known),
          ...(hasWeight ? [entry.widthShare === null ? '' : prose(formatShare(entry.widthShare, lang))] : []),
        ];
      }),
      figures: [4],
    }),
    told.length < entries.length
      ? paragraph(say.assumptions.first(formatInteger(told.length, lang), formatInteger(entries.length, lang)), 'note')
      : null,
    hasWeight ? paragraph(say.assumptions.note, 'note') : null,
  );
}

/** `22 of 27 inputs assumed, carrying 90 % of the width` */
function inputsText({ wide, words, lang }: Leaf, assessment: Assessment): string {
  const width = assumedWidth(assessment.ledger);
  const text = inputs(wide, assessment);
  return width === null ? text : graded(words, lang, assessment, text);
}

export function sources(leaf: Leaf, { sources: all }: Dossier): Markup | null {
  if (all.length === 0) return null;
  const { words, prefix } = leaf;
  const head = words.report.column;
  return section(
    leaf,
    'sources',
    table({
      caption: words.report.sourcesOf,
      heads: [head.id, head.title, head.year, head.confidence],
      rows: all.map(({ id, title, url, year, confidence, place }: Source): Child[] => [
        html`<span id="${prefix}source-${id}">${id}</span>`,
        [
          html`<span lang="en">${link(url, title)}${place === undefined ? null : `, ${place}`}</span>`,
          html`<span class="address">${url}</span>`,
        ],
        year,
        words.report.confidence[confidence],
      ]),
    }),
  );
}

export function quality(leaf: Leaf, { dataQuality }: Assessment): Markup {
  const { words, lang } = leaf;
  const grade = dataQuality.grade ?? '?';
  return section(
    leaf,
    'quality',
    html`<div class="graded">
      <span class="grade" aria-hidden="true">${grade}</span>
      ${list(byBadness(dataQuality.reasons).map((reason) => prose(capital(reasonText(words, lang, reason)))))}
    </div> `,
  );
}
