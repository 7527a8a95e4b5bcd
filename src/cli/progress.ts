/** A progress bar on standard error, where somebody looks at it. */
import type { World } from './world.ts';

export interface Progress {
  readonly advance: (done: number) => void;
  readonly stop: () => void;
}

const silent: Progress = { advance: () => undefined, stop: () => undefined };

/** Nothing where standard error is no terminal, or where it is asked to be quiet. */
export async function progress(
  world: World,
  total: number,
  { quiet, of }: { readonly quiet: boolean; readonly of: 'rows' | 'files' },
): Promise<Progress> {
  const { stderr } = world;
  if (quiet || stderr.isTTY !== true) return silent;
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: `{bar} {percentage} % · {value} / {total} ${of} · {speed} ${of}/s · {eta_formatted} left`,
    // The types ask for a stream of Node; what is used of it is there.
    stream: stderr as unknown as NodeJS.WritableStream,
    barCompleteChar: '#',
    barIncompleteChar: '-',
    hideCursor: true,
    clearOnComplete: true,
  });
  const start = performance.now();
  bar.start(total, 0, { speed: 0 });
  return {
    advance: (done) => {
      const seconds = (performance.now() - start) / 1000;
      bar.update(done, { speed: Math.round(done / Math.max(seconds, 1e-3)) });
    },
    stop: () => bar.stop(),
  };
}
