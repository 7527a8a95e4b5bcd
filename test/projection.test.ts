/** Years ahead and prices of tokens, by hand. */
import { describe, expect, test } from 'vitest';
import { respondUsage } from '../src/engine/baseline.ts';
import { central } from '../src/engine/central.ts';
import { project, type Growing } from '../src/engine/projection.ts';
import { propagation } from '../src/engine/propagate.ts';
import { tokenCost } from '../src/engine/token-cost.ts';
import { centralOf, type Response } from '../src/engine/uncertainty.ts';
import { inputOf, measured, partOf } from './part-by-hand.ts';
import { within } from './within.ts';

const value = (response: Response | undefined) => response && Number(centralOf(response).toPrecision(12));

describe('years ahead', () => {
  const chain = ['reported-server', 'facility', 'water', 'operation', 'embodied', 'totals'];
  /** 0.06 kWh, 0.03 kg of electricity and 20 x 876.5 kg of hardware, 0.21 L. */
  const used = respondUsage([partOf(chain, {
    ...measured, grid_ghg: 0.5, grid_water: 3, wue: 1, allocated_time: 4 * 365 * 86_400, hardware_lifetime: 4,
    accelerators_per_server: 8, accelerator_embodied_ghg: 164, server_embodied_ghg: 5700,
  })], propagation).criteria; // prettier-ignore
  const bill = respondUsage([partOf(['spend'], { spend: 100, spend_factor: 0.3, location_share: 1 })], propagation).criteria; // prettier-ignore
  const growing = (criteria: Growing['criteria'], growth: number): Growing => ({ criteria, growth: inputOf('growth', growth) }); // prettier-ignore
  const years = (lines: readonly Growing[], horizon: number, trend: number) =>
    project(lines, { horizon, gridTrend: inputOf('grid_trend', trend) }, propagation).map(({ year, energy, ghg, water }) => [
      year, value(energy), value(ghg), value(water),
    ]); // prettier-ignore

  test('the first is the scenario as it is; use grows by 10 %, the grid falls by half, hardware is made elsewhere', () => {
    expect(years([growing(used, 0.1)], 3, -0.5)).toEqual([
      [1, 0.06, 17_530.03, 0.21],
      [2, 0.066, 19_283.0165, 0.231],
      // 1.21 x (17 530 + 0.03 / 4)
      [3, 0.0726, 21_211.309075, 0.2541],
    ]);
  });

  test('lines grow each by itself; a bill grows, whatever the grid does', () => {
    expect(years([growing(bill, 1)], 2, -0.5)).toEqual([[1, undefined, 30, undefined], [2, undefined, 60, undefined]]); // prettier-ignore
    expect(years([growing(used, 0), growing(bill, 1)], 2, 0)[1]).toEqual([2, 0.06, 17_590.03, 0.21]);
    expect(years([], 1, 0)).toEqual([[1, undefined, undefined, undefined]]);
    expect(years([growing(used, 0)], 0, 0)).toEqual([]);
  });

  test('the unknown of a growth widens what comes later, and not the first year', () => {
    const growth = inputOf('growth', { low: 0, central: 0.1, high: 0.21 });
    const found = project([{ criteria: used, growth }], { horizon: 2, gridTrend: inputOf('grid_trend', 0) }, propagation); // prettier-ignore
    const [first, second] = found.map(({ energy }) => energy && propagation.interval(energy));
    expect([first?.low, first?.high]).toEqual([first?.central, first?.central]);
    expect(second?.low).toSatisfy(within(0.06, 1e-12));
    expect(second?.high).toSatisfy(within(0.0726, 1e-12));
  });
});

describe('the price of tokens', () => {
  const price = { input: 1e-6, cached: 1e-7, output: 4e-6 };
  const volume = { requests: 1000, location_share: 1, iterations: 2, calls: 1 };
  const cost = (mechanisms: readonly string[], inputs: Parameters<typeof partOf>[1]) => {
    const found = tokenCost(partOf(mechanisms, inputs), price, central);
    return value(found);
  };

  test('2 000 prompts of 100 fresh, 400 cached, 150 visible and 50 hidden tokens', () => {
    // 100e-6 + 400e-7 + 200 x 4e-6 = 9.4e-4 a prompt.
    expect(cost(['totals'], { ...volume, input_tokens: 500, cached_tokens: 400, output_tokens: 150, reasoning_tokens: 50 })).toBe(1.88); // prettier-ignore
  });

  test('tokens that nothing gives are none', () => {
    expect(cost(['totals'], { ...volume, input_tokens: 500, output_tokens: 100 })).toBe(1.8);
    expect(cost(['totals'], { ...volume, input_tokens: 500, cached_tokens: 400, output_tokens: 100 })).toBe(1.08);
    expect(cost(['totals'], { ...volume, input_tokens: 500, output_tokens: 100, reasoning_tokens: 100 })).toBe(2.6);
  });

  test('a conversation says by itself what is cached', () => {
    const talk = {
      requests: 1000, location_share: 1, iterations: 1, message_tokens: 100, context_tokens: 0, input_images: 0,
      tokens_per_input_image: 0, tool_tokens: 0, output_tokens: 100, turns: 3, agent_steps: 1, calls_per_step: 1, retries: 0,
      cached_share: 1,
    }; // prettier-ignore
    // Sent 100, 300, 500: 900 of which 500 are new and 400 cached; written 300.
    expect(cost(['conversation', 'totals'], talk)).toBe(Number((500e-3 + 400e-4 + 300 * 4e-3).toPrecision(12)));
  });

  test('no price without tokens or without requests', () => {
    expect(cost(['totals'], { ...volume, output_tokens: 100 })).toBeUndefined();
    expect(cost(['totals'], { ...volume, input_tokens: 100 })).toBeUndefined();
    expect(cost([], { input_tokens: 100, output_tokens: 100 })).toBeUndefined();
  });

  test('with the interval of what is uncertain', () => {
    const part = partOf(['totals'], {
      ...volume,
      input_tokens: 0,
      output_tokens: { low: 50, central: 100, high: 200 },
    });
    const found = tokenCost(part, price, propagation);
    const range = found && propagation.interval(found);
    expect(range?.central).toSatisfy(within(0.8, 1e-12));
    expect(range?.high).toSatisfy(within(1.6, 1e-12));
  });
});
