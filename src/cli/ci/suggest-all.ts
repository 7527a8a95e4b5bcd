/** Assesses scenarios to propose their budgets. */
import { suggest, type Suggestion } from '../../suggest.ts';
import { assessAll } from '../assess-all.ts';
import type { World } from '../world.ts';
import { openProject } from './project.ts';

export async function suggestAll(
  world: World,
  files: readonly string[],
  { config, catalog }: { readonly config?: string; readonly catalog?: string },
): Promise<readonly Suggestion[]> {
  const project = files.length > 0 ? undefined : openProject(world, [], config);
  const own = catalog ?? (project?.config.catalog ? project.shown(project.config.catalog) : undefined);
  const names = project ? project.files : files;
  const { assessments } = await assessAll(
    world,
    project ? project.files.map((name) => project.shown(name)) : files,
    own,
  );
  return assessments.map((assessment, index) => suggest(names[index] ?? assessment.scenario.file, assessment));
}
