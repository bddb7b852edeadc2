/** What a rule answers: a value, or a refusal with its code and the parameters that explain it. */
export type Result<T, R extends object = never> = Accepted<T> | Refusal<R>;

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

/** One member for each code of `R`, a map from refusal code to the type of its parameters. */
export type Refusal<R extends object> = {
  [Code in keyof R]: { readonly ok: false; readonly error: Code; readonly detail: R[Code] };
}[keyof R];

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });

/** A refusal is a value: it changes nothing and may be decided anew. */
export function refuse<const Code extends string, const Detail>(
  error: Code,
  detail: Detail,
): { readonly ok: false; readonly error: Code; readonly detail: Detail } {
  return { ok: false, error, detail };
}
