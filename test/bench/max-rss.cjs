// Preloaded with --require: on exit, writes the peak memory of the process in kB to the file named in BENCH_RSS.
const { writeFileSync } = require('node:fs');
process.on('exit', () => writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS)));
