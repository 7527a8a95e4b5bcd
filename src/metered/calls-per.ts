/** How many calls a conversation, a session or a trace of a log has. */
import type { Reader, ThreadCounts } from '../usage-log/types.ts';
import type { CallsPer } from './types.ts';

/** The size that this share of the threads does not pass: of ten threads, the median is that of the fifth. */
function quantile({ sizes }: ThreadCounts, share: number, count: number): number {
  const wanted = Math.ceil(share * count);
  let below = 0;
  for (const [calls, threads] of sizes) {
    below += threads;
    if (below >= wanted) return calls;
  }
  return 0;
}

function sizesOf(counted: ThreadCounts, count: number, calls: number): CallsPer['sizes'] {
  if (count === 0) return null;
  const mean = calls / count;
  const squares = counted.sizes.reduce((sum, [size, threads]) => sum + threads * (size - mean) ** 2, 0);
  return {
    mean,
    deviation: Math.sqrt(squares / count),
    median: quantile(counted, 0.5, count),
    p95: quantile(counted, 0.95, count),
    most: counted.sizes.at(-1)?.[0] ?? 0,
  };
}

export function callsPer(threads: readonly ThreadCounts[], reader: Pick<Reader, 'threads'>): readonly CallsPer[] {
  return threads.map((counted): CallsPer => {
    const { kind, sizes, without } = counted;
    const count = sizes.reduce((sum, [, each]) => sum + each, 0);
    const calls = sizes.reduce((sum, [size, each]) => sum + size * each, 0);
    const { field = kind, caveat = null } = reader.threads?.[kind] ?? {};
    return { kind, field, caveat, count, calls, without, sizes: sizesOf(counted, count, calls) };
  });
}

const rough = (value: number): string => String(Number(value.toPrecision(3)));

/** Lines of a comment: what was measured, and why it is not `iterations`. */
export function callsPerLines(all: readonly CallsPer[] | undefined): string[] {
  const measured = (all ?? []).flatMap(({ kind, field, caveat, count, without, sizes }) =>
    sizes
      ? [
          `# Calls per ${kind} (${field}): mean ${rough(sizes.mean)}, standard deviation ${rough(sizes.deviation)}, median ${sizes.median}, 95 % at most ${sizes.p95}, most ${sizes.most}; ${count} of them, ${without} calls name none${caveat === null ? '' : `; ${caveat}`}.`,
        ]
      : [],
  );
  if (measured.length === 0) return [];
  return [
    ...measured,
    '# That is not "iterations", the prompts until one result is kept: answers to further questions and the steps of an agent',
    '# are calls too, and a log does not say what was kept. Where one of these is one result, divide each "requests" by that mean',
    '# and write the mean as "iterations": the total stays.',
  ];
}
