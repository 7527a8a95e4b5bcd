/** The build: src/data and src/method become the modules that the tool carries; then everything is bundled. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pack } from '../catalog/pack.ts';
import type { CatalogData } from '../catalog/types.ts';
import { jsonSchemas, scenarioInFull } from '../cli/json-schemas.ts';
import { bundle } from './bundle.ts';
import { catalogModule } from './catalog-module.ts';
import { compileData } from './compile-data.ts';
import { compileMethod, readMechanism } from './compile-method.ts';
import { compileRows } from './compile-rows.ts';
import { methodDocument } from './method-doc.ts';
import { scenarioDocument } from './scenario-doc.ts';
import { templateModule } from './template-module.ts';

const root = process.cwd();

/** Parsed YAML files of a folder by name. */
function readFolder(folder: string): [string, unknown][] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => [name, parse(readFileSync(join(root, folder, name), 'utf8'))]);
}

/** Wrong rows are told as such, without a stack: whoever adds a model reads this. */
function compiledData(): CatalogData {
  try {
    return compileData(
      Object.fromEntries(readFolder('src/data').map(([name, content]) => [name.slice(0, -'.yaml'.length), content])),
    );
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('src/data/')) throw error;
    console.error(`${error.message}\n\nNothing was built. docs/data.md says what a row needs.`);
    process.exit(1);
  }
}

const data = compiledData();
const packed = pack(data);
writeFileSync(join(root, 'src/catalog/compiled.ts'), catalogModule(packed));

const mechanisms = readFolder('src/method').map(([name, content]) => readMechanism(name, content));
const sources = new Set(data.sources.map((source) => source.id));
writeFileSync(join(root, 'src/engine/compiled.ts'), compileMethod(mechanisms, sources));
const rows = await compileRows(
  new Map(
    readdirSync(join(root, 'src/engine'))
      .filter((name) => name.endsWith('.as.ts'))
      .toSorted()
      .map((name) => [name, readFileSync(join(root, 'src/engine', name), 'utf8')]),
  ),
);
writeFileSync(join(root, 'src/engine/rows-wasm.ts'), rows);
mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(join(root, 'docs/method.md'), methodDocument(mechanisms, data));

writeFileSync(
  join(root, 'src/templates/compiled.ts'),
  templateModule((file) => readFileSync(join(root, 'src/templates', file), 'utf8')),
);

writeFileSync(join(root, 'docs/scenario.md'), scenarioDocument(scenarioInFull()));

mkdirSync(join(root, 'schema'), { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas)) {
  writeFileSync(join(root, 'schema', `${name}.json`), `${JSON.stringify(schema(), null, 2)}\n`);
}

await bundle(root, packed);
