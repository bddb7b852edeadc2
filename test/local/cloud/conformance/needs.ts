/** Gives what only the local cloud has to a check that says it needs it; others could not run elsewhere. */
export function forLocal<T>(check: { readonly name: string; readonly needs?: 'local' }, value: T): T {
  if (check.needs !== 'local')
    throw new Error(`"${check.name}" uses what only the local cloud has: it must declare needs: 'local'`);
  return value;
}
