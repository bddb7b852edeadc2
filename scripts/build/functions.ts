import type { Deployable } from './deployables';
import { bundleFunction, type FunctionBundle } from './function-bundle';

export interface BundledFunctions {
  readonly bundles: readonly FunctionBundle[];
  readonly problems: readonly string[];
}

/** Bundles each function; every fault of every function is named. */
export async function bundleFunctions(
  root: string,
  deployables: readonly Deployable[],
): Promise<BundledFunctions> {
  const settled = await Promise.allSettled(deployables.map((deployable) => bundleFunction(root, deployable)));
  return {
    bundles: settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    problems: settled.flatMap((result, index) =>
      result.status === 'rejected' ? [`${deployables[index]?.name ?? ''}: ${String(result.reason)}`] : [],
    ),
  };
}
