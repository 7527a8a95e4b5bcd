/** The report of `assess` for a terminal: the layout of PRODUCT, baseline only. */
import type { Assessment } from '../assessment.ts';
import { asciiMarks } from './chart.ts';
import { messages } from '../messages/index.ts';
import { palette } from './colour.ts';
import type { RenderOptions } from './index.ts';
import { baseline } from './table/baseline.ts';
import { fromTable } from './table/from-table.ts';
import { header } from './table/header.ts';
import { equivalents, legend, unknowns, marketBased } from './table/notes.ts';
import { pageText, type Page } from './table/page.ts';
import { practices } from './table/practices.ts';
import { secondOpinions } from './table/second-opinion.ts';
import { projection } from './table/projection.ts';
import { crossChecks, usages } from './table/usages.ts';
import { trustBlocks } from './table/trust.ts';
import { verdict } from './table/verdict.ts';
import { busyMachines, perPiece, trainingAgainstUse } from './table/work.ts';

/** Narrower than this, a figure and its interval no longer fit on a line. */
const smallestWidth = 60;

/**
 * The whole report, no line longer than `width`. With colours stripped it is the same text as without colour.
 * Errors: InternalError when a figure is not finite.
 */
export function renderTable(assessment: Assessment, options: RenderOptions): string {
  const { lang, colour, ascii = false } = options;
  const page: Page = {
    words: messages(lang),
    lang,
    paint: palette(colour),
    width: Math.max(smallestWidth, Math.floor(options.width)),
    dot: ' · ',
  };
  const blocks = [
    header(page, assessment),
    [
      ...baseline(page, assessment),
      ...marketBased(page, assessment),
      ...legend(page, assessment),
      ...unknowns(page, assessment),
    ],
    usages(page, assessment),
    fromTable(page, assessment),
    [...perPiece(page, assessment), ...trainingAgainstUse(page, assessment), ...busyMachines(page, assessment)],
    [...crossChecks(page, assessment), ...equivalents(page, assessment)],
    projection(page, assessment),
    practices(page, assessment),
    verdict(page, assessment),
    secondOpinions(page, assessment),
    ...trustBlocks(page, assessment),
  ];
  const text = pageText(blocks);
  return ascii ? asciiMarks(text) : text;
}
