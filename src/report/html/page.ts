/** The report page: one HTML file that needs no network and no script. */
import type { Assessment } from '../../assessment.ts';
import type { Dossier } from '../../dossier.ts';
import { messages, type Lang } from '../../messages/index.ts';
import { reportWords } from '../../messages/report/index.ts';
import { palette } from '../colour.ts';
import { formatInteger } from '../numbers.ts';
import { inputs, summary, volume } from '../table/header.ts';
import { graded } from '../table/quality.ts';
import { baseline } from './baseline.ts';
import { capital, paragraph, type Leaf, type SectionName } from './blocks.ts';
import { assumptions, quality, sources } from './ledger.ts';
import { html, prose, times, type Child, type Markup } from './markup.ts';
import { boundary, method, warnings } from './method.ts';
import { places } from './places.ts';
import { portfolio } from './portfolio.ts';
import { practices } from './practices.ts';
import type { Request } from './reproduction.ts';
import { sensitivity } from './sensitivity.ts';
import { style } from './style.ts';
import { tiles } from './tiles.ts';
import { verdict, verdictCard } from './verdict.ts';

/** Bytes that a page may have: it is sent by mail. */
const mostBytes = 390_000;
/** Scenarios that a page of several tells of. */
const mostScenarios = 100;
/** Usages that the head of a scenario describes. */
const describedUsages = 3;

const bytesOf = ({ text }: Markup): number => new TextEncoder().encode(text).length;

function leafOf(lang: Lang, prefix: string): Leaf {
  const words = { ...messages(lang), report: reportWords(lang) };
  // No sentence is that long.
  const wide = { words, lang, paint: palette(false), width: 1_000_000, dot: ' \u00b7 ' };
  return { words, lang, wide, prefix, level: prefix === '' ? 2 : 3 };
}

/** Period and volume, then what each usage is, as long as they are few. */
function facts({ wide, words, lang }: Leaf, assessment: Assessment): Markup {
  const { usages } = assessment.baseline;
  const described = usages.slice(0, describedUsages).map((usage): Child => {
    const text = prose(summary(wide, usage).join(wide.dot));
    return html`<br />${usages.length > 1 ? [html`<b>${usage.id}</b>`, words.verdict.colon, ' '] : null}${text}`;
  });
  const count =
    usages.length > 1 ? ` \u00b7 ${words.usageCount(usages.length, formatInteger(usages.length, lang))}` : '';
  return html`<p class="facts">
    ${prose(times(volume(wide, assessment)) + count)}${usages.length > describedUsages ? null : described}<br />${prose(capital(graded(words, lang, assessment, inputs(wide, assessment))))}
  </p> `;
}

/** Every section that has something to say, by name. */
function sectionsOf(leaf: Leaf, dossier: Dossier, request: Request): readonly (readonly [SectionName, Markup])[] {
  const { assessment } = dossier;
  const all: readonly (readonly [SectionName, Markup | null])[] = [
    ['verdict', verdict(leaf, assessment)],
    ['baseline', baseline(leaf, assessment)],
    ['practices', practices(leaf, assessment)],
    ['sensitivity', sensitivity(leaf, dossier)],
    ['places', places(leaf, dossier)],
    ['quality', quality(leaf, assessment)],
    ['assumptions', assumptions(leaf, dossier)],
    ['sources', sources(leaf, dossier)],
    ['boundary', boundary(leaf, assessment)],
    ['method', method(leaf, assessment, request)],
  ];
  return all.flatMap(([name, markup]) => (markup ? [[name, markup] as const] : []));
}

/** @param of what it lists, where a page has several lists. */
function contents({ words, prefix }: Leaf, names: readonly SectionName[], of = ''): Markup {
  const say = words.report;
  return html`<nav class="contents" aria-label="${say.contents}${of}">
    <ul>
      ${names.map((name) => html`<li><a href="#${prefix}${name}">${say.short[name]}</a></li> `)}
    </ul>
  </nav> `;
}

interface Document {
  readonly title: string;
  readonly lang: Lang;
  readonly head: Child;
  readonly main: Child;
  readonly request: Request;
}

