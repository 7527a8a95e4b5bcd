/** A scenario as it would be after some of its practices, for whoever computes or opens it as any other. */
import type { PracticeId } from './assessment.ts';
import type { PreparedScenario } from './prepare.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';
import { partsAfter } from './weigh/footprint.ts';

const after = (usage: ResolvedUsage, practices: readonly PracticeId[]): ResolvedUsage => ({
  ...usage,
  practices: [],
  parts: partsAfter(usage, practices),
});

/** @param prepared resolved with those practices. */
export function afterPractices(prepared: PreparedScenario, practices: readonly PracticeId[]): PreparedScenario {
  if (practices.length === 0) return prepared;
  const { resolved } = prepared;
  return { ...prepared, resolved: { ...resolved, usages: resolved.usages.map((usage) => after(usage, practices)) } };
}
