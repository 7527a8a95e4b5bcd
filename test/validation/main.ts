import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareAll, report } from './validate.ts';
import { compareWork, workReport } from './work.ts';

const root = process.cwd();
const text = report(compareAll(root)) + workReport(compareWork(root));
writeFileSync(join(root, 'docs/validation.md'), text);
process.stdout.write(text);
