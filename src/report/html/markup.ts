/** HTML that is safe by construction: whatever is put into a template is escaped, unless it is a piece of markup itself. */
import { safe } from '../safe.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text inside an element or inside a quoted attribute; control and format characters are shown, not sent. A blank at
 * either end stays, as one.
 */
function escaped(text: string): string {
  const words = safe(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  if (words === '') return text === '' ? '' : ' ';
  return (/^\s/.test(text) ? ' ' : '') + words + (/\s$/.test(text) ? ' ' : '');
}

/** A piece of finished HTML. Only the templates of this file make one. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Child = string | number | Markup | null | readonly Child[];

function written(child: Child): string {
  if (child === null) return '';
  if (child instanceof Markup) return child.text;
  if (typeof child === 'string') return escaped(child);
  return typeof child === 'number' ? String(child) : child.map(written).join('');
}

/**
 * A template whose values are escaped.
 * Example html`<b title="${'"'}">${'<x>'}</b>`.text -> <b title="&quot;">&lt;x&gt;</b>
 */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(parts.reduce((text, part, at) => text + written(children[at - 1] ?? null) + part));
}

/** `300 000 x sheet` with the sign of print: the first `x` between blanks stands behind a number of ours. */
export const times = (text: string): string => text.replace(' x ', ' \u00d7 ');

/** Units in print: CO2e with its index, m3 with its exponent. */
export function unitText(unit: string): string {
  return unit.replaceAll('CO2e', 'CO\u2082e').replace(/\bm3\b/g, 'm\u00b3');
}

/**
 * A sentence of the reports, as print sets it: arrows, indices, what stands in backticks as code, and blanks at which no
 * line ends: before the signs of French, between the groups of a number, between a number and its `%`.
 */
export function prose(text: string): Markup {
  return new Markup(
    unitText(escaped(text))
      .replaceAll(' -&gt; ', ' \u2192 ')
      .replace(/ (?=[:;!?»%])/g, '&nbsp;')
      .replace(/« /g, '«&nbsp;')
      .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '&nbsp;')
      .replace(/`([^`]+)`/g, '<code>$1</code>'),
  );
}

/** A path of a scenario, which may end its line behind a dot or a dash of its own. */
export function pathText(path: string): Markup {
  return new Markup(`<code>${escaped(path).replace(/[._](?=\w)/g, '$&<wbr>')}</code>`);
}

/** A link to a page of the web; of any other address, as of `src/data/x.yaml` or `javascript:`, the words alone. */
export function link(address: string, words: string): Markup {
  return /^https?:\/\/[^\s<>"']+$/i.test(address)
    ? html`<a href="${address}" rel="noreferrer">${words}</a>`
    : html`${words}`;
}
