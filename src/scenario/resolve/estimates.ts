/** The ways to estimate a usage: measured, from the model, from a fleet, a task or a spend. */
import type { Estimator, Period } from '../../assessment.ts';
import { problem } from '../../errors.ts';
import type { Usage, Value } from '../types.ts';
import {
  choiceOf,
  defaultOf,
  fill,
  fromCatalogue,
  fromScenario,
  implied,
  known,
  standard,
  type Context,
} from './fill.ts';
import { findAccelerator, hardwareInputs, resolveServing } from './hardware.ts';
import type { ResolvedModel } from './model.ts';
import { resolveTokens } from './tokens.ts';
import type { ResolvedInput } from './types.ts';
import { waitingOf, withoutSolved } from './waiting.ts';

/** Mechanisms and inputs of one way to estimate, without place and volume. */
export interface Estimate {
  readonly estimator: Estimator;
  readonly tier: 1 | 2 | 3 | 4;
  readonly mechanisms: readonly string[];
  readonly inputs: readonly ResolvedInput[];
}

function idle(context: Context, usage: Usage): ResolvedInput {
  return fill('idle', 'serving.idle', usage.serving?.idle, usage.path, defaultOf(context.catalog, 'idle'));
}

export function serverShare(context: Context, usage: Usage): ResolvedInput {
  return fill(
    'server_share',
    'serving.host',
    usage.serving?.host,
    usage.path,
    defaultOf(context.catalog, 'fleet_host'),
  );
}

/** A shorter answer takes less time and leaves the batch as it is: the time that is given is that of the answer of today. */
function timedAnswer(mechanisms: readonly string[], tokens: readonly ResolvedInput[]): readonly ResolvedInput[] {
  if (!mechanisms.includes('asked-latency')) return [];
  return tokens
    .filter(({ id }) => id === 'output_tokens' || id === 'reasoning_tokens')
    .map((input) => ({ ...input, id: `timed_${input.id}` }));
}

/** The energy of a prompt from the model: METHOD, text generation. */
export function textEstimate(context: Context, usage: Usage, model: ResolvedModel | undefined): Estimate | undefined {
  if (!model) return undefined;
  const serving = resolveServing(context, usage);
  if (!serving) return undefined;
  const tokens = resolveTokens(context, usage, model);
  const waiting = waitingOf(context, usage);
  const more = [...tokens.mechanisms, ...serving.mechanisms, ...waiting.mechanisms];
  return {
    estimator: 'text',
    tier: 2,
    mechanisms: ['text', 'accelerator-count', ...more],
    inputs: withoutSolved(
      [
        ...model.inputs,
        ...tokens.inputs,
        ...timedAnswer(serving.mechanisms, tokens.inputs),
        ...serving.inputs,
        ...waiting.inputs,
      ],
      more,
    ),
  };
}

/** Somebody's meter. The model, when its tokens are given too, tells how much hardware time goes with it. */
export function measuredEstimate(context: Context, usage: Usage, text: Estimate | undefined): Estimate | undefined {
  const { measured } = usage;
  if (!measured || !(known(measured.energy) || known(measured.ghg) || known(measured.water))) return undefined;
  const inputs: ResolvedInput[] = [];
  const give = (id: string, unit: string, field: string, value: Value | undefined): void => {
    if (known(value)) inputs.push(fromScenario(id, unit, field, value, usage.path));
  };
  give('reported_energy', 'kWh/request', 'measured.energy', measured.energy);
  give('ghg_operation', 'kgCO2e/request', 'measured.ghg', measured.ghg);
  give('water_operation', 'L/request', 'measured.water', measured.water);
  const moved = known(measured.energy);
  if (moved && measured.boundary !== 'facility' && !text) inputs.push(idle(context, usage));
  if (moved && measured.boundary === 'gpu') inputs.push(serverShare(context, usage));
  return {
    estimator: 'measured',
    tier: 1,
    mechanisms: [...(moved ? [`reported-${measured.boundary}`] : []), ...(text?.mechanisms ?? [])],
    inputs: [...inputs, ...(text?.inputs ?? [])],
  };
}

