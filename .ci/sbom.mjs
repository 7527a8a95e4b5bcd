// The parts that are installed with the package, in CycloneDX: `npm sbom` without what only the development needs.
// `npm sbom --omit dev` would also leave out what both need, so its list is filtered here, by npm's own mark. The time and the serial
// number of the run are left out: they say nothing of the parts, and the same lock gives the same bytes without them.
import { execFileSync } from 'node:child_process';

const whole = JSON.parse(
  execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  }),
);
const isTool = ({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:development');
const components = whole.components.filter((component) => !isTool(component));
const kept = new Set([whole.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
const dependencies = whole.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
const { timestamp: _time, ...metadata } = whole.metadata;
const { serialNumber: _serial, ...list } = whole;
// npm takes the name of the folder.
metadata.component = { ...metadata.component, name: 'ai-footprint' };
process.stdout.write(`${JSON.stringify({ ...list, metadata, components, dependencies }, null, 2)}\n`);
