/** Gathers the nodes of one derivation: each once, every node before what it reads. */
import { criterionUnit, type Criterion, type Impacts } from '../assessment.ts';
import { declarationOf, trace } from '../engine/trace.ts';
import type { ResolvedInput, ResolvedScenario } from '../scenario/resolve/types.ts';
import { printValue, type Range } from '../units.ts';
import type { ExplainedNode, Term } from './explanation.ts';
import { outputsOf } from './names.ts';
import { boundNotes, inputNode, nodeOf, tracedNode, type Locate } from './nodes.ts';
import { hasPeriodTotal } from '../prepare.ts';
import type { TracedPart } from './parts.ts';

/** Sums over usages, and their division by the functional unit, follow these. */
const sumSource = 'ghg-protocol-allocation';
const divisionSource = 'iso-14044';

const words: Readonly<Record<Criterion, string>> = {
  energy: 'energy',
  ghg: 'greenhouse gases',
  water: 'water consumed',
  adpe: 'abiotic resources used up',
  primary_energy: 'primary energy',
  climate_cost: 'climate cost',
};

export interface Surroundings {
  readonly resolved: ResolvedScenario;
  readonly parts: readonly TracedPart[];
  /** The part that is opened up. */
  readonly opened: TracedPart | undefined;
  /** Intervals of the results, from the assessment. */
  readonly impacts: Impacts;
  readonly locate: Locate;
}

export class Builder {
  readonly #around: Surroundings;
  readonly #nodes = new Map<string, ExplainedNode>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get nodes(): readonly ExplainedNode[] {
    return [...this.#nodes.values()];
  }

