import { buildAll, type BuildOptions } from '../build/build-all';
import { BuildFailure } from '../build/build-failure';
import { isFresh } from '../build/source-stamp';
import { StartFailure } from './start-failure';

/** Builds unless dist was made from the sources as they are. Says whether it built. */
export async function ensureBuilt(options: BuildOptions): Promise<boolean> {
  if (isFresh(options.root, options.outDir)) return false;
  try {
    await buildAll(options);
    return true;
  } catch (thrown) {
    if (thrown instanceof BuildFailure) throw new StartFailure(['The build failed:', ...thrown.problems]);
    throw thrown;
  }
}
