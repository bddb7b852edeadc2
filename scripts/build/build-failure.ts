/** Everything that is wrong with the sources, one sentence each. What could be built is in dist all the same. */
export class BuildFailure extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'BuildFailure';
    this.problems = problems;
  }
}

/** Ends the build when something was found; each sentence once, in a stable order. */
export function failOn(problems: readonly string[]): void {
  if (problems.length > 0) throw new BuildFailure([...new Set(problems)].sort());
}
