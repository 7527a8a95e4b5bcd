/** The only place that knows about colour. Every colour has a meaning; without colour the text is the same. */
import { Chalk } from 'chalk';

export type Paint = (text: string) => string;

export interface Palette {
  readonly heading: Paint;
  /** Rests on an assumed value. */
  readonly assumed: Paint;
  readonly warning: Paint;
  readonly error: Paint;
  /** Unknown, or less important than the rest. */
  readonly faint: Paint;
}

/** Colours the words and not the blanks around them, so that trimming a line never differs with colour. */
function core(paint: Paint): Paint {
  return (text) => {
    const words = text.trim();
    if (words === '') return text;
    const start = text.indexOf(words);
    return text.slice(0, start) + paint(words) + text.slice(start + words.length);
  };
}

const asItIs: Paint = (text) => text;
const uncoloured: Palette = { heading: asItIs, assumed: asItIs, warning: asItIs, error: asItIs, faint: asItIs };

export function palette(colour: boolean): Palette {
  if (!colour) return uncoloured;
  const chalk = new Chalk({ level: 1 });
  return {
    heading: core((text) => chalk.bold(text)),
    assumed: core((text) => chalk.yellow(text)),
    warning: core((text) => chalk.yellow(text)),
    error: core((text) => chalk.red(text)),
    faint: core((text) => chalk.dim(text)),
  };
}

/** Without the colours of `palette`. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- the escape sequences that chalk writes
  return text.replace(/\u001b\[\d+m/g, '');
}
