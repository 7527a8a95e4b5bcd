/** The list of token prices that ships with the tool: loaded when a scenario leaves its cost to it. */
import manifest from '../../package.json' with { type: 'json' };
import type { PriceQuery, TokenPrices } from '../weigh/prices.ts';

const name = '@pydantic/genai-prices';

/** No price is asked of nothing. */
const least = 1000;

/**
 * Prices in USD, as of the day of the data: same input, same bytes, whatever the day of the run.
 * The version is the pinned one; the list carries no date of its own.
 */
export async function tokenPrices(day: string): Promise<TokenPrices> {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const timestamp = new Date(`${day}T00:00:00Z`);
  const priceOf = ({ model, providers, inputTokens, outputTokens }: PriceQuery): ReturnType<TokenPrices['priceOf']> => {
    const id = model.slice(model.indexOf('/') + 1);
    // Of a prompt of this size: some prices have tiers.
    const input = Math.max(least, Math.round(inputTokens));
    const output = Math.max(least, Math.round(outputTokens));
    for (const providerId of providers) {
      const fresh = calcPrice({ input_tokens: input, output_tokens: output }, id, { providerId, timestamp });
      // Null is unknown: never 0.
      if (!fresh) continue;
      const cached = calcPrice({ input_tokens: input, cache_read_tokens: input }, id, { providerId, timestamp });
      return {
        input: fresh.input_price / input,
        cached: (cached ?? fresh).input_price / input,
        output: fresh.output_price / output,
        provider: fresh.provider.name,
      };
    }
    return null;
  };
  return { list: `${name} ${manifest.dependencies[name]}, ${day}`, currency: 'USD', priceOf };
}
