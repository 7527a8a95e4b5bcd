/** Charts of signs. Lightness and length carry the figure, never a hue: the same to every eye, on paper, and without colour. */
import { bar } from './table/page.ts';

export interface ChartOptions {
  /** Signs of ASCII only. */
  readonly ascii: boolean;
}

/** Eighths of a sign, from the left. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A share of `room` columns; what is more than nothing shows. */
export function chartBar(share: number, room: number, { ascii }: ChartOptions): string {
  if (ascii) return bar(share, room) || (share > 0 ? '|' : '');
  const steps = Math.max(share > 0 ? 1 : 0, Math.min(room * 8, Math.round(share * room * 8)));
  return '█'.repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? '');
}

const shades = { signs: ['·', '░', '▒', '▓', '█'], ascii: ['.', ':', '+', '#', '@'] } as const;
export const shadeCount = shades.signs.length;

/** The sign of a step of lightness, 0 the lightest. */
export function shade(step: number, { ascii }: ChartOptions): string {
  return (ascii ? shades.ascii : shades.signs)[Math.max(0, Math.min(shadeCount - 1, step))] ?? ' ';
}

/** Marks of the reports that are not ASCII; words keep their accents. */
export function asciiMarks(text: string): string {
  return text.replaceAll('·', '|').replaceAll('µ', 'u');
}
