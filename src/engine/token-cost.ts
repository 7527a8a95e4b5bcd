/** The price of the tokens of a usage at one place, by src/method/token-cost.yaml. */
import { planOfPart, type Part } from './baseline.ts';
import { kernelsOf } from './compiled.ts';
import { orderKernels, planOf } from './evaluate.ts';
import type { Response, UncertainInput, Uncertainty } from './uncertainty.ts';

const wanted = ['token_cost_total'] as const;

const exact = (id: string, value: number): UncertainInput => ({
  id,
  key: '',
  range: { low: value, central: value, high: value },
});

/** Money for a token. */
export interface TokenPrice {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

/** Money of the period; undefined where the part has no tokens or no requests. Tokens that nothing gives are none. */
export function tokenCost(part: Part, price: TokenPrice, uncertainty: Uncertainty): Response | undefined {
  // With the numbers of its mechanisms: the context of a conversation is computed from one.
  const { inputs: own } = planOfPart(part);
  const given = new Set(own.map(({ id }) => id));
  // What goes in as a value hides the formula of a conversation.
  const isKnown = (id: string): boolean =>
    given.has(id) || orderKernels(kernelsOf, part.mechanisms, given, [id]).length > 0;
  const inputs = [
    ...own,
    ...['cached_tokens', 'reasoning_tokens'].filter((id) => !isKnown(id)).map((id) => exact(id, 0)),
    exact('input_price', price.input),
    exact('cached_price', price.cached),
    exact('output_price', price.output),
  ];
  const ids = inputs.map(({ id }) => id);
  const plan = planOf(orderKernels(kernelsOf, [...part.mechanisms, 'token-cost'], new Set(ids), wanted), ids);
  return uncertainty.respond(plan, inputs, wanted).get('token_cost_total');
}
