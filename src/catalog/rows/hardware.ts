/** Rows of accelerators.yaml and servers.yaml. */
import * as z from 'zod/mini';
import type { Accelerator, Figure, Server } from '../types.ts';
import { columns, type Column } from './columns.ts';
import { compileFigure, figure, figureWith, RowError, text, type RawFigure, type SourceLookup } from './figure.ts';

const alternatives = z.optional(z.array(figureWith({ assumed: z.optional(text) })));

export const acceleratorRow = z.strictObject({
  id: text,
  aliases: z.optional(z.array(text)),
  name: text,
  vendor: text,
  launch: z.optional(z.int()),
  memory_type: z.optional(text),
  die: z.optional(z.array(z.strictObject({ count: z.int(), area_mm2: z.number(), node_nm: z.number() }))),
  flops: z.nullable(figure),
  bandwidth: z.nullable(figure),
  memory: figure,
  power: z.nullable(figure),
  measured_power: z.optional(figure),
  machine_power_ratio: z.optional(figure),
  embodied_ghg: figure,
  embodied_ghg_alternatives: alternatives,
  embodied_adpe: figure,
  embodied_adpe_alternatives: alternatives,
  embodied_primary_energy: figure,
  embodied_primary_energy_alternatives: alternatives,
  note: z.optional(text),
});

export function compileAccelerator(row: z.infer<typeof acceleratorRow>, sources: SourceLookup): Accelerator {
  const column = columns.accelerators;
  return {
    id: row.id,
    aliases: row.aliases ?? [],
    name: row.name,
    vendor: row.vendor,
    flops: orNull(row.flops, column.flops, sources),
    bandwidth: orNull(row.bandwidth, column.bandwidth, sources),
    memory: compileFigure(row.memory, column.memory, sources),
    power: orNull(row.power, column.power, sources),
    embodied_ghg: compileFigure(row.embodied_ghg, column.embodied_ghg, sources),
    embodied_adpe: compileFigure(row.embodied_adpe, column.embodied_adpe, sources),
    embodied_primary_energy: compileFigure(row.embodied_primary_energy, column.embodied_primary_energy, sources),
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}

function orNull(raw: RawFigure | null, column: Column, sources: SourceLookup): Figure | null {
  return raw === null ? null : compileFigure(raw, column, sources);
}

const host = z.strictObject({
  ghg: z.number(),
  adpe: z.optional(z.number()),
  primary_energy: z.optional(z.number()),
  year: z.int(),
  source: text,
  note: z.optional(text),
});

export const serverRow = z.strictObject({
  id: text,
  name: text,
  accelerator: z.nullable(text),
  accelerators: z.int().check(z.minimum(0)),
  max_power: z.nullable(figure),
  measured_power: z.optional(figure),
  accelerator_power: z.optional(figure),
  host_average_power: z.optional(figure),
  embodied_ghg: figure,
  embodied_adpe: figure,
  embodied_primary_energy: figure,
  host_embodied: z.optional(z.array(host)),
  note: z.optional(text),
});

export interface ServerContext {
  readonly sources: SourceLookup;
  readonly hasAccelerator: (id: string) => boolean;
}

export function compileServer(row: z.infer<typeof serverRow>, { sources, hasAccelerator }: ServerContext): Server {
  if (row.accelerator !== null && !hasAccelerator(row.accelerator))
    throw new RowError(`unknown accelerator "${row.accelerator}"`);
  const column = columns.servers;
  return {
    id: row.id,
    name: row.name,
    accelerator: row.accelerator,
    accelerators: row.accelerators,
    max_power: orNull(row.max_power, column.max_power, sources),
    embodied_ghg: compileFigure(row.embodied_ghg, column.embodied_ghg, sources),
    embodied_adpe: compileFigure(row.embodied_adpe, column.embodied_adpe, sources),
    embodied_primary_energy: compileFigure(row.embodied_primary_energy, column.embodied_primary_energy, sources),
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}
