/** Which verdicts are among those that must not be: what CI reads, from the codes that the table prints. */
import type { Assessment, VerdictCode } from '../assessment.ts';
import { messages, type Lang } from '../messages/index.ts';
import { safe } from './safe.ts';

export interface FailedVerdict {
  readonly scenario: string;
  /** Null for the whole scenario. */
  readonly usage: string | null;
  readonly code: VerdictCode;
}

/** Of the whole and of every usage that has a verdict of its own. */
export function failedVerdicts(
  assessments: readonly Assessment[],
  failing: readonly VerdictCode[],
): readonly FailedVerdict[] {
  return assessments.flatMap(({ scenario, verdict }) =>
    verdict
      ? [
          { usage: null, code: verdict.whole.code },
          ...verdict.usages.map(({ id, verdict: own }) => ({ usage: id, code: own.code })),
        ]
          .filter(({ code }) => failing.includes(code))
          .map((each) => ({ scenario: scenario.name, ...each }))
      : [],
  );
}

/** For stderr. */
export function renderFailed(failed: readonly FailedVerdict[], lang: Lang): string {
  const say = messages(lang).verdict;
  const lines = failed.map(({ scenario, usage, code }) =>
    say.failed(safe(scenario), usage === null ? '' : safe(usage), code),
  );
  return [say.fails(failed.length), ...lines.map((line) => `  ${line}`), ''].join('\n');
}