function document({ title, lang, head, main, request }: Document, version: string): Markup {
  const say = reportWords(lang);
  const dated = request.date === null ? null : html`${say.dated(request.date)} · `;
  // The policy lets a browser load nothing and run nothing, whatever the page might hold.
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="ai-footprint ${version}" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        <a class="skip" href="#content">${say.skip}</a>
        ${head}
        <main id="content">${main}</main>
        <footer><p>${dated}${prose(say.madeBy(version))}</p></footer>
      </body>
    </html> `;
}

/** A page of one scenario: its name is the title, its parts are the contents. */
function single(dossier: Dossier, request: Request): Markup {
  const leaf = leafOf(request.lang, '');
  const { assessment } = dossier;
  const { name } = assessment.scenario;
  const sections = sectionsOf(leaf, dossier, request);
  const say = leaf.words.report;
  return document(
    {
      title: say.title(name),
      lang: request.lang,
      head: html`<header class="top">
          <p class="kicker">${say.kicker}</p>
          <h1>${name}</h1>
          ${facts(leaf, assessment)}
        </header>
        ${contents(
          leaf,
          sections.map(([section]) => section),
        )}`,
      main: [warnings(leaf, assessment), sections.map(([, markup]) => markup)],
      request,
    },
    assessment.tool.version,
  );
}

/** One scenario among several. In brief it has its figures and its verdict alone. */
function article(at: number, dossier: Dossier, request: Request, isBrief: boolean): Markup {
  const leaf = leafOf(request.lang, `s${at + 1}-`);
  const { assessment } = dossier;
  const sections = isBrief ? [] : sectionsOf(leaf, dossier, request);
  return html`<article id="s${at + 1}">
    <h2>${assessment.scenario.name}</h2>
    ${facts(leaf, assessment)}${
      isBrief
        ? [
            verdictCard(leaf, assessment),
            tiles(leaf, assessment),
            paragraph(leaf.words.report.portfolio.inBrief, 'note'),
          ]
        : [
            contents(
              leaf,
              sections.map(([section]) => section),
              ` ${at + 1}, ${assessment.scenario.name}`,
            ),
            warnings(leaf, assessment),
            sections.map(([, markup]) => markup),
          ]
    }
  </article> `;
}

/** In the order of the command line: told whole as long as the page has room for them, then in brief. */
function articles(dossiers: readonly Dossier[], request: Request, room: number): { told: Markup[]; inBrief: number } {
  const briefs = dossiers.map((dossier, at) => article(at, dossier, request, true));
  let left = room - briefs.reduce((sum, brief) => sum + bytesOf(brief), 0);
  let inBrief = 0;
  const told = dossiers.map((dossier, at): Markup => {
    const brief = briefs[at] ?? html``;
    if (inBrief > 0) {
      inBrief += 1;
      return brief;
    }
    const whole = article(at, dossier, request, false);
    left -= bytesOf(whole) - bytesOf(brief);
    if (left >= 0) return whole;
    inBrief = 1;
    return brief;
  });
  return { told, inBrief };
}

function several(all: readonly Dossier[], request: Request): Markup {
  const dossiers = all.slice(0, mostScenarios);
  const leaf: Leaf = { ...leafOf(request.lang, ''), level: 2 };
  const say = leaf.words.report;
  const count = (number: number): string => formatInteger(number, leaf.lang);
  const side = portfolio(
    leaf,
    dossiers,
    dossiers.map((_, at) => `s${at + 1}`),
  );
  const { told, inBrief } = articles(dossiers, request, mostBytes - bytesOf(side) - bytesOf(style) - 2_000);
  const title = say.portfolioTitle(count(all.length));
  const notes = [
    ...(dossiers.length < all.length ? [say.portfolio.first(count(dossiers.length), count(all.length))] : []),
    ...(inBrief > 0 ? [say.portfolio.brief(inBrief, count(inBrief))] : []),
  ];
  return document(
    {
      title,
      lang: request.lang,
      head: html`<header class="top">
        <p class="kicker">${say.kicker}</p>
        <h1>${title}</h1>
        ${notes.map((text) => paragraph(text, 'facts'))}
      </header> `,
      main: [side, told],
      request,
    },
    all[0]?.assessment.tool.version ?? '',
  );
}

/**
 * The page of one scenario, or of several beside each other. Same dossiers and request, same bytes: it has no clock.
 * Example renderReport([dossier], { files: ['sheets.yaml'], lang: 'en', catalog: null, practices: null, date: null })
 */
export function renderReport(dossiers: readonly Dossier[], request: Request): string {
  const [first] = dossiers;
  const page = first && dossiers.length === 1 ? single(first, request) : several(dossiers, request);
  return `${page.text.trimEnd()}\n`;
}
