import { join } from 'node:path';
import { FunctionProcess } from './function-process';
import { packedModules } from './packed-modules';
import { buildPrograms } from './program-cache';
import type { FunctionRuntime } from './runtime';
import { startWatchdog } from './watchdog-process';

/** Runs each instance in a child process that ends with this one, however this one ends. */
export function processRuntime(root: string): FunctionRuntime {
  const programs = buildPrograms(root);
  const watchdog = startWatchdog(programs.watchdog, root);
  const preload = join(root, 'node_modules', 'wx-server-sdk', 'index.js');
  const packs = new Map<number, string | undefined>();
  const packFor = (heapMegabytes: number): string | undefined => {
    if (!packs.has(heapMegabytes)) {
      const { packModules: program, folder } = programs;
      packs.set(heapMegabytes, packedModules({ module: preload, program, folder, heapMegabytes }));
    }
    return packs.get(heapMegabytes);
  };
  return {
    start: ({ environment, heapMegabytes, clockOffset }) => {
      const instance = new FunctionProcess({
        program: programs.functionProcess,
        directory: root,
        environment,
        heapMegabytes,
        settings: { clockOffset, preload, pack: packFor(heapMegabytes) },
      });
      watchdog.started(instance.pid);
      void instance.exited.then(() => watchdog.ended(instance.pid));
      return instance;
    },
    close: () => watchdog.stop(),
  };
}
