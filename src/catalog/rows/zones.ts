/** Rows of zones.yaml and subdivisions.yaml: a kWh of electricity, and where its missing figures come from. */
import * as z from 'zod/mini';
import type { Figure, Zone } from '../types.ts';
import { columns } from './columns.ts';
import { compileFigure, compileList, figure, figureWith, round, RowError, text, type SourceLookup } from './figure.ts';

const list = z.array(figure).check(z.minLength(1));

const shared = {
  id: text,
  name: text,
  aliases: z.optional(z.array(text)),
  ghg: z.optional(list),
  /** Of another scope: to compare with, never compiled. */
  ghg_other_scope: z.optional(list),
  water: z.optional(z.array(figureWith({ excluding_hydro: z.optional(z.number()) })).check(z.minLength(1))),
  primary_energy: z.optional(figure),
  primary_energy_nonrenewable: z.optional(figure),
  adpe: z.optional(figure),
};

export const zoneRow = z.strictObject({
  ...shared,
  iso2: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  kind: z.optional(z.enum(['country', 'aggregate', 'subdivision'])),
  parent: z.optional(text),
});

export const subdivisionRow = z.strictObject({ ...shared, parent: text, ghg_combustion: z.optional(list) });

/** Life-cycle over combustion of a whole country. */
export const scalingRow = z.strictObject({
  zone: text,
  value: z.number().check(z.minimum(1)),
  year: z.int(),
  source: text,
  note: z.optional(text),
});

type ZoneRow = z.infer<typeof zoneRow>;
type SubdivisionRow = z.infer<typeof subdivisionRow>;
type Scaling = z.infer<typeof scalingRow>;

export interface ZoneContext {
  readonly sources: SourceLookup;
  readonly zone: (id: string) => Zone | undefined;
}

export function compileZone(row: ZoneRow, context: ZoneContext): Zone {
  const aliases = [...(row.iso2 === undefined ? [] : [row.iso2]), ...(row.aliases ?? [])];
  const ghg = row.ghg && compileList(row.ghg, columns.zones.ghg, context.sources);
  return assemble(row, { kind: row.kind ?? 'country', parent: row.parent ?? null, aliases, ghg }, context);
}

/** As a zone; a combustion figure is scaled to life-cycle with the ratio of its country. */
export function compileSubdivision(row: SubdivisionRow, scalings: readonly Scaling[], context: ZoneContext): Zone {
  const ghg = row.ghg ? compileList(row.ghg, columns.zones.ghg, context.sources) : scaled(row, scalings, context);
  return assemble(row, { kind: 'subdivision', parent: row.parent, aliases: row.aliases ?? [], ghg }, context);
}

function scaled(row: SubdivisionRow, scalings: readonly Scaling[], { sources }: ZoneContext): Figure | undefined {
  if (!row.ghg_combustion) return undefined;
  const scaling = scalings.find((each) => each.zone === row.parent);
  if (!scaling) throw new RowError(`no scaling for "${row.parent}"`);
  const raw = compileList(row.ghg_combustion, columns.subdivisions.ghg_combustion, sources);
  return {
    ...raw,
    low: round(raw.low * scaling.value),
    value: round(raw.value * scaling.value),
    high: round(raw.high * scaling.value),
    confidence: 'derived',
    note: `combustion figure x ${scaling.value.toFixed(2)} (life-cycle over combustion of ${row.parent})`,
  };
}

interface Own {
  readonly kind: Zone['kind'];
  readonly parent: string | null;
  readonly aliases: readonly string[];
  readonly ghg: Figure | undefined;
}

function assemble(row: ZoneRow | SubdivisionRow, own: Own, { sources, zone }: ZoneContext): Zone {
  const parent = own.parent === null ? undefined : zone(own.parent);
  if (own.parent !== null && !parent) throw new RowError(`unknown parent "${own.parent}" (parents come first)`);
  const column = columns.zones;
  return {
    id: row.id,
    name: row.name,
    aliases: own.aliases,
    kind: own.kind,
    parent: own.parent,
    ghg: own.ghg ?? inherited(parent, 'ghg'),
    water: row.water ? compileList(row.water, column.water, sources) : inherited(parent, 'water'),
    adpe: row.adpe ? compileFigure(row.adpe, column.adpe, sources) : inherited(parent, 'adpe'),
    primary_energy: row.primary_energy
      ? compileFigure(row.primary_energy, column.primary_energy, sources)
      : inherited(parent, 'primary_energy'),
  };
}

/** The figure of the parent, saying whose it is; a parent that inherited it hands on the first owner. */
function inherited(parent: Zone | undefined, column: 'ghg' | 'water' | 'adpe' | 'primary_energy'): Figure {
  if (!parent) throw new RowError(`"${column}" is missing and there is no parent to take it from`);
  const found = parent[column];
  return found.note?.startsWith('of ') ? found : { ...found, note: `of ${parent.id}` };
}
