/** The room of the catalogue: what other rooms may use. `extend.ts` is imported on demand, it brings the schemas with it. */
export { defaultCatalog } from './load.ts';
export { createCatalog, type Catalog } from './lookup.ts';
export { nearestNames } from './nearest.ts';
export type * from './types.ts';
