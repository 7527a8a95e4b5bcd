/** What a derivation is made from, and how its figures are called: of a scenario, or of its one usage. */
import type { Criterion, Impacts } from '../assessment.ts';
import type { ResolvedScenario, ResolvedUsage } from '../scenario/resolve/types.ts';
import type { Locate } from './nodes.ts';
import type { TracedPart } from './parts.ts';

export const words: Readonly<Record<Criterion, string>> = {
  energy: 'energy',
  ghg: 'greenhouse gases',
  water: 'water consumed',
  adpe: 'abiotic resources used up',
  primary_energy: 'primary energy',
  climate_cost: 'climate cost',
};

export interface Surroundings {
  readonly resolved: ResolvedScenario;
  readonly parts: readonly TracedPart[];
  /** The part that is opened up. */
  readonly opened: TracedPart | undefined;
  /** Intervals of the results, from the assessment. */
  readonly impacts: Impacts;
  readonly locate: Locate;
  /** The one usage whose figures are wanted; `resolved`, `parts` and `impacts` are then of it alone. */
  readonly only?: ResolvedUsage | undefined;
  /** Whether they are wanted for one kept result, which is known without a volume. */
  readonly perRequest?: boolean;
}

/** The name to ask for, of a figure of the scenario or of its one usage. */
export const nameOf = ({ only }: Surroundings, figure: string): string =>
  only ? `usages.${only.id}.${figure}` : figure;

export function meaningOf({ only }: Surroundings, criterion: Criterion): string {
  return `${words[criterion]} of ${only ? `usage ${only.id}` : 'the scenario'} over ${only ? 'the' : 'its'} period`;
}

/** A unit or a text with the currency of the scenario for its money. */
export function inItsCurrency({ resolved: { currency } }: Surroundings, text: string): string {
  return text.replaceAll(/\bmoney\b/g, currency).replaceAll(/\bEUR\b/g, currency);
}
