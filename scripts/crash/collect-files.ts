import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * The driver gives a file back only when its statements have been collected as garbage: whoever opens thousands of
 * files must see to that before the system has no more of them.
 */
export function fileCollector(): () => Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return async () => {
    collect();
    // What was collected is given back in a later turn of the event loop.
    await new Promise(setImmediate);
  };
}
