/** `--fail-on not-worth-it,redesign`: the verdicts that break a build. */
import { InvalidArgumentError, Option } from 'commander';
import { said } from './described.ts';
import { verdictCodes, type VerdictCode } from '../assessment.ts';
import { nearestNames } from '../catalog/nearest.ts';

function verdictList(written: string): readonly VerdictCode[] {
  return written.split(',').map((name) => {
    const found = verdictCodes.find((code) => code === name.trim());
    if (found) return found;
    const [near] = nearestNames(name, verdictCodes);
    const hint = near === undefined ? `one of ${verdictCodes.join(', ')}` : `did you mean "${near}"?`;
    throw new InvalidArgumentError(`there is no verdict "${name}": ${hint}`);
  });
}

export const failOnOption = (): Option =>
  new Option('--fail-on <verdicts>', said('assess --fail-on')).argParser(verdictList);
