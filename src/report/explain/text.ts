/** A derivation as a tree that fits a terminal: each figure explained once, then what it reads. */
import type { ExplainedNode, Explanation } from '../../explain/explanation.ts';
import { messages, type Lang } from '../../messages/index.ts';
import { palette, type Palette } from '../colour.ts';
import type { RenderOptions } from '../index.ts';
import { formatShare } from '../numbers.ts';
import { safe } from '../safe.ts';
import { flow, wrap } from '../wrap.ts';
import { conversionText, exactValue, meaningOf, originOf, reading, sourceOf, whyUnknown } from './words.ts';

/** Terms of a sum that are listed. */
const mostTerms = 12;

interface Drawing {
  readonly options: RenderOptions;
  readonly paint: Palette;
  readonly nodes: ReadonlyMap<string, ExplainedNode>;
  /** Figures that stand further up. */
  readonly seen: Set<string>;
}

function termLines({ terms, unit }: ExplainedNode, { lang }: RenderOptions): string[] {
  if (terms.length < 2) return [];
  const say = messages(lang);
  const lines = terms.slice(0, mostTerms).map(({ usage, place, split, value }) => {
    const label = place === null ? safe(usage) : `${safe(usage)}, ${say.explain.part[split](String(place))}`;
    return `${label}: ${value === null ? say.unknown : exactValue({ value, unit })}`;
  });
  const others = terms.length - lines.length;
  return others > 0 ? [...lines, say.explain.moreTerms(others)] : lines;
}

/** Whether a person reads it in another unit than the formulas do. */
function isScaled(node: ExplainedNode, lang: Lang): boolean {
  const [read = ''] = reading(node, lang).split(' [');
  return node.value !== null && node.unit !== '1' && !read.endsWith(` ${node.unit}`);
}

/** What stands under the name of a figure. */
function body(node: ExplainedNode, width: number, { options, nodes }: Drawing): string[] {
  const { lang } = options;
  const say = messages(lang).explain;
  const { kind, formula, substituted, conversions, mechanism, note, reads } = node;
  const exact = exactValue(node);
  const equations = [
    ...(formula === null ? [] : [`= ${formula}`]),
    ...(substituted === null || substituted === exact ? [] : [`= ${substituted}`]),
    ...conversions.map(conversionText),
    // Of an input only where its formula reads it in another unit than a person does.
    ...(formula !== null || isScaled(node, lang) ? [`= ${exact}`] : []),
  ];
  const provenance = kind === 'quantity' && mechanism !== null ? [say.mechanism(mechanism)] : [originOf(node, lang)];
  const parts = [...provenance, sourceOf(node, lang)].filter((each) => each !== '');
  const closed = reads.filter((name) => !nodes.has(name));
  return [
    meaningOf(node, lang),
    ...equations,
    ...termLines(node, options),
    ...flow(parts, ' · ', width, 2),
    ...(note === null ? [] : [say.note(safe(note))]),
    ...(closed.length === 0 ? [] : [say.notOpened(closed.join(', '))]),
  ];
}

function tree(id: string, width: number, drawing: Drawing): string[] {
  const { nodes, seen, paint, options } = drawing;
  const node = nodes.get(id);
  if (!node) return [];
  const title = `${safe(id)} = ${reading(node, options.lang)}`;
  if (seen.has(id)) return wrap(`${title} (${messages(options.lang).explain.seeAbove})`, width, 2);
  seen.add(id);
  const [first = '', ...more] = wrap(title, width, 2);
  const children = node.reads.filter((name) => nodes.has(name));
  const bar = children.length > 0 ? '│ ' : '  ';
  const lines = body(node, width - 2, drawing).flatMap((line) => wrap(line, width - 2, 2).map((each) => bar + each));
  const own = [paint.heading(first), ...more.map((line) => `${bar}${line.slice(2)}`), ...lines];
  return [
    ...own,
    ...children.flatMap((name, at) => {
      const isLast = at === children.length - 1;
      return tree(name, width - 2, drawing).map(
        (line, row) => (row === 0 ? (isLast ? '└ ' : '├ ') : isLast ? '  ' : '│ ') + line,
      );
    }),
  ];
}

function openedPart(
  usage: string,
  { number, count, split, share }: NonNullable<Explanation['place']>,
  lang: Lang,
): string {
  const say = messages(lang).explain;
  const part = say.openedPart(usage, say.part[split](String(number)), String(count));
  return split === 'place' || share === null ? part : `${part} ${say.ofRequests(formatShare(share, lang))}`;
}

function heading(explanation: Explanation, { lang, width }: RenderOptions): string[] {
  const say = messages(lang).explain;
  const { scenario, usage, place } = explanation;
  const opened =
    usage === null ? [] : place && place.count > 1 ? [openedPart(safe(usage), place, lang)] : [say.opened(safe(usage))];
  const [first = '', ...rest] = wrap(safe(scenario.name), width);
  return [first, ...rest, ...wrap([safe(scenario.file), ...opened].join(' · '), width), ...wrap(say.central, width)];
}

/** The derivation, then the sources that it cites. */
export function renderText(explanation: Explanation, options: RenderOptions): string {
  const { lang, width, colour } = options;
  const paint = palette(colour);
  const say = messages(lang).explain;
  const [title = '', ...more] = heading(explanation, options);
  const lines = [paint.heading(title), ...more, ''];
  if (explanation.root === null) {
    lines.push(...wrap(say.unknown(safe(explanation.quantity)), width, 2));
    for (const line of whyUnknown(explanation, lang)) lines.push(...wrap(`  ${line}`, width, 4));
  } else {
    const nodes = new Map(explanation.nodes.map((node) => [node.id, node]));
    lines.push(...tree(explanation.root, width, { options, paint, nodes, seen: new Set() }));
  }
  if (explanation.sources.length > 0) {
    lines.push('', paint.heading(say.sources));
    for (const { id, title: name, place, year, url } of explanation.sources) {
      const text = `${id}: ${name}${place === null ? '' : `, ${place}`}, ${year}. ${url}`;
      lines.push(...wrap(safe(text), width, 2));
    }
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
