#!/usr/bin/env node
// CommonJS, by the package.json beside it: the loader of modules would take a tenth of the start.
void require('../dist/boot.cjs').run(process);
