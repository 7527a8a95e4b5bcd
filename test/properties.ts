import fc from 'fast-check';

// One seed for every property, so that a run on an unchanged tree always says the same. PROPERTY_SEED looks elsewhere:
//   for seed in $(seq 100); do PROPERTY_SEED=$seed SKIP_BUILD=1 npx vitest run || break; done
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_124) });
