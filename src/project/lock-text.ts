/** The text of a lock: keys in order, one usage a block, so that a diff shows what changed and merges stay small. */
import type { Lock, LockedScenario } from './lock-types.ts';

const widest = 220;

const byName = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** What holds only plain values or short lists stands on one line. */
function onOneLine(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.map((each) => (typeof each === 'object' && each !== null ? undefined : JSON.stringify(each)));
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  const items = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(byName)
    .map(([key, each]) => {
      const isPlain = typeof each !== 'object' || each === null || Array.isArray(each);
      const text = isPlain ? onOneLine(each) : undefined;
      return text === undefined ? undefined : `${JSON.stringify(key)}: ${text}`;
    });
  return items.includes(undefined) ? undefined : items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

function text(value: unknown, indent: string): string {
  const line = onOneLine(value);
  if (line !== undefined && (indent.length + line.length <= widest || typeof value !== 'object')) return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((each) => deeper + text(each, deeper)).join(',\n')}\n${indent}]`;
  const items = Object.entries(value as object)
    .filter(([, each]) => each !== undefined)
    .toSorted(byName)
    .map(([key, each]) => `${deeper}${JSON.stringify(key)}: ${text(each, deeper)}`);
  return `{\n${items.join(',\n')}\n${indent}}`;
}

/** Same lock, same bytes. */
export function lockText(lock: Lock): string {
  return `${text(lock, '')}\n`;
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.toSorted(byName).map(([key, each]) => [key, inOrder(each)]));
}

/** What the seal of a scenario is made of: everything else that the lock says of it, its keys in the order of the file. */
export function sealedText({ seal: _, ...rest }: LockedScenario, isFromFile = false): string {
  return JSON.stringify(isFromFile ? rest : inOrder(rest));
}
