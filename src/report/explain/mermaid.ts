/** A derivation as a Mermaid flowchart: one box a figure, an arrow from what is read to what reads it. */
import type { Explanation } from '../../explain/explanation.ts';
import type { RenderOptions } from '../index.ts';
import { safe } from '../safe.ts';
import { reading } from './words.ts';

/** Text inside the quotes of a box. */
const quoted = (text: string): string =>
  safe(text).replaceAll('&', '#amp;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;');

export function renderMermaid({ nodes, quantity, root }: Explanation, { lang }: RenderOptions): string {
  const place = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  const boxes = nodes.map((node) => {
    const label = `"${quoted(node.id)}<br/>${quoted(reading(node, lang))}"`;
    const [open, close] = node.kind === 'input' ? ['([', '])'] : node.kind === 'constant' ? ['[/', '/]'] : ['[', ']'];
    return `  ${place.get(node.id)}${open}${label}${close}`;
  });
  const arrows = nodes.flatMap(({ id, reads }) =>
    reads.flatMap((name) => (place.has(name) ? [`  ${place.get(name)} --> ${place.get(id)}`] : [])),
  );
  const nothing = root === null ? [`  %% ${safe(quantity)}: unknown`] : [];
  return `${['flowchart BT', ...nothing, ...boxes, ...arrows].join('\n')}\n`;
}
