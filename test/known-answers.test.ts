/**
 * What METHOD.md works out, and what a pocket calculator gives where it states a formula without a number, through the engine
 * directly: no scenario, no catalogue, no defaults. A printed figure is held to half of its last digit.
 */
import { describe, expect, test } from 'vitest';
import { centralFigures } from '../src/engine/central-figures.ts';
import { within } from './within.ts';

type Inputs = Readonly<Record<string, number>>;

/** Central value of one quantity, every input in the unit that src/method declares for it. */
function figure(mechanisms: readonly string[], inputs: Inputs, wanted: string): number {
  const part = {
    mechanisms,
    inputs: Object.entries(inputs).map(([id, value]) => ({
      id, key: id, range: { low: value, central: value, high: value },
    })),
  }; // prettier-ignore
  return centralFigures(part, [wanted], new Map()).get(wanted) ?? Number.NaN;
}

/** Whether a number, rounded to as many decimals as the text prints, is what it prints. */
const printed = (text: string) => (found: unknown) =>
  typeof found === 'number' && found.toFixed(text.split('.')[1]?.length ?? 0) === text;

const h100 = {
  accelerator_flops: 989.5e12, accelerator_bandwidth: 3350, accelerator_power: 700, accelerator_memory: 80,
}; // prettier-ignore

const dense = {
  ...h100, experts: 0, experts_used: 0, declared_cache: 0, recurrent_state: 0, mixture: 0, bits: 16,
  input_tokens: 200, cached_tokens: 0, output_tokens: 400, reasoning_tokens: 0, batch: 64, idle: 0.12, host: 0.3,
  parallel_samples: 1, pue: 1.12, occupancy: 0.7,
}; // prettier-ignore

const size = (total: number, active = total): Inputs => ({ total_parameters: total, active_parameters: active });

/** Of the embodied share: METHOD 4. */
const hardware = {
  accelerator_embodied_ghg: 164, accelerator_embodied_adpe: 5.1e-3, accelerator_embodied_primary_energy: 1828,
  server_embodied_ghg: 5700, server_embodied_adpe: 0.37, server_embodied_primary_energy: 70_000,
  accelerators_per_server: 8, hardware_lifetime: 4,
}; // prettier-ignore

const text = ['text', 'accelerator-count', 'facility'];

describe('METHOD 1: text', () => {
  const served: readonly [string, Inputs, Readonly<Record<string, string>>][] = [
    ['8.03 B, bf16, on 1', size(8.03),
      { accelerators: '1', output_energy_gpu: '0.1178', output_energy: '0.1673', input_energy: '0.0291', facility_energy: '0.0254' }],
    ['70.6 B, bf16, on 4', size(70.6),
      { accelerators: '4', output_energy_gpu: '0.9328', output_energy: '1.3261', input_energy: '0.2558', facility_energy: '0.2027' }],
    ['671 B, 37 B active, 8 bits, on 16', { ...size(671, 37), mixture: 1, bits: 8 },
      { accelerators: '16', output_energy_gpu: '4.1126', output_energy: '5.9503', input_energy: '0.1371', facility_energy: '0.8389' }],
    ['117 B, 5.1 B active, 4.25 bits, on 1', { ...size(117, 5.1), mixture: 1, bits: 4.25 },
      { accelerators: '1', output_energy_gpu: '0.2415', output_energy: '0.3346', input_energy: '0.0189', facility_energy: '0.0480' }],
  ]; // prettier-ignore

  describe.each(served)('%s', (_, model, answers) => {
    test.each(Object.entries(answers))('%s is %s', (quantity, answer) => {
      const found = figure(text, { ...dense, ...model }, quantity);
      // The worked energies of a prompt are in Wh.
      expect(quantity === 'facility_energy' ? found * 1000 : found).toSatisfy(printed(answer));
    });
  });

  test('of cached input a tenth is paid, and no time of an accelerator', () => {
    const of = (cached: number, quantity: string) =>
      figure(text, { ...dense, ...size(8.03), cached_tokens: cached }, quantity);
    const read = 100 * figure(text, { ...dense, ...size(8.03) }, 'input_energy');
    expect((of(0, 'active_energy') - of(100, 'active_energy')) * 3.6e6).toSatisfy(within(0.9 * read, 1e-9));
    const seconds = 1.12 * 100 * figure(text, { ...dense, ...size(8.03) }, 'prefill_time');
    expect(of(0, 'accelerator_time') - of(100, 'accelerator_time')).toSatisfy(within(seconds, 1e-9));
  });

  test('hidden tokens cost what visible ones cost', () => {
    const split = { ...dense, ...size(8.03), output_tokens: 150, reasoning_tokens: 250 };
    expect(figure(text, split, 'it_energy')).toBe(figure(text, { ...dense, ...size(8.03) }, 'it_energy'));
  });

  test('answers in parallel are each paid', () => {
    const three = { ...dense, ...size(8.03), parallel_samples: 3 };
    const one = figure(text, { ...dense, ...size(8.03) }, 'it_energy');
    expect(figure(text, three, 'it_energy')).toSatisfy(within(3 * one, 1e-12));
  });

  test.each([
    ['dense', size(8.03)],
    ['mixture', { ...size(671, 37), mixture: 1, bits: 8 }],
  ])('a given speed solves the step for the batch that gives it: %s', (_, model) => {
    const { batch, ...others } = { ...dense, ...model };
    const step = figure(text, { ...others, batch }, 'step_time');
    const asked = { ...others, tokens_per_second: 1 / step };
    expect(figure([...text, 'asked-speed', 'throughput'], asked, 'batch')).toSatisfy(within(64, 1e-6));
  });
});

