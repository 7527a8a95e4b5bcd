/** The tests that judge mutants of one room: no build, no command line, nothing that a mutant would wait for. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { rooms } from './rooms.mjs';

const room = rooms.find(({ name }) => name === process.env['MUTATION_ROOM']);

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: (room?.tests ?? []).map((name) => `test/${name}.test.ts`),
    setupFiles: ['test/properties.ts'],
    testTimeout: 30_000,
  },
});
