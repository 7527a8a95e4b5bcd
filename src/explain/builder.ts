/** Gathers the nodes of one derivation: each once, every node before what it reads. */
import { criterionUnit, type Criterion, type Impacts } from '../assessment.ts';
import { declarationOf, trace } from '../engine/trace.ts';
import type { ResolvedInput, ResolvedScenario, ResolvedUsage } from '../scenario/resolve/types.ts';
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
  /** The one usage whose figures are wanted; `resolved`, `parts` and `impacts` are then of it alone. */
  readonly only?: ResolvedUsage | undefined;
  /** Whether they are wanted for one kept result, which is known without a volume. */
  readonly perRequest?: boolean;
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

  /** The name to ask for, of a figure of the scenario or of its one usage. */
  #named(figure: string): string {
    const { only } = this.#around;
    return only ? `usages.${only.id}.${figure}` : figure;
  }

  #meaning(criterion: Criterion): string {
    const { only } = this.#around;
    return `${words[criterion]} of ${only ? `usage ${only.id}` : 'the scenario'} over ${only ? 'the' : 'its'} period`;
  }

  /** Whether a usage is part of the sums. */
  #counts(usage: ResolvedUsage): boolean {
    return hasPeriodTotal(usage) || this.#around.perRequest === true;
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
    const meaning = this.#meaning(criterion);
    if (only && outputs.length === 1) return this.#sum(this.#named(criterion), { quantity: only[1], meaning, range });
    const known = outputs.flatMap(([phase, quantity]) => {
      const value = total(this.#terms(quantity));
      return value === null ? [] : [{ phase, value }];
    });
    if (known.length === 0) return null;
    const unit = `${criterionUnit[criterion]}/period`;
    const value = known.reduce((sum, each) => sum + each.value, 0);
    const names = known.map(({ phase }) => this.#named(`${criterion}.${phase}`));
    this.put({
      id: this.#named(criterion),
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
    const meaning = `${this.#meaning(criterion)}: ${phase}`;
    return this.#sum(this.#named(`${criterion}.${phase}`), { quantity, meaning, range });
  }

  /** Adds a criterion for one functional unit, of a usage for one kept result; null when it is unknown. */
  perUnit(criterion: Criterion): number | null {
    const { resolved, impacts, only } = this.#around;
    if (only && !only.perRequest) return null;
    // What it is divided by comes after the criterion; both are wanted before the division is known.
    const probe = new Builder(this.#around);
    const above = probe.criterion(criterion);
    const volume = only ? null : resolved.volume;
    const counted = only !== undefined || resolved.usages.every(({ requestsKnown }) => requestsKnown);
    const requests = counted ? total(this.#terms('located_requests', true)) : null;
    const below = volume ? volume.range.central : requests;
    if (above === null || below === null || below === 0) return null;
    const unit = this.#money(criterionUnit[criterion]);
    const divisor = volume ? 'unit' : 'request';
    const divisorName = only ? this.#named('requests') : 'volume';
    this.put({
      id: this.#named(only ? `${criterion}.per_request` : `${criterion}.per_unit`),
      kind: 'result',
      meaning: only
        ? `${words[criterion]} of one kept result of usage ${only.id}`
        : `${words[criterion]} of one functional unit`,
      unit: `${unit}/${divisor}`,
      value: above / below,
      range: impacts[criterion].perUnit,
      source: divisionSource,
      formula: `${this.#named(criterion)} / ${divisorName}`,
      substituted: `${printValue(above, `${unit}/period`)} / (${printValue(below, `${divisor}/period`)})`,
      reads: [this.#named(criterion), divisorName],
    });
    this.criterion(criterion);
    this.volume();
    return above / below;
  }

  /** Adds what a criterion is divided by; false when it is unknown. */
  volume(): boolean {
    const { resolved, locate, only } = this.#around;
    if (only) {
      const meaning = `kept results of usage ${only.id} over the period`;
      return this.#sum(this.#named('requests'), { quantity: 'located_requests', meaning, range: null }, true) !== null;
    }
    const meaning = 'functional units delivered over the period';
    if (resolved.volume) {
      this.#add(inputNode(resolved.volume, { id: 'volume', meaning }, undefined, locate));
      return true;
    }
    if (!resolved.usages.every(({ requestsKnown }) => requestsKnown)) return false;
    const requests = { quantity: 'located_requests', meaning: `${meaning}: its requests`, range: null };
    return this.#sum('volume', requests, true) !== null;
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
      id: this.#named('climate_cost'),
      kind: 'result',
      meaning,
      value,
      mechanism,
      source,
      range: impacts.climate_cost.total,
      unit: this.#money(traced.unit),
      // The total of the method is called as it is asked for.
      formula: traced.formula.replace('ghg_total', this.#named('ghg')),
      substituted: this.#money(traced.substituted),
      reads: traced.reads.map((name) => (name === 'ghg_total' ? this.#named('ghg') : name)),
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
    const opens = opened && this.#counts(opened.usage) && opened.trace.value(what.quantity) !== undefined;
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
      const own = this.#counts(usage) ? parts.filter((part) => part.usage === usage) : [];
      if (own.length === 0) return [{ usage: usage.id, place: null, split: 'place', value: null }];
      return own.map(({ place, split, trace: { value } }) => ({
        usage: usage.id,
        place: own.length === 1 ? null : place,
        split,
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