describe('METHOD 2: images, video, speech, embeddings', () => {
  // 1024 x 1024 in patches of 16: N = 4 096. 8 billion weights: A^(2/3) = 4.
  const image = {
    ...h100, active_parameters: 8, diffusion_steps: 50, passes_per_step: 2, pixels_per_token: 16,
    image_count: 1, image_width: 1024, image_height: 1024, idle: 0.12, server_share: 0.43, occupancy: 0.7,
  }; // prettier-ignore
  const diffusion = ['diffusion', 'image-latents', 'server-energy'];

  test('FLOP = 50 x 2 (2 x 8e9 x 4 096 + 4 x 4 096^2 x 3.9e4 x 4)', () => {
    expect(figure(diffusion, image, 'generation_flop')).toSatisfy(within(7.6004982784e15, 1e-12));
  });

  test('2.0 pJ each; the server +43 %, the idle +12 %', () => {
    expect(figure(diffusion, image, 'generation_energy')).toSatisfy(within(15200.9965568, 1e-12));
    expect(figure(diffusion, image, 'it_energy')).toSatisfy(within(6.762754468158577e-3, 1e-12));
  });

  test('a video is (frames - 1) / 4 + 1 latent frames', () => {
    const clip = {
      ...image, video_count: 1, video_seconds: 5, video_fps: 16, clip_frames: 81, frames_per_latent: 4,
    }; // prettier-ignore
    const video = ['diffusion', 'video-latents', 'video-clip', 'server-energy'];
    expect(figure(video, clip, 'latent_frames')).toSatisfy(within(21, 1e-12));
    expect(figure(video, clip, 'latent_tokens')).toSatisfy(within(86_016, 1e-12));
    // Twice the length is two clips, not one of twice the attention.
    const long = figure(video, { ...clip, video_seconds: 10 }, 'it_energy');
    expect(long).toSatisfy(within(2 * figure(video, clip, 'it_energy'), 1e-12));
  });

  test('speech: 0.7 x 700 W over a real-time factor of 49 is 10 J for each second of audio', () => {
    const minute = { ...h100, audio_seconds: 60, real_time_factor: 49 };
    expect(figure(['speech'], minute, 'gpu_energy') * 3.6e6).toSatisfy(within(600, 1e-12));
  });

  test('embeddings: a token costs what reading it at an efficiency of 0.2 costs', () => {
    // 0.85 x 700 W x 2 x 8e9 (1 + 3.9e-5 x 512 / 2) / (989.5e12 x 0.2), of a thousand tokens.
    const joules = (0.85 * 700 * 16e9 * (1 + 3.9e-5 * 256) * 1000) / (989.5e12 * 0.2);
    const found = figure(['embeddings'], { ...h100, active_parameters: 8, embedding_tokens: 1000 }, 'gpu_energy');
    expect(found * 3.6e6).toSatisfy(within(joules, 1e-12));
  });
});

