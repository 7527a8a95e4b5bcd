/** The practices of a usage: as its scenario states them, else as the catalogue suggests them. */
import { practiceIds, type PracticeId } from '../../assessment.ts';
import type { IterationsPractice, LocationPractice, ModelPractice, OutputPractice, Practices } from '../types.ts';
import type { Context } from '../resolve/fill.ts';
import { reaches } from './reach.ts';
import { suggestFactor } from './suggest-factor.ts';
import { suggestModel } from './suggest-model.ts';
import { suggestPlace } from './suggest-place.ts';
import { inputOf, type Found, type Today } from './today.ts';
import type { ResolvedPractice } from '../resolve/types.ts';
import { none } from './range-change.ts';
import { iterations } from './stated-iterations.ts';
import { model } from './stated-model.ts';
import { output } from './stated-output.ts';
import { location } from './stated-place.ts';

const nothing: Omit<ResolvedPractice, 'practice' | 'status' | 'suggested' | 'owner'> = {
  reason: null,
  from: null,
  to: null,
  share: 1,
  retry: 0,
  quality: null,
  inputs: [],
  factor: null,
};

/** Why a practice cannot change this usage; undefined when it can. */
function beyond(today: Today, practice: PracticeId | 'division'): Found | undefined {
  if (!reaches(practice, today.estimator)) return none('out-of-reach', 'not-of-this-estimate');
  // A mass of greenhouse gases that was measured holds its place.
  return practice === 'location' && inputOf(today, 'ghg_operation')
    ? none('out-of-reach', 'gases-measured')
    : undefined;
}

function stated(
  context: Context,
  today: Today,
  {
    practices,
    owner,
    practice,
  }: { readonly practices: Practices; readonly owner: string; readonly practice: PracticeId },
): Found | undefined {
  const own = practices[practice];
  if (own === undefined) return undefined;
  if (own === 'none') return { status: 'refused' };
  const isDivision = practice === 'model' && typeof own === 'object' && 'divide' in own;
  const refusal = beyond(today, isDivision ? 'division' : practice);
  if (refusal) return refusal;
  switch (practice) {
    case 'location':
      return location(context, today, own as LocationPractice, owner);
    case 'iterations':
      return iterations(context, today, own as IterationsPractice, owner);
    case 'output':
      return output(context, today, own as OutputPractice, owner);
    case 'model':
      return model(context, today, own as ModelPractice, owner);
    default:
      return practice satisfies never;
  }
}

function suggested(context: Context, today: Today, practice: PracticeId): Found {
  const refusal = beyond(today, practice);
  if (refusal) return refusal;
  switch (practice) {
    case 'location':
      return suggestPlace(context, today);
    case 'model':
      return suggestModel(context, today);
    case 'iterations':
    case 'output':
      return suggestFactor(context, today, practice);
    default:
      return practice satisfies never;
  }
}

/** Those that are stated first, in their order; then the others in the order of the study. */
export function orderOf(practices: Practices | undefined): readonly PracticeId[] {
  const order = practices?.order ?? [];
  return [...order, ...practiceIds.filter((id) => !order.includes(id))];
}

/**
 * The practices of a usage. Its own go before those of the scenario; the catalogue suggests the rest when it is asked to.
 * Errors  noted: a region, zone or model that the catalogue does not hold.
 */
export function resolvePractices(
  context: Context,
  today: Today,
  ofScenario: Practices | undefined,
): readonly ResolvedPractice[] {
  const { practices: wanted = [], suggest = false } = context;
  const { usage } = today;
  return orderOf(ofScenario ?? usage.practices).flatMap((practice): ResolvedPractice[] => {
    if (!wanted.includes(practice)) return [];
    const own = usage.practices?.[practice] === undefined ? undefined : usage.practices;
    const practices = own ?? ofScenario;
    const owner = own ? `${usage.path}.practices` : 'practices';
    const found = practices && stated(context, today, { practices, owner, practice });
    if (found) return [{ ...nothing, ...found, practice, owner, suggested: false }];
    if (!suggest) return [];
    const ofUsage = `${usage.path}.practices`;
    return [{ ...nothing, ...suggested(context, today, practice), practice, owner: ofUsage, suggested: true }];
  });
}
