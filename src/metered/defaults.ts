/** What a log cannot say, such as where the machines stand: `defaults` of a scenario, whose other parts are not looked at. */
import { InputError, problem } from '../errors.ts';

export interface DefaultsText {
  readonly file: string;
  readonly text: string;
}

/** What holds of every usage of a log. */
const kept: ReadonlySet<string> = new Set(['defaults', 'training', 'carbon_price']);

/**
 * The scenario with everything but these blanked out, so that each line stays where it is: errors show it as it was written.
 * Errors  InputError where it is no block of fields at the left margin.
 */
export function defaultsOnly({ file, text }: DefaultsText): string {
  let keeps = false;
  let found = false;
  const lines = text.split('\n').map((line) => {
    const [, key] = /^["']?([A-Za-z_]+)["']?\s*:(?:\s|$)/.exec(line) ?? [];
    if (key !== undefined) keeps = kept.has(key);
    // A comment or an empty line belongs to whatever stands before it.
    found ||= key === 'defaults';
    return keeps ? line : line.replaceAll(/[^\r]/g, ' ');
  });
  if (!found) throw new InputError([problem('no-defaults', { file })]);
  return lines.join('\n');
}
