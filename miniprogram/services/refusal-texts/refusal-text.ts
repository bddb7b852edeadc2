/** What the button of a refusal does. Pages follow it with `followAction`. */
export type ActionKind =
  | 'retry'
  | 'sign-in'
  | 'consent'
  | 'bind'
  | 'call'
  | 'departments'
  | 'appointment'
  | 'visits'
  | 'home'
  /** The pass of the day: where to go, or what to fill in. */
  | 'pass'
  | 'tasks'
  | 'back'
  | 'dismiss';

/** A refusal in plain words: what it is, why, and what to do now. */
export interface RefusalText {
  readonly title: string;
  readonly reason: string;
  readonly next: string;
  readonly action: { readonly label: string; readonly kind: ActionKind } | null;
}

/** One text for each code of `R`, told its parameters. */
export type TextsFor<R extends object> = {
  readonly [Code in keyof R]: (detail: R[Code]) => RefusalText;
};
