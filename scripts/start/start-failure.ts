/** Why the hospital cannot start, in lines for the person who started it. Nothing is left running. */
export class StartFailure extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'StartFailure';
    this.lines = lines;
  }
}

/** Hands a failure on as a line for the person; a StartFailure stays as it is. */
export function asStartFailure(thrown: unknown): StartFailure {
  if (thrown instanceof StartFailure) return thrown;
  return new StartFailure([thrown instanceof Error ? thrown.message : String(thrown)]);
}
