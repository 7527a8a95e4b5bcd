/** `--practice location,model`: which of the good practices. */
import { InvalidArgumentError, Option } from 'commander';
import { practiceIds, type PracticeId } from '../assessment.ts';
import { nearestNames } from '../catalog/nearest.ts';

/** `location,model`, `all`, or `none`. */
function practiceList(written: string): readonly PracticeId[] {
  if (written === 'none') return [];
  if (written === 'all') return practiceIds;
  return written.split(',').map((name) => {
    const found = practiceIds.find((id) => id === name.trim());
    if (found) return found;
    const [near] = nearestNames(name, practiceIds);
    const hint = near === undefined ? `one of ${practiceIds.join(', ')}, or "none"` : `"${near}"?`;
    throw new InvalidArgumentError(
      `there is no practice "${name}": ${near === undefined ? hint : `did you mean ${hint}`}`,
    );
  });
}

export function practiceOption(what: string, otherwise: 'all' | 'none'): Option {
  const names = practiceIds.join(', ');
  return new Option('--practice <names>', `${what}, of ${names}; "all" or "none" (default: ${otherwise})`).argParser(
    practiceList,
  );
}
