/** What a practice is: a change of the inputs of a usage at its places. Nothing of the method is changed. */
import type { PracticeId } from '../assessment.ts';
import type { UncertainInput } from '../engine/uncertainty.ts';

/** A usage at one place, with the inputs of whoever asks. */
export interface ChangedPart<Input extends UncertainInput = UncertainInput> {
  readonly mechanisms: readonly string[];
  readonly inputs: readonly Input[];
}

export interface Change<Input extends UncertainInput = UncertainInput> {
  readonly practice: PracticeId;
  /** Part of the requests that it reaches, above 0 and at most 1. */
  readonly share: number;
  /** Part of those that is asked for again of the model of today. */
  readonly retry: number;
  /** In the place of the inputs of the same name. */
  readonly inputs: readonly Input[];
  /** What is left of today's value, or what today's impact is divided by. */
  readonly factor: Input | null;
}

/** How a practice changes a part, for the requests that it reaches. */
export type Effect = <Input extends UncertainInput>(
  part: ChangedPart<Input>,
  change: Change<Input>,
) => ChangedPart<Input>;

/**
 * Inputs in the place of those of the same name, so that the part keeps its plan. One that the part does not have is one
 * that its method does not read, and is left out.
 */
export function put<Input extends UncertainInput>(
  part: ChangedPart<Input>,
  inputs: readonly Input[],
): ChangedPart<Input> {
  const fresh = new Map(inputs.map((input) => [input.id, input]));
  return { ...part, inputs: part.inputs.map((input) => fresh.get(input.id) ?? input) };
}

/**
 * Puts a formula of the method in the place of an input: `iterations = iterations_today * iterations_factor`. The input
 * keeps its key under its new name, so that its draws stay those of the baseline.
 */
export function rescale<Input extends UncertainInput>(
  part: ChangedPart<Input>,
  { id, mechanism, factor }: { readonly id: string; readonly mechanism: string; readonly factor: Input },
): ChangedPart<Input> {
  const renamed = part.inputs.map((input) => (input.id === id ? { ...input, id: `${id}_today` } : input));
  return { mechanisms: [mechanism, ...part.mechanisms], inputs: [...renamed, factor] };
}
