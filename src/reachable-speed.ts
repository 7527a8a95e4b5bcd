/** Whether a batch gives a request the speed that a scenario asks for: the method holds the batch at one, and must not in silence. */
import { centralFigures } from './engine/central-figures.ts';
import { InternalError, problem, type Place, type Problem } from './errors.ts';
import { speedInputs } from './scenario/resolve/hardware.ts';
import type { ResolvedInput, ResolvedPart, ResolvedUsage } from './scenario/resolve/types.ts';
import type { Range } from './units.ts';

/** A time as a person writes it: `26.3 ms`. */
function written(seconds: number): string {
  const [value, unit] = Math.abs(seconds) < 1 ? [seconds * 1000, 'ms'] : [seconds, 's'];
  return `${Number(value.toPrecision(3))} ${unit}`;
}

const wanted = ['asked_time', 'alone_time', 'slowest_time', 'reading_latency'];

interface AskedSpeed {
  readonly part: ResolvedPart;
  readonly asked: ResolvedInput;
}

function askedOf({ parts }: ResolvedUsage): AskedSpeed | undefined {
  const part = parts.find(({ mechanisms }) => mechanisms.includes('throughput'));
  const asked = part?.inputs.find(({ id }) => speedInputs.some((each) => each === id));
  return part && asked && { part, asked };
}

function problemOf(
  { part, asked }: AskedSpeed,
  path: string,
  { low, high }: Pick<Range, 'low' | 'high'>,
  locate: (path: string) => Place | undefined,
): Problem | undefined {
  const where = { path: `${path}.${asked.field}`, place: locate(`${path}.${asked.field}`) };
  const isSpeed = asked.id === 'tokens_per_second';
  const need = (figure: number | undefined): number => {
    if (figure === undefined) throw new InternalError('src/method/throughput.yaml lacks a quantity');
    return figure;
  };
  // The rest at central values: what is asked for must be possible at both ends of its own range.
  const at = (value: number) => centralFigures(part, wanted, new Map([[asked.id, value]]));
  const fast = at(isSpeed ? high : low);
  const alone = need(fast.get('alone_time'));
  const reading = fast.get('reading_latency');
  const fastest = need(fast.get('asked_time'));
  if (fastest < alone * (1 - 1e-9)) {
    const args = {
      field: asked.field,
      asked: fastest > 0 ? written(fastest) : null,
      alone: written(alone),
      reading: reading === undefined ? null : written(reading),
    };
    return problem('unreachable-speed', args, where);
  }
  const slow = at(isSpeed ? low : high);
  const [slowest, limit] = [need(slow.get('asked_time')), need(slow.get('slowest_time'))];
  if (slowest <= limit) return undefined;
  const args = { field: asked.field, asked: written(slowest), limit: written(limit) };
  return problem('unreachably-slow', args, where);
}

/** Problems of all usages whose speed no batch gives, in the order of the scenario. */
export const unreachableSpeeds = (
  usages: readonly ResolvedUsage[],
  locate: (path: string) => Place | undefined,
): readonly Problem[] =>
  usages.flatMap((usage) => {
    const found = askedOf(usage);
    return found ? (problemOf(found, usage.path, found.asked.range, locate) ?? []) : [];
  });

/** The same for other values of the field that gives the speed of a usage; undefined where it is another field. */
export function unreachableSpeed(usage: ResolvedUsage, input: string, values: Iterable<number>): Problem | undefined {
  const found = askedOf(usage);
  if (found?.asked.id !== input) return undefined;
  const sorted = [...values].toSorted((left, right) => left - right);
  const [low = Number.NaN, high = Number.NaN] = [sorted[0], sorted.at(-1)];
  return problemOf(found, usage.path, { low, high }, () => undefined);
}
