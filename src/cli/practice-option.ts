/** `--practice location,model`: which of the good practices. */
import { InvalidArgumentError, Option } from 'commander';
import type { TextName } from '../messages/help/option-words.ts';
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
    const hint = near === undefined ? `one of ${practiceIds.join(', ')}, or "all" or "none"` : `"${near}"?`;
    throw new InvalidArgumentError(
      `there is no practice "${name}": ${near === undefined ? hint : `did you mean ${hint}`}`,
    );
  });
}

export const practiceOption = (text: TextName): Option =>
  new Option('--practice <names>', text).argParser(practiceList);
