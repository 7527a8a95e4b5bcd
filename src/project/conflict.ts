/** Files that Git could not merge. */
import { InputError, problem } from '../errors.ts';
import { Lines } from '../scenario/text/place.ts';

/** Errors  InputError with the line of every open conflict. */
export function refuseConflict(file: string, text: string): void {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return;
  const lines = new Lines(file, text);
  const problems = [...text.matchAll(/^(?:<{7}|>{7})(?= |\r?$)/gm)]
    .filter(({ 0: mark }, at) => at === 0 || mark.startsWith('<'))
    .map(({ index, 0: mark }) =>
      problem('merge-conflict', { file }, { place: lines.place(index, index + mark.length) }),
    );
  if (problems.length > 0) throw new InputError(problems);
}
