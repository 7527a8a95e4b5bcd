// Preloaded with --require: on exit, writes what the process used (time of all cores, peak memory) to the file named in BENCH_USAGE.
const { writeFileSync } = require('node:fs');
process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));