describe('METHOD 3: the other tiers', () => {
  test('a measured figure moves from its boundary to ours', () => {
    const given = { reported_energy: 1, idle: 0.12, server_share: 0.43, pue: 1.12 };
    const facility = (boundary: string) => figure([`reported-${boundary}`, 'facility'], given, 'facility_energy');
    expect(facility('gpu')).toSatisfy(within(1.12 * 1.43 * 1.12, 1e-12));
    expect(facility('server')).toSatisfy(within(1.12 * 1.12, 1e-12));
    // What the meter of the data centre saw is not counted up again.
    expect(facility('facility')).toBe(1);
    expect(figure(['reported-facility'], given, 'it_energy')).toSatisfy(within(1 / 1.12, 1e-12));
  });

  test('a fleet: 8 x 700 W x (0.15 + 0.85 x 0.4) x 8 760 h x 1.43 x 0.5', () => {
    const fleet = {
      ...h100, fleet_count: 8, fleet_idle_power: 0.15, fleet_utilisation: 0.4, fleet_hours: 8760, fleet_share: 0.5,
      server_share: 0.43,
    }; // prettier-ignore
    expect(figure(['fleet'], fleet, 'fleet_energy')).toSatisfy(within(17_186.7696, 1e-9));
  });

  test('spend times the factor of the sector', () => {
    const spent = { spend: 1000, spend_factor: 0.2, location_share: 0.5 };
    expect(figure(['spend'], spent, 'ghg_spend_total')).toSatisfy(within(100, 1e-12));
  });
});

describe('METHOD 4: from energy to impacts', () => {
  const meter = { it_energy: 2, pue: 1.5, grid_ghg: 0.4, grid_adpe: 1e-8, grid_primary_energy: 9 };

  test('energy times the grid, at the meter', () => {
    const found = (id: string) => figure(['facility', 'operation'], meter, id);
    expect(found('ghg_operation')).toSatisfy(within(1.2, 1e-12));
    expect(found('adpe_operation')).toSatisfy(within(3e-8, 1e-12));
    expect(found('primary_energy_operation')).toSatisfy(within(27, 1e-12));
  });

  test('water: PUE once', () => {
    // 2 x 0.3 on the site, 2 x 1.5 x 4 at the power plants.
    const found = figure(['facility', 'water'], { ...meter, wue: 0.3, grid_water: 4 }, 'water_operation');
    expect(found).toSatisfy(within(12.6, 1e-12));
  });

  test('a year of one accelerator at work, of four years of life at 0.7', () => {
    const found = figure(
      ['embodied', 'server-energy'],
      { ...hardware, idle: 0, occupancy: 0.7, busy_time: 365 * 86_400 },
      'ghg_embodied',
    );
    // (164 + 5 700 / 8) / (4 x 0.7)
    expect(found).toSatisfy(within(876.5 / 2.8, 1e-12));
  });

  test('training from tokens: 6 x 70e9 x 15e12 / (989.5e12 x 0.30 x 3 600) hours, x 1.05 kW x PUE', () => {
    const run = {
      training_tokens: 15e12, training_parameters: 70, flop_per_weight: 6, training_flops: 989.5e12,
      training_power: 700, training_host: 0.5, training_pue: 1.1,
    }; // prettier-ignore
    const found = (id: string) => figure(['training-estimate', 'training-hours'], run, id);
    expect(found('training_gpu_hours')).toSatisfy(within(5_895_233.282802762, 1e-12));
    expect(found('training_energy')).toSatisfy(within(6_808_994.441637192, 1e-12));
  });

  test('training: our tokens over those of the life of the model, and never more than the whole', () => {
    const use = { ...dense, prompts: 1000, lifetime_tokens: 6e8 };
    expect(figure(['training-by-tokens'], use, 'training_share')).toSatisfy(within(1e-3, 1e-12));
    expect(figure(['training-by-tokens'], { ...use, prompts: 1e9 }, 'training_share')).toBe(1);
  });

  test('climate cost: a tonne at 200 EUR', () => {
    expect(figure(['climate-cost'], { carbon_price: 0.2, ghg_total: 1000 }, 'climate_cost_total')).toBe(200);
  });
});

