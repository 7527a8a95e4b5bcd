/** The price of carbon of a scenario, with its currency. */
import { InternalError } from '../../errors.ts';
import type { Scenario } from '../types.ts';
import { fromCatalogue, fromScenario, type Context } from './fill.ts';

/** As the scenario states it, else that of the catalogue, marked. */
export function priceOfCarbon(context: Context, { carbonPrice }: Scenario) {
  const standard = context.catalog.carbonPrice('default');
  if (!standard) throw new InternalError('src/data/carbon-prices.yaml has no row "default"');
  const { price } = standard;
  return {
    input: carbonPrice
      ? fromScenario('carbon_price', 'money/kgCO2e', 'carbon_price', carbonPrice, 'scenario')
      : {
          ...fromCatalogue('carbon_price', 'carbon_price', {
            figure: price,
            key: 'default.carbon_price',
            status: 'default',
          }),
          // Published per tonne.
          range: { low: price.low / 1000, central: price.value / 1000, high: price.high / 1000 },
          unit: 'money/kgCO2e',
        },
    currency: carbonPrice?.currency ?? 'EUR',
  };
}
