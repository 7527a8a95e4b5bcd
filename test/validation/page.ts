/** The page docs/validation.md: every comparison with measured and published figures. */
import { crossReport, crossValidate } from './cross-validation.ts';
import { compareAll, report } from './validate.ts';
import { compareWork, workReport } from './work.ts';

export const page = (root: string): string =>
  report(compareAll(root)) + crossReport(crossValidate(root)) + workReport(compareWork(root));
