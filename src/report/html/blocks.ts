/** The parts that sections are made of: headings, tables, lists, figures with their data. */
import type { Lang, Messages } from '../../messages/index.ts';
import type { ReportWords } from '../../messages/report/index.ts';
import type { Page } from '../table/page.ts';
import { html, prose, type Child, type Markup } from './markup.ts';

/** What every section of one scenario shares. */
export interface Leaf {
  readonly words: Messages & { readonly report: ReportWords };
  readonly lang: Lang;
  /** For the sentences that the table writes as well: a page so wide that no line is broken. */
  readonly wide: Page;
  /** In front of every id: `s2-`; empty where there is one scenario. */
  readonly prefix: string;
  /** Of the headings of its sections, 2 or 3. */
  readonly level: 2 | 3;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export type SectionName = keyof ReportWords['sections'];

export function heading(level: number, text: Child): Markup {
  switch (level) {
    case 2:
      return html`<h2>${text}</h2>`;
    case 3:
      return html`<h3>${text}</h3>`;
    default:
      return html`<h4>${text}</h4>`;
  }
}

export function section({ words, prefix, level }: Leaf, name: SectionName, ...content: readonly Child[]): Markup {
  return html`<section id="${prefix}${name}">${heading(level, words.report.sections[name])} ${content}</section> `;
}

/** A heading within a section. */
export const subheading = ({ level }: Leaf, text: string): Markup => heading(level + 1, text);

export function paragraph(text: string, kind = ''): Markup {
  return kind === '' ? html`<p>${prose(text)}</p> ` : html`<p class="${kind}">${prose(text)}</p> `;
}

/** Nothing of nothing. `kind` names what the list is of. */
export function list(items: readonly Child[], kind = ''): Markup | null {
  if (items.length === 0) return null;
  return html`<ul class="${kind}">
    ${items.map((item) => html`<li>${item}</li> `)}
  </ul> `;
}

/** Sentences of the table, without the sign that leads each on a terminal; a label in capitals as print sets it. */
export function sentences(lines: readonly string[]): Markup[] {
  return lines.map((line) => {
    const [, label, text = ''] = /^(\p{Lu}[\p{Lu}' -]*\p{Lu}) {2,}(.*)$/u.exec(line) ?? [];
    return label === undefined
      ? prose(line.replace(/^[?!-] /, '').trim())
      : html`<b>${capital(label.toLowerCase())}</b> ${prose(text)}`;
  });
}

/** Terms and what they say; a term without a text is left out. */
export function terms(pairs: readonly (readonly [string, readonly Child[]])[]): Markup | null {
  const known = pairs.filter(([, texts]) => texts.length > 0);
  if (known.length === 0) return null;
  return html`<dl>
    ${known.map(
      ([term, texts]) =>
        html`<dt>${term}</dt>
          ${texts.map((text) => html`<dd>${text}</dd> `)}`,
    )}
  </dl> `;
}

export interface TableSpec {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Child[])[];
  /** Places of the columns of figures. */
  readonly figures?: readonly number[];
  /** Many columns: intervals stand under their figures. */
  readonly dense?: boolean;
  /** What stands below it: which rows it leaves out. */
  readonly note?: Child;
}

/** It scrolls in its own box where it is wider than the page, by finger and by key. */
export function table({ caption, heads, rows, figures = [], dense = false, note }: TableSpec): Markup {
  const kind = (at: number): Markup | null => (figures.includes(at) ? html` class="number"` : null);
  const cells = (row: readonly Child[]): Markup[] =>
    row.map((cell, at) => (at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${kind(at)}>${cell}</td>`));
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
    <table${dense ? html` class="dense"` : null}>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head, at) => html`<th scope="col" ${kind(at)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${cells(row)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>
  ${note === undefined ? null : html`<p class="note">${note}</p> `}`;
}

/** A chart with its legend, and its figures as a table that opens. */
export function figureWith(
  { words }: Leaf,
  content: {
    readonly title: string;
    readonly chart: Markup | null;
    readonly legend: readonly Child[];
    readonly data: TableSpec;
    /** Whether the table is open from the start. */
    readonly open?: boolean;
  },
): Markup | null {
  if (!content.chart) return null;
  return html`<figure>
<figcaption>${content.title}</figcaption>
${content.chart}${content.legend.length === 0 ? null : html`<p class="legend">${content.legend.map((each, at) => [at === 0 ? null : ' ', each])}</p> `}<details${content.open ? html` open` : null}><summary>${words.report.data}</summary>
${table(content.data)}</details>
</figure>
`;
}
