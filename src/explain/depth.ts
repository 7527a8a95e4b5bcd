/** Cuts a derivation to its top: what is further than so many steps from the figure asked for is left out. */
import type { Explanation } from './explanation.ts';

/** The figures within `depth` steps, and the sources that they cite. */
export function within(explanation: Explanation, depth: number): Explanation {
  const { nodes, root, sources } = explanation;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = new Set(root === null ? [] : [root]);
  let edge = [...kept];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    edge = edge.flatMap((id) => byId.get(id)?.reads ?? []).filter((id) => byId.has(id) && !kept.has(id));
    for (const id of edge) kept.add(id);
  }
  const left = nodes.filter(({ id }) => kept.has(id));
  const cited = new Set(left.map(({ source }) => source));
  return { ...explanation, nodes: left, sources: sources.filter(({ id }) => cited.has(id)) };
}
