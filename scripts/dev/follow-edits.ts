import type { LocalCloud } from '../../local/cloud/index';
import type { Preview } from '../../local/preview/server/index';
import type { BuildOptions } from '../build/build-all';
import { watchBuild, type BuildChange, type BuildWatch } from '../build/watch-build';

export interface Followed extends BuildOptions {
  readonly cloud: LocalCloud;
  readonly preview: Preview;
  /** A line for the developer: what was taken over, or what is wrong with an edit. */
  readonly say: (line: string) => void;
  /** Milliseconds between two looks at the sources. */
  readonly interval?: number;
}

/** Takes edits over while everything runs: pages reload, functions are swapped after their current event. */
export function followEdits({ cloud, preview, say, ...options }: Followed): BuildWatch {
  const takeOver = async ({ miniprogram, functions }: BuildChange): Promise<void> => {
    for (const name of functions) cloud.host.reload(name);
    if (functions.length > 0) say(`swapped ${functions.join(', ')}`);
    if (!miniprogram) return;
    await preview.rebuild();
    say('reloaded the pages');
  };
  return watchBuild({
    ...options,
    onChange: takeOver,
    onProblems: (problems) => {
      for (const problem of problems) say(problem);
    },
  });
}
