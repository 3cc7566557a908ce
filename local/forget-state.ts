import { rmSync } from 'node:fs';
import { LocalCloudError } from './aws/local-cloud-error.ts';
import { runningCloudEnv } from './aws/state-directory.ts';
import { statePaths } from './replay.ts';

/**
 * Removes what earlier runs left in a directory, and nothing else that may lie there.
 *
 * @throws LocalCloudError when a run is under way over it
 */
export function forgetState(dir: string): void {
  const paths = statePaths(dir);
  if ([paths.cloud, paths.live].some((each) => runningCloudEnv(each) !== undefined)) {
    throw new LocalCloudError(`${dir} is in use by another run: stop it, or choose another directory`);
  }
  for (const path of Object.values(paths)) rmSync(path, { recursive: true, force: true });
}
