import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareAll, report } from './validate.ts';

const text = report(compareAll(process.cwd()));
writeFileSync(join(process.cwd(), 'docs/validation.md'), text);
process.stdout.write(text);
