import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { page } from './page.ts';

const root = process.cwd();
const text = page(root);
writeFileSync(join(root, 'docs/validation.md'), text);
process.stdout.write(text);
