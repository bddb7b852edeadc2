import { setTimeout as pause } from 'node:timers/promises';
import { buildMiniProgram, type BuildOptions } from './build-all';
import { BuildFailure } from './build-failure';
import { rebuildFunctions } from './rebuild-functions';
import { sourceTimes, writeStamp } from './source-stamp';

export interface BuildChange {
  /** Whether dist/miniprogram was built anew. */
  readonly miniprogram: boolean;
  /** Names of the functions whose files are different now. */
  readonly functions: readonly string[];
}

export interface WatchOptions extends BuildOptions {
  onChange(change: BuildChange): Promise<void> | void;
  onProblems(problems: readonly string[]): void;
  /** Milliseconds between two looks at the sources. */
  readonly interval?: number;
}

export interface BuildWatch {
  close(): Promise<void>;
}

/**
 * Builds again what a changed source belongs to. It looks at times and sizes instead of asking the operating
 * system for events: recursive watching differs between systems and misses files that editors replace.
 */
export function watchBuild(options: WatchOptions): BuildWatch {
  const closed = new AbortController();
  const { signal } = closed;
  const watching = (async () => {
    let times = sourceTimes(options.root);
    for (;;) {
      await pause(options.interval ?? 300, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const latest = sourceTimes(options.root);
      const changed = differences(times, latest);
      times = latest;
      if (changed.length > 0) await rebuild(options, changed, latest);
    }
  })();
  return {
    async close() {
      closed.abort();
      await watching;
    },
  };
}

/** Paths that are new, changed or gone. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

async function rebuild(
  options: WatchOptions,
  changed: readonly string[],
  times: Map<string, string>,
): Promise<void> {
  try {
    const pages = await rebuildPages(options, changed);
    const functions = await rebuildFunctions(options, changed);
    const problems = [...pages.problems, ...functions.problems];
    if (problems.length > 0) options.onProblems(problems);
    else writeStamp(options.outDir, times);
    if (pages.built || functions.names.length > 0)
      await options.onChange({ miniprogram: pages.built, functions: functions.names });
  } catch (thrown) {
    options.onProblems([String(thrown)]);
  }
}

async function rebuildPages(
  options: BuildOptions,
  changed: readonly string[],
): Promise<{ built: boolean; problems: readonly string[] }> {
  if (!changed.some((file) => /^(miniprogram|core|local\/hospital)\//.test(file)))
    return { built: false, problems: [] };
  try {
    await buildMiniProgram(options);
    return { built: true, problems: [] };
  } catch (thrown) {
    if (!(thrown instanceof BuildFailure)) throw thrown;
    return { built: false, problems: thrown.problems };
  }
}
