import type { Deployable } from './deployables';
import { bundleFunction, type FunctionBundle } from './function-bundle';

export interface BundledFunctions {
  readonly bundles: readonly FunctionBundle[];
  /** Names of the functions that could not be bundled. */
  readonly failed: readonly string[];
  readonly problems: readonly string[];
}

/** Bundles each function; every fault of every function is named. */
export async function bundleFunctions(
  root: string,
  deployables: readonly Deployable[],
): Promise<BundledFunctions> {
  const settled = await Promise.allSettled(deployables.map((deployable) => bundleFunction(root, deployable)));
  const failures = settled.flatMap((result, index) =>
    result.status === 'rejected'
      ? [{ name: deployables[index]?.name ?? '', reason: String(result.reason) }]
      : [],
  );
  return {
    bundles: settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    failed: failures.map(({ name }) => name),
    problems: failures.map(({ name, reason }) => `${name}: ${reason}`),
  };
}