  /** Adds a name of the method and all that it reads, of the opened part; false when it is not known there. */
  method(name: string): boolean {
    if (this.#nodes.has(name)) return true;
    const { opened, locate } = this.#around;
    const traced = opened?.trace.open(name);
    if (!opened || !traced) return false;
    const node = tracedNode(traced, opened.usage, locate);
    // A factor of spend says in which currency the money of this part is.
    const [, currency] = /\/([A-Z]{3})$/.exec(this.#inputUnit('spend_factor')) ?? [];
    const inCurrency = (text: string): string => text.replaceAll(/\bmoney\b/g, currency ?? 'money');
    const { substituted } = node;
    this.#add({ ...node, unit: inCurrency(node.unit), substituted: substituted && inCurrency(substituted) });
    return true;
  }

  /** Adds a criterion of the scenario; null when it is unknown. */
  criterion(criterion: Criterion): number | null {
    if (criterion === 'climate_cost') return this.#climateCost();
    const outputs = outputsOf(criterion);
    const [only] = outputs;
    const { total: range, bound } = this.#around.impacts[criterion];
    const meaning = `${words[criterion]} of the scenario over its period`;
    if (only && outputs.length === 1) return this.#sum(criterion, { quantity: only[1], meaning, range });
    const known = outputs.flatMap(([phase, quantity]) => {
      const value = total(this.#terms(quantity));
      return value === null ? [] : [{ phase, value }];
    });
    if (known.length === 0) return null;
    const unit = `${criterionUnit[criterion]}/period`;
    const value = known.reduce((sum, each) => sum + each.value, 0);
    const names = known.map(({ phase }) => `${criterion}.${phase}`);
    this.put({
      id: criterion,
      kind: 'result',
      meaning,
      unit,
      value,
      range,
      source: sumSource,
      reads: names,
      formula: names.join(' + '),
      note: bound && boundNotes[bound],
      substituted: known.map((each) => printValue(each.value, unit)).join(' + '),
    });
    for (const { phase } of known) this.phase(criterion, phase);
    return value;
  }

  /** Adds a phase of a criterion; null when it is unknown. */
  phase(criterion: Criterion, phase: string): number | null {
    const quantity = outputsOf(criterion).find(([name]) => name === phase)?.[1];
    if (quantity === undefined) return null;
    const { phases } = this.#around.impacts[criterion];
    const isAll = phase === 'spend' && Object.values(phases).every((each) => each === null);
    const [, own = null] = Object.entries(phases).find(([name]) => name === phase) ?? [];
    const range = isAll ? this.#around.impacts[criterion].total : own;
    const meaning = `${words[criterion]} of the scenario over its period: ${phase}`;
    return this.#sum(`${criterion}.${phase}`, { quantity, meaning, range });
  }

  /** Adds a criterion for one functional unit; null when it is unknown. */
  perUnit(criterion: Criterion): number | null {
    const { resolved, impacts, locate } = this.#around;
    // What it is divided by comes after the criterion; both are wanted before the division is known.
    const probe = new Builder(this.#around);
    const above = probe.criterion(criterion);
    const { volume } = resolved;
    const counted = resolved.usages.every(({ requestsKnown }) => requestsKnown);
    const requests = counted ? total(this.#terms('located_requests', true)) : null;
    const below = volume ? volume.range.central : requests;
    if (above === null || below === null || below === 0) return null;
    const unit = this.#money(criterionUnit[criterion]);
    const divisor = volume ? 'unit' : 'request';
    this.put({
      id: `${criterion}.per_unit`,
      kind: 'result',
      meaning: `${words[criterion]} of one functional unit`,
      unit: `${unit}/${divisor}`,
      value: above / below,
      range: impacts[criterion].perUnit,
      source: divisionSource,
      formula: `${criterion} / volume`,
      substituted: `${printValue(above, `${unit}/period`)} / (${printValue(below, `${divisor}/period`)})`,
      reads: [criterion, 'volume'],
    });
    this.criterion(criterion);
    const meaning = 'functional units delivered over the period';
    if (volume) this.#add(inputNode(volume, { id: 'volume', meaning }, undefined, locate));
    else this.#sum('volume', { quantity: 'located_requests', meaning: `${meaning}: its requests`, range: null }, true);
    return above / below;
  }

  #climateCost(): number | null {
    const { resolved, impacts } = this.#around;
    const ghg = new Builder(this.#around).criterion('ghg');
    if (ghg === null) return null;
    const { carbonPrice } = resolved;
    const sum: ResolvedInput = { ...carbonPrice, id: 'ghg_total', range: { low: ghg, central: ghg, high: ghg } };
    const opened = trace<ResolvedInput>({ mechanisms: ['climate-cost'], inputs: [sum, carbonPrice] });
    const traced = opened.open('climate_cost_total');
    if (traced?.kind !== 'quantity') return null;
    const { meaning, value, mechanism, source } = traced;
    this.put({
      id: 'climate_cost',
      kind: 'result',
      meaning,
      value,
      mechanism,
      source,
      range: impacts.climate_cost.total,
      unit: this.#money(traced.unit),
      // The total of the method is called as it is asked for.
      formula: traced.formula.replace('ghg_total', 'ghg'),
      substituted: this.#money(traced.substituted),
      reads: traced.reads.map((name) => (name === 'ghg_total' ? 'ghg' : name)),
    });
    this.criterion('ghg');
    this.price();
    return value;
  }

  /** Adds the carbon price of the scenario. */
  price(): void {
    const { resolved, locate } = this.#around;
    const { meaning = '' } = declarationOf('carbon_price') ?? {};
    const node = inputNode(resolved.carbonPrice, { id: 'carbon_price', meaning }, undefined, locate);
    this.#add({ ...node, unit: this.#money(node.unit) });
  }

  /** Adds a quantity summed over usages and places, and opens it at the opened part. */
  #sum(
    id: string,
    what: { readonly quantity: string; readonly meaning: string; readonly range: Range | null },
    all = false,
  ): number | null {
    const terms = this.#terms(what.quantity, all);
    const value = total(terms);
    const { unit = '1' } = declarationOf(what.quantity) ?? {};
    if (value === null) return null;
    const values = terms.flatMap((term) => (term.value === null ? [] : [printValue(term.value, unit)]));
    const { opened } = this.#around;
    const opens = opened && hasPeriodTotal(opened.usage) && opened.trace.value(what.quantity) !== undefined;
    const { meaning, range } = what;
    this.put({
      id,
      kind: 'result',
      meaning,
      unit,
      value,
      range,
      source: sumSource,
      terms,
      formula: `sum(${what.quantity})`,
      substituted: values.length <= mostWritten ? values.join(' + ') : null,
      reads: opens ? [what.quantity] : [],
    });
    if (opens) this.method(what.quantity);
    return value;
  }

  /** A quantity of every usage at every place; of usages that come from money only what they give, unless `all`. */
  #terms(quantity: string, all = false): readonly Term[] {
    const { resolved, parts } = this.#around;
    const isSpend = quantity === 'ghg_spend_total';
    return resolved.usages.flatMap((usage): Term[] => {
      // What comes from money has no phases: it is a term of its own of the greenhouse gases.
      if (!all && quantity.startsWith('ghg') && (usage.estimator === 'spend') !== isSpend) return [];
      const own = hasPeriodTotal(usage) ? parts.filter((part) => part.usage === usage) : [];
      if (own.length === 0) return [{ usage: usage.id, place: null, value: null }];
      return own.map(({ place, trace: { value } }) => ({
        usage: usage.id,
        place: own.length === 1 ? null : place,
        value: value(quantity) ?? null,
      }));
    });
  }

  #inputUnit(name: string): string {
    const traced = this.#around.opened?.trace.open(name);
    return traced?.kind === 'input' ? traced.input.unit : '';
  }

  #money(text: string): string {
    const { currency } = this.#around.resolved;
    return text.replaceAll(/\bmoney\b/g, currency).replaceAll(/\bEUR\b/g, currency);
  }

  /** Adds a node of no trace. */
  put(known: Parameters<typeof nodeOf>[0]): void {
    this.#add(nodeOf(known));
  }

  #add(node: ExplainedNode): void {
    if (this.#nodes.has(node.id)) return;
    this.#nodes.set(node.id, node);
    if (node.kind === 'quantity') for (const name of node.reads) this.method(name);
  }
}

/** Sums of more terms are listed and not written out. */
const mostWritten = 4;

function total(terms: readonly Term[]): number | null {
  const known = terms.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
