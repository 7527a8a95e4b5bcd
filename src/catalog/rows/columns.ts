/** Unit and physical bounds of every column: the header of each table in src/data must agree with this. */

import { workDefaults } from './work-columns.ts';

export interface Column {
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
}

export const columns = {
  zones: {
    ghg: { unit: 'kgCO2e/kWh', min: 0, max: 1.5 },
    water: { unit: 'L/kWh', min: 0, max: 100 },
    adpe: { unit: 'kgSbeq/kWh', min: 0, max: 1e-5 },
    primary_energy: { unit: 'MJ/kWh', min: 3.5, max: 40 },
  },
  subdivisions: {
    ghg: { unit: 'kgCO2e/kWh', min: 0, max: 1.5 },
    water: { unit: 'L/kWh', min: 0, max: 100 },
    adpe: { unit: 'kgSbeq/kWh', min: 0, max: 1e-5 },
    primary_energy: { unit: 'MJ/kWh', min: 3.5, max: 40 },
    ghg_combustion: { unit: 'kgCO2e/kWh', min: 0, max: 1.5 },
  },
  regions: {
    pue: { unit: '1', min: 1, max: 3 },
    wue: { unit: 'L/kWh', min: 0, max: 20 },
    grid_ghg_published: { unit: 'kgCO2e/kWh', min: 0, max: 1.5 },
    market_based_ghg: { unit: 'kgCO2e/kWh', min: 0, max: 1.5 },
    water_withdrawn: { unit: 'L', min: 0 },
    renewable_matched_share: { unit: '1', min: 0, max: 1 },
    carbon_free_share: { unit: '1', min: 0, max: 1 },
  },
  fleets: {
    pue: { unit: '1', min: 1, max: 3 },
    wue: { unit: 'L/kWh', min: 0, max: 20 },
  },
  providers: {
    ghg: { unit: 'kgCO2e/kWh', min: 0, max: 1.5 },
    water: { unit: 'L/kWh', min: 0, max: 100 },
    pue: { unit: '1', min: 1, max: 3 },
    wue: { unit: 'L/kWh', min: 0, max: 20 },
  },
  models: {
    total: { unit: 'Gparameter', min: 0 },
    active: { unit: 'Gparameter', min: 0 },
    bits: { unit: 'bit/parameter', min: 1, max: 32 },
    experts: { unit: '1', min: 2, max: 10_000 },
    experts_used: { unit: '1', min: 1, max: 10_000 },
    cache: { unit: 'B/token', min: 1, max: 1e8 },
    state: { unit: 'B', min: 0, max: 1e12 },
    parallel_samples: { unit: '1', min: 1, max: 1000 },
    real_time_factor: { unit: '1', min: 0.01, max: 1e6 },
    reasoning_tokens: { unit: 'token/request', min: 0, max: 1e6 },
    context_tokens: { unit: 'token', min: 0 },
  },
  accelerators: {
    flops: { unit: 'FLOP/s', min: 1e9 },
    bandwidth: { unit: 'GB/s', min: 1 },
    memory: { unit: 'GB', min: 1 },
    power: { unit: 'W', min: 1 },
    embodied_ghg: { unit: 'kgCO2e/device', min: 0 },
    embodied_adpe: { unit: 'kgSbeq/device', min: 0 },
    embodied_primary_energy: { unit: 'MJ/device', min: 0 },
  },
  servers: {
    max_power: { unit: 'W', min: 1 },
    embodied_ghg: { unit: 'kgCO2e/device', min: 0 },
    embodied_adpe: { unit: 'kgSbeq/device', min: 0 },
    embodied_primary_energy: { unit: 'MJ/device', min: 0 },
  },
  equivalences: {
    ghg: { unit: 'kgCO2e', min: 0 },
    energy: { unit: 'kWh', min: 0 },
    water: { unit: 'L', min: 0 },
    adpe: { unit: 'kgSbeq', min: 0 },
    primary_energy: { unit: 'MJ', min: 0 },
  },
  profiles: {
    input: { unit: 'token/request', min: 0 },
    output: { unit: 'token/request', min: 0 },
  },
  practices: { factor: { unit: '1', min: 0, max: 1 } },
  tasks: { energy: { unit: 'kWh/request', min: 0, max: 10 } },
  /** By id. The bounds keep every division of the method away from 0. */
  defaults: {
    batch: { unit: '1', min: 1, max: 1e6 },
    idle: { unit: '1', min: 0, max: 10 },
    host: { unit: '1', min: 0, max: 10 },
    iterations: { unit: '1', min: 1, max: 1e6 },
    hardware_lifetime: { unit: 'year', min: 0.1, max: 50 },
    occupancy: { unit: '1', min: 0.001, max: 1 },
    server_embodied_ghg: { unit: 'kgCO2e/device', min: 0, max: 1e6 },
    server_embodied_adpe: { unit: 'kgSbeq/device', min: 0, max: 1e3 },
    server_embodied_primary_energy: { unit: 'MJ/device', min: 0, max: 1e9 },
    accelerators_per_server: { unit: '1', min: 1, max: 1e4 },
    fleet_idle_power: { unit: '1', min: 0, max: 1 },
    fleet_host: { unit: '1', min: 0, max: 10 },
    fleet_utilisation: { unit: '1', min: 0, max: 1 },
    bits_small: { unit: 'bit/parameter', min: 1, max: 32 },
    bits_large: { unit: 'bit/parameter', min: 1, max: 32 },
    bits_threshold: { unit: 'Gparameter', min: 0, max: 1e6 },
    reasoning_tokens: { unit: 'token/request', min: 0, max: 1e9 },
    cached_tokens: { unit: 'token/request', min: 0, max: 1e9 },
    ...workDefaults,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Column>>>>;
