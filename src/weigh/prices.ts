/** Prices of tokens as a scenario asks for them; whoever runs the calculation brings the list. */
import { centralFigures } from '../engine/central-figures.ts';
import type { TokenPrice } from '../engine/token-cost.ts';
import type { ResolvedScenario, ResolvedUsage } from '../scenario/resolve/types.ts';

export interface PriceQuery {
  /** Id of the catalogue: `openai/gpt-4o`. */
  readonly model: string;
  /** Who may sell it, most likely first. */
  readonly providers: readonly string[];
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A list of prices, of one day and in one currency. */
export interface TokenPrices {
  /** Name, version and day, for whoever reads the result. */
  readonly list: string;
  readonly currency: string;
  /** Null is unknown: never 0. */
  readonly priceOf: (query: PriceQuery) => (TokenPrice & { readonly provider: string }) | null;
}

const clouds: Readonly<Record<string, string>> = { aws: 'aws', azure: 'azure', gcp: 'google' };

/** What to ask of the list; undefined where a usage names no model of the catalogue or has no tokens. */
export function priceQuery(usage: ResolvedUsage): PriceQuery | undefined {
  const { model, place } = usage.facts;
  const [part] = usage.parts;
  // Of a conversation the method computes what a call sends.
  const tokens = part && centralFigures(part, ['input_tokens', 'output_tokens'], new Map());
  const [inputTokens, outputTokens] = [tokens?.get('input_tokens'), tokens?.get('output_tokens')];
  if (model === undefined || !model.includes('/') || inputTokens === undefined || outputTokens === undefined)
    return undefined;
  const [maker = ''] = model.split('/');
  const cloud = clouds[place?.split('/')[0] ?? ''];
  return { model, providers: [...(cloud === undefined ? [] : [cloud]), maker], inputTokens, outputTokens };
}

/** Whether some economic block leaves its cost to the price of the tokens. */
export function wantsPrices({ values }: ResolvedScenario): boolean {
  if (!values) return false;
  const blocks = [...(values.whole ? [values.whole] : []), ...values.usages.values()];
  return blocks.some(({ economic }) => economic !== null && economic.cost === null);
}
