import { ALL_MUTATIONS } from '../../test/local/cloud/conformance/trials';
import { runTrials } from './run-trials';

/**
 * Runs the mutations that name one of these checks and prints what they say. True when each of the checks
 * was seen to fail and none passed without its behaviour.
 */
export async function runMutations(
  names: ReadonlySet<string>,
  print: (line: string) => void,
): Promise<boolean> {
  const startedAt = performance.now();
  const indexes = ALL_MUTATIONS.flatMap(({ expectFailing }, index) =>
    expectFailing.some((name) => names.has(name)) ? [index] : [],
  );
  const results = await runTrials(indexes);
  const problems: string[] = [];
  const shown = new Set<string>();
  for (const { index, passing, problem } of results) {
    const { file = '', find = '', expectFailing = [] } = ALL_MUTATIONS[index] ?? {};
    if (problem !== undefined) problems.push(`${file}: ${problem}`);
    else for (const name of expectFailing) if (!passing.includes(name)) shown.add(name);
    for (const name of passing) problems.push(`still passes without ${file}: ${find} → ${name}`);
  }
  const unshown = [...names].filter((name) => !shown.has(name));
  problems.push(...unshown.map((name) => `no mutation makes this check fail: ${name}`));
  for (const problem of problems) print(`         ${problem}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const counts = `${results.length} mutations, ${names.size - unshown.length} of ${names.size} checks shown to fail`;
  print(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${counts}  ${seconds} s`);
  return problems.length === 0;
}
