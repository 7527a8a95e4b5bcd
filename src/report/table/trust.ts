/** What every table of a footprint ends with: how far it may be trusted, and what it counts. */
import type { Assessment } from '../../assessment.ts';
import { assumptions, measureNext } from './assumptions.ts';
import { boundary, warnings } from './notes.ts';
import type { Page } from './page.ts';
import { dataQuality } from './quality.ts';

export const trustBlocks = (page: Page, assessment: Assessment): string[][] =>
  [dataQuality, assumptions, measureNext, warnings, boundary].map((block) => block(page, assessment));
