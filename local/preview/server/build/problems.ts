/** Collects every fault of a build, so that a person sees all of them at once. */
export class Problems {
  readonly list: string[] = [];

  /** `file` is relative to the mini program; `line` counts from 1. */
  add(file: string, message: string, line?: number): void {
    const place = line === undefined ? file : `${file}:${line}`;
    const text = `${place}  ${message}`;
    if (!this.list.includes(text)) this.list.push(text);
  }

  throwIfAny(): void {
    if (this.list.length > 0) throw new PreviewBuildError(this.list);
  }
}

/** The mini program cannot be shown; `problems` has one line per fault, each with its file. */
export class PreviewBuildError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The mini program cannot be shown:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'PreviewBuildError';
  }
}
