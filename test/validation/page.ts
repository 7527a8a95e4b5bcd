/** The page docs/validation.md: every comparison with measured and published figures. */
import { crossReport, crossValidate } from './cross-validation.ts';
import { opinionReport, opinionsOf } from './ecologits.ts';
import { compareAll, report } from './validate.ts';
import { compareWork, workReport } from './work.ts';

export function page(root: string): string {
  const all = compareAll(root);
  return (
    report(all) +
    opinionReport(all, opinionsOf(root)) +
    crossReport(crossValidate(root)) +
    workReport(compareWork(root))
  );
}