describe('METHOD 6: the anchor of the study', () => {
  const grid = { grid_ghg: 0.38355, grid_adpe: 0, grid_primary_energy: 0 };
  const year = { requests: 6.21e11 / 2.5, iterations: 2.5, calls: 1 };
  const llama: Inputs = {
    ...dense, ...hardware, ...grid, input_tokens: 800, output_tokens: 600, batch: 32, pue: 1.15, idle: 0.3,
  }; // prettier-ignore
  const chain = [...text, 'operation', 'embodied', 'totals'];
  const mix = (shares: readonly [number, number, number], changed: Inputs, quantity: string): number =>
    [size(8.03), size(70.6), { ...size(405), bits: 8 }].reduce(
      (sum, model, at) =>
        sum + figure(chain, { ...llama, ...model, ...year, ...changed, location_share: shares[at] ?? 0 }, quantity),
      0,
    );
  const today = [0.15, 0.6, 0.25] as const;
  const ghg = (shares: readonly [number, number, number], changed: Inputs = {}): number =>
    mix(shares, changed, 'ghg_operation_total') + mix(shares, changed, 'ghg_embodied_total');
  /** 45 % of the requests at 44 g/kWh. */
  const moved = { grid_ghg: 0.55 * 0.38355 + 0.45 * 0.044 };
  const all = { ...moved, iterations: 2, output_tokens: 420 };
  const after = [0.45, 0.43, 0.12] as const;

  test('0.906 Wh a request, 563 GWh, 240 000 t', () => {
    const energy = mix(today, {}, 'energy_total');
    expect((energy / 6.21e11) * 1000).toSatisfy(printed('0.906'));
    expect(energy / 1e6).toSatisfy(printed('563'));
    expect(ghg(today) / 1000).toSatisfy(within(240_000, 5e-3));
  });

  test.each([
    ['location', today, moved, '0.642'],
    ['iterations', today, { iterations: 2 }, '0.800'],
    ['output', today, { output_tokens: 420 }, '0.736'],
    ['model', after, {}, '0.619'],
  ] as const)('%s leaves x%s', (_, shares, changed, factor) => {
    expect(ghg(shares, changed) / ghg(today)).toSatisfy(printed(factor));
  });

  test('the four together leave 56 100 t, /4.28', () => {
    expect(ghg(after, all) / 1000).toSatisfy(within(56_100, 2e-3));
    expect(ghg(today) / ghg(after, all)).toSatisfy(printed('4.28'));
  });
});

describe('METHOD 8: EcoLogits 0.9', () => {
  // 70 billion parameters, 400 tokens: worked out with Python from the formulas of METHOD.
  const of = (quantity: string) =>
    figure(
      ['ecologits-0.9', 'embodied'],
      { ...size(70), output_tokens: 400, reasoning_tokens: 0 },
      quantity,
    ); // prettier-ignore

  test.each([
    ['accelerators', 4],
    ['gpu_energy_per_token', 8.038825356247888e-5],
    ['generation_time', 34.77316809390155],
    ['it_energy', 2.1917633094450153e-4],
    ['ghg_embodied', 2.0134847102190562e-5],
    ['adpe_embodied', 1.1796057030205194e-9],
    ['primary_energy_embodied', 0.00024299647763487936],
  ])('%s is %d', (quantity, expected) => {
    expect(of(quantity)).toSatisfy(within(expected, 1e-12));
  });
});
