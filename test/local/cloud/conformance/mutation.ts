/** One behaviour taken away: in `file`, the one occurrence of `find` becomes `replace`; these checks must then fail. */
export interface Mutation {
  /** Path below local/cloud. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly expectFailing: readonly string[];
}