export function fleetEstimate(context: Context, usage: Usage, period: Period): Estimate | undefined {
  const { fleet } = usage;
  if (!fleet) return undefined;
  const accelerator = findAccelerator(context, usage, 'fleet.accelerator', fleet.accelerator);
  if (!accelerator || !known(fleet.count)) return undefined;
  const { catalog } = context;
  const hours = { year: 8760, month: 730, week: 168, day: 24, once: 1 }[period];
  return {
    estimator: 'fleet',
    tier: 3,
    mechanisms: [
      ...(known(fleet.reused) ? ['fleet-reuse'] : []),
      'fleet',
      ...(known(fleet.servers) ? ['fleet-servers'] : []),
    ],
    inputs: [
      ...hardwareInputs(context, accelerator, 'fleet.accelerator').flatMap((input) =>
        input.id === 'accelerators_per_server' && known(fleet.servers)
          ? [fromScenario('fleet_servers', 'device', 'fleet.servers', fleet.servers, usage.path)]
          : input.id === 'hardware_lifetime' && known(fleet.lifetime)
            ? [fromScenario('hardware_lifetime', 'year', 'fleet.lifetime', fleet.lifetime, usage.path)]
            : [input],
      ),
      ...(known(fleet.reused) ? [fromScenario('fleet_reused', '1', 'fleet.reused', fleet.reused, usage.path)] : []),
      fromScenario('fleet_count', 'device', 'fleet.count', fleet.count, usage.path),
      fill(
        'fleet_utilisation',
        'fleet.utilisation',
        fleet.utilisation,
        usage.path,
        defaultOf(catalog, 'fleet_utilisation'),
      ),
      known(fleet.hours)
        ? fromScenario('fleet_hours', 'h/period', 'fleet.hours', fleet.hours, usage.path)
        : {
            ...implied('fleet_hours', hours, 'h/period'),
            key: 'default.fleet_hours',
            status: 'default',
            source: 'project-convention',
            field: 'fleet.hours',
          },
      known(fleet.share)
        ? fromScenario('fleet_share', '1', 'fleet.share', fleet.share, usage.path)
        : {
            ...implied('fleet_share', 1, '1'),
            key: 'default.fleet_share',
            status: 'default',
            source: 'project-convention',
            field: 'fleet.share',
          },
      standard(catalog, 'fleet_idle_power'),
      serverShare(context, usage),
    ],
  };
}

/** A published average of a kind of task, when the model is unknown. */
export function taskEstimate(context: Context, usage: Usage, modelGiven: boolean): Estimate | undefined {
  if (usage.task === undefined) return undefined;
  const row = context.catalog.task(usage.task);
  if (!row) {
    if (modelGiven && context.catalog.profile(usage.task)) return undefined;
    context.problems.push(
      problem(
        'unknown-name',
        { kind: 'task', name: usage.task, nearest: context.catalog.nearest('tasks', usage.task), table: 'tasks' },
        { path: `${usage.path}.task`, place: context.locate(`${usage.path}.task`) },
      ),
    );
    return undefined;
  }
  const boundary = row.boundary ?? 'server';
  return {
    estimator: 'task',
    tier: 3,
    mechanisms: [`reported-${boundary}`],
    inputs: [
      fromCatalogue('reported_energy', 'task', {
        figure: row.energy,
        key: `task:${row.id}`,
        status: 'catalogue',
        note: row.name,
      }),
      ...(boundary === 'facility' ? [] : [idle(context, usage)]),
      ...(boundary === 'gpu' ? [serverShare(context, usage)] : []),
    ],
  };
}

export function spendEstimate(context: Context, usage: Usage): Estimate | undefined {
  const { spend } = usage;
  if (!spend) return undefined;
  const { catalog } = context;
  const where = { path: `${usage.path}.spend`, place: context.locate(`${usage.path}.spend`) };
  const ofCurrency = catalog.data.spend
    .filter(({ ghg }) => ghg.unit === `kgCO2e/${spend.currency}`)
    .map(({ id }) => id);
  const name =
    spend.sector ??
    (ofCurrency.length === 0 ? undefined : choiceOf(catalog, `spend_sector_${spend.currency.toLowerCase()}`));
  const row = name === undefined ? undefined : catalog.spend(name);
  if (name !== undefined && !row) {
    const nearest = catalog.nearest('spend', name);
    context.problems.push(problem('unknown-name', { kind: 'spend sector', name, nearest, table: 'spend' }, where));
    return undefined;
  }
  if (!row || !ofCurrency.includes(row.id)) {
    context.problems.push(problem('no-factor', { currency: spend.currency, sectors: ofCurrency }, where));
    return undefined;
  }
  return {
    estimator: 'spend',
    tier: 4,
    mechanisms: ['spend'],
    inputs: [
      fromScenario('spend', 'money/period', 'spend', spend.amount, usage.path),
      fromCatalogue('spend_factor', `catalog.spend.${row.id}`, {
        figure: row.ghg,
        key: `spend:${row.id}`,
        status: spend.sector === undefined ? 'default' : 'catalogue',
        note: row.name,
      }),
    ],
  };
}
