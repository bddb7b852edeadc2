import { ALL_MUTATIONS } from '../../test/local/cloud/conformance/trials';
import type { CheckResult } from './run-checks';
import { runTrials } from './run-trials';

// A check that takes longer than this without its behaviour, or much longer than with it, has failed.
const LEAST_PATIENCE_MS = 1500;
const PATIENCE_FACTOR = 8;

/**
 * Runs the mutations that name one of these checks, which all passed, and prints what they say. True when each of the
 * checks was seen to fail and none passed without its behaviour.
 */
export async function runMutations(
  results: readonly CheckResult[],
  print: (line: string) => void,
): Promise<boolean> {
  const startedAt = performance.now();
  const durations = new Map(results.map(({ check, ms }) => [check.name, ms]));
  const names = [...durations.keys()];
  const requests = ALL_MUTATIONS.flatMap(({ expectFailing }, index) => {
    if (!expectFailing.some((name) => durations.has(name))) return [];
    const longest = Math.max(...expectFailing.map((name) => durations.get(name) ?? 0));
    return [{ index, patience: Math.max(LEAST_PATIENCE_MS, PATIENCE_FACTOR * longest) }];
  });
  const trials = await runTrials(requests);
  const problems: string[] = [];
  const shown = new Set<string>();
  for (const { index, passing, problem } of trials) {
    const { file = '', find = '', expectFailing = [] } = ALL_MUTATIONS[index] ?? {};
    if (problem !== undefined) problems.push(`${file}: ${problem}`);
    else for (const name of expectFailing) if (!passing.includes(name)) shown.add(name);
    for (const name of passing) problems.push(`still passes without ${file}: ${find} → ${name}`);
  }
  const unshown = names.filter((name) => !shown.has(name));
  problems.push(...unshown.map((name) => `no mutation makes this check fail: ${name}`));
  for (const problem of problems) print(`         ${problem}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const counts = `${trials.length} mutations, ${names.length - unshown.length} of ${names.length} checks shown to fail`;
  print(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${counts}  ${seconds} s`);
  return problems.length === 0;
}
