/** What a reader points at: a key of the JSON result or a line of the table, as the figure to explain. */
import type { Assessment, LedgerEntry } from '../assessment.ts';
import { isAssumed } from '../assessment.ts';

export interface Target {
  /** A name of `names.ts`. */
  readonly quantity: string;
  /** The usage that it names, if it does. */
  readonly usage?: string;
  /** Whether it is a figure of that usage, and not one of the scenario opened there. */
  readonly own?: true;
  /** Its central value, which tells the places of a usage apart. */
  readonly value?: number;
}

/** `a[0].b` as `a.0.b`. */
const dotted = (name: string): string => name.trim().replaceAll(/\[(\d+)\]/g, '.$1');

/** `usages.chat.ghg.per_request`, or `baseline.usages.0.per_request.ghg.total` as it stands in the JSON result. */
function ofUsage(name: string, { baseline }: Assessment): Target | undefined {
  const rest = /^(?:baseline\.)?usages\.(.+)$/.exec(name)?.[1];
  if (rest === undefined) return undefined;
  for (const [index, { id }] of baseline.usages.entries()) {
    const key = [id, String(index)].find((each) => rest.startsWith(`${each}.`));
    const inside = key && rest.slice(key.length + 1);
    if (!inside) continue;
    if (/^requests(\.|$)/.test(inside)) return { quantity: 'requests', usage: id };
    const whole = /^(?:impacts\.)?((?:energy|ghg|water|adpe|primary_energy|climate_cost)(?:\..+)?)$/.exec(inside)?.[1];
    if (whole !== undefined) {
      return { quantity: whole.replace(/\.per_request\b/, '.per_unit'), usage: id, own: true };
    }
    const each = /^per_request\.([a-z_]+)/.exec(inside)?.[1];
    if (each !== undefined) return { quantity: `${each}.per_unit`, usage: id, own: true };
  }
  return undefined;
}

/** A path of the ledger: `usages.chat.serving.batch`, without `usages.` as the table prints it, or by its place in it. */
function ofLedger(name: string, { ledger }: Assessment): Target | undefined {
  const given = ({ status }: LedgerEntry): boolean => status === 'given' || status === 'given-range';
  const listed = /^(assumptions|inputs)\.(\d+)(?:\.|$)/.exec(name);
  const [, list, place] = listed ?? [];
  const found = listed
    ? ledger.filter((entry) => given(entry) === (list === 'inputs'))[Number(place)]
    : (named(name, ledger, isAssumedEntry) ?? named(name, ledger, () => true));
  if (!found) return undefined;
  const usage = /^usages\.(.+)$/.exec(found.path)?.[1];
  return { quantity: found.input, value: found.value.central, ...(usage === undefined ? {} : { usage }) };
}

const isAssumedEntry = ({ status }: LedgerEntry): boolean => isAssumed(status);

function named(name: string, ledger: readonly LedgerEntry[], which: (entry: LedgerEntry) => boolean) {
  return ledger.find((entry) => {
    const names = [entry.path, `${entry.path} (${entry.input})`];
    return which(entry) && names.some((each) => each === name || each === `usages.${name}`);
  });
}

const elsewhere: Readonly<Record<string, string>> = {
  'scenario.volume': 'volume',
  'carbon_price.value': 'carbon_price',
};

/** The figure that a name stands for; a name that is already one stands for itself. */
export function targetOf(written: string, assessment: Assessment): Target {
  const name = dotted(written);
  const equivalent = /^equivalents?\.([^.]+)/.exec(name)?.[1];
  if (equivalent !== undefined) {
    return { quantity: `equivalent.${assessment.equivalents[Number(equivalent)]?.id ?? equivalent}` };
  }
  const bare = name.replace(/\.(low|central|high)$/, '');
  const path = ofUsage(name, assessment) ?? ofLedger(name, assessment);
  return path ?? { quantity: elsewhere[bare] ?? name };
}
