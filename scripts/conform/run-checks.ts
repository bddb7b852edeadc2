import type { SuiteCheck } from '../../test/local/cloud/conformance/suite';

/** How a check went; `error` is why it failed. */
export interface CheckResult {
  readonly check: SuiteCheck;
  readonly error?: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** Runs checks one after the other and prints a line for each group, and what failed under it. */
export async function runChecks(
  checks: readonly SuiteCheck[],
  run: (name: string) => Promise<void>,
  print: (line: string) => void,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const group of new Set(checks.map((check) => check.group))) {
    const startedAt = performance.now();
    const found: CheckResult[] = [];
    for (const check of checks.filter((one) => one.group === group)) found.push(await runOne(check, run));
    results.push(...found);
    const passed = found.filter(({ error }) => error === undefined).length;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    print(
      `${passed === found.length ? 'ok    ' : 'FAILED'} ${group.padEnd(28)} ${passed} of ${found.length}  ${seconds} s`,
    );
    for (const { check, error } of found)
      if (error !== undefined)
        print(`         ${check.name}\n           source: ${check.source}\n           ${error}`);
  }
  return results;
}

async function runOne(check: SuiteCheck, run: (name: string) => Promise<void>): Promise<CheckResult> {
  const startedAt = performance.now();
  const took = (): number => performance.now() - startedAt;
  try {
    await run(check.name);
    return { check, ms: took() };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { check, ms: took(), error: text.replaceAll('\n', '\n           ') };
  }
}
