/** A scenario as it would be after some of its practices, for whoever computes or opens it as any other. */
import type { PracticeId } from './assessment.ts';
import { applyChange } from './practices/apply.ts';
import type { PreparedScenario } from './prepare.ts';
import type { ResolvedUsage } from './scenario/resolve/types.ts';

function after(usage: ResolvedUsage, practices: readonly PracticeId[]): ResolvedUsage {
  const changes = usage.practices.filter(
    ({ practice, status }) => practices.includes(practice) && status === 'applies',
  );
  return { ...usage, practices: [], parts: changes.reduce<ResolvedUsage['parts']>(applyChange, usage.parts) };
}

/** @param prepared resolved with those practices. */
export function afterPractices(prepared: PreparedScenario, practices: readonly PracticeId[]): PreparedScenario {
  if (practices.length === 0) return prepared;
  const { resolved } = prepared;
  return { ...prepared, resolved: { ...resolved, usages: resolved.usages.map((usage) => after(usage, practices)) } };
}
