/** Gathers the nodes of one derivation: each once, every node before what it reads. */
import { criterionUnit, type Criterion } from '../assessment.ts';
import { declarationOf, trace } from '../engine/trace.ts';
import type { ResolvedInput } from '../scenario/resolve/types.ts';
import { printValue, type Range } from '../units.ts';
import type { ExplainedNode } from './explanation.ts';
import { outputsOf } from './names.ts';
import { boundNotes, inputNode, nodeOf, tracedNode } from './nodes.ts';
import { inItsCurrency, meaningOf, nameOf, words, type Surroundings } from './surroundings.ts';
import { isCounted, termsOf, total } from './terms.ts';

/** Sums over usages, and their division by the functional unit, follow these. */
const sumSource = 'ghg-protocol-allocation';
const divisionSource = 'iso-14044';

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
    const meaning = meaningOf(this.#around, criterion);
    if (only && outputs.length === 1)
      return this.#sum(nameOf(this.#around, criterion), { quantity: only[1], meaning, range });
    const known = outputs.flatMap(([phase, quantity]) => {
      const value = total(termsOf(this.#around, quantity));
      return value === null ? [] : [{ phase, value }];
    });
    if (known.length === 0) return null;
    const unit = `${criterionUnit[criterion]}/period`;
    const value = known.reduce((sum, each) => sum + each.value, 0);
    const names = known.map(({ phase }) => nameOf(this.#around, `${criterion}.${phase}`));
    this.put({
      id: nameOf(this.#around, criterion),
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
    const meaning = `${meaningOf(this.#around, criterion)}: ${phase}`;
    return this.#sum(nameOf(this.#around, `${criterion}.${phase}`), { quantity, meaning, range });
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
    const requests = counted ? total(termsOf(this.#around, 'located_requests', true)) : null;
    const below = volume ? volume.range.central : requests;
    if (above === null || below === null || below === 0) return null;
    const unit = inItsCurrency(this.#around, criterionUnit[criterion]);
    const divisor = volume ? 'unit' : 'request';
    const divisorName = only ? nameOf(this.#around, 'requests') : 'volume';
    this.put({
      id: nameOf(this.#around, only ? `${criterion}.per_request` : `${criterion}.per_unit`),
      kind: 'result',
      meaning: only
        ? `${words[criterion]} of one kept result of usage ${only.id}`
        : `${words[criterion]} of one functional unit`,
      unit: `${unit}/${divisor}`,
      value: above / below,
      range: impacts[criterion].perUnit,
      source: divisionSource,
      formula: `${nameOf(this.#around, criterion)} / ${divisorName}`,
      substituted: `${printValue(above, `${unit}/period`)} / (${printValue(below, `${divisor}/period`)})`,
      reads: [nameOf(this.#around, criterion), divisorName],
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
      return (
        this.#sum(nameOf(this.#around, 'requests'), { quantity: 'located_requests', meaning, range: null }, true) !==
        null
      );
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
      id: nameOf(this.#around, 'climate_cost'),
      kind: 'result',
      meaning,
      value,
      mechanism,
      source,
      range: impacts.climate_cost.total,
      unit: inItsCurrency(this.#around, traced.unit),
      // The total of the method is called as it is asked for.
      formula: traced.formula.replace('ghg_total', nameOf(this.#around, 'ghg')),
      substituted: inItsCurrency(this.#around, traced.substituted),
      reads: traced.reads.map((name) => (name === 'ghg_total' ? nameOf(this.#around, 'ghg') : name)),
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
    this.#add({ ...node, unit: inItsCurrency(this.#around, node.unit) });
  }

  /** Adds a quantity summed over usages and places, and opens it at the opened part. */
  #sum(
    id: string,
    what: { readonly quantity: string; readonly meaning: string; readonly range: Range | null },
    all = false,
  ): number | null {
    const terms = termsOf(this.#around, what.quantity, all);
    const value = total(terms);
    const { unit = '1' } = declarationOf(what.quantity) ?? {};
    if (value === null) return null;
    const values = terms.flatMap((term) => (term.value === null ? [] : [printValue(term.value, unit)]));
    const { opened } = this.#around;
    const opens = opened && isCounted(this.#around, opened.usage) && opened.trace.value(what.quantity) !== undefined;
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

  #inputUnit(name: string): string {
    const traced = this.#around.opened?.trace.open(name);
    return traced?.kind === 'input' ? traced.input.unit : '';
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
