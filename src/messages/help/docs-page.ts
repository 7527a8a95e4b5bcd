/** Pages of docs/, which the package does not ship: where they are read. */
import { docs } from '../../errors.ts';

export const docsPages = (...names: readonly string[]): { readonly links: readonly string[] } => ({
  links: names.map((name) => `${docs}/${name}.md`),
});
