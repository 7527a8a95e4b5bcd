/** What is told of a usage beside its figures: its facts, and why something of it is unknown. */
import type { UnknownReason, UsageFacts } from '../../assessment.ts';
import type { Usage } from '../types.ts';
import type { Estimate } from './estimates.ts';
import { known } from './fill.ts';
import { ecologitsMechanism } from './ecologits.ts';
import type { ResolvedLocation } from './location.ts';
import type { ResolvedInput } from './types.ts';
import { workFacts } from './work-facts.ts';

export function factsOf(
  usage: Usage,
  model: { readonly name: string } | undefined,
  estimate: Estimate | undefined,
  locations: readonly ResolvedLocation[],
): UsageFacts {
  const input = (id: string): ResolvedInput | undefined => estimate?.inputs.find((each) => each.id === id);
  const tokensIn = input('input_tokens') ?? input('message_tokens');
  const tokensOut = input('output_tokens');
  const given = (each: ResolvedInput): boolean => each.status === 'given' || each.status === 'given-range';
  return {
    ...(model ? { model: model.name } : typeof usage.model === 'string' ? { model: usage.model } : {}),
    place: locations.some(({ name }) => name === null) ? null : locations.map(({ name }) => name).join(' + '),
    placeAssumed: locations.some((location) => location.assumed),
    ...(usage.task === undefined ? {} : { task: usage.task }),
    ...(known(usage.iterations) ? { iterations: usage.iterations.range } : {}),
    ...(tokensIn ? { inputTokens: tokensIn.range, inputAssumed: !given(tokensIn) } : {}),
    ...(tokensOut ? { outputTokens: tokensOut.range, outputAssumed: !given(tokensOut) } : {}),
    ...workFacts(usage, estimate?.inputs ?? []),
    ...(usage.hosting === undefined ? {} : { hosting: usage.hosting }),
  };
}

export function reasonsOf(usage: Usage, chosen: Estimate | undefined, volumeKnown: boolean): UnknownReason[] {
  if (!chosen) return ['nothing-published'];
  const has = (id: string): boolean => chosen.inputs.some((input) => input.id === id);
  const reasons: UnknownReason[] = [];
  if (chosen.estimator === 'spend') return ['spend-has-no-phases'];
  if (!volumeKnown && chosen.estimator !== 'fleet') reasons.push('requests-unknown');
  if (chosen.estimator === 'measured' && !has('reported_energy') && !has('total_parameters'))
    reasons.push('energy-unknown');
  if (!has('accelerator_embodied_ghg') && !chosen.mechanisms.includes(ecologitsMechanism))
    reasons.push('hardware-time-unknown');
  return reasons;
}
