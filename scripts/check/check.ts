/** What a check found: `summary` when all is well, else what to mend. */
export type Finding =
  { readonly ok: true; readonly summary: string } | { readonly ok: false; readonly problems: string };

export interface Check {
  readonly name: string;
  run(root: string): Promise<Finding>;
}

/** Fine when there is no problem. */
export const findingOf = (problems: readonly string[], summary: string): Finding =>
  problems.length === 0 ? { ok: true, summary } : { ok: false, problems: problems.join('\n') };
