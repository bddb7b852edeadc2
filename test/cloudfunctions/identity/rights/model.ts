/** Who is walked about: one patient, and three who may or may not see something of the patient. */
export type Who = 'patient' | 'relative' | 'helper' | 'nurse';

/** What the rules go by. */
export interface Rights {
  now: number;
  readonly signedIn: Record<Who, boolean>;
  /** Who agreed to the hospital's own document and has not taken it back. */
  readonly agreed: Record<'patient' | 'relative', boolean>;
  readonly role: Record<'helper' | 'nurse', boolean>;
  /** What the relative's card allows; null where there is no card. */
  consent: { readonly scopes: readonly string[]; readonly until: number } | null;
  help: { readonly purposes: readonly string[]; readonly until: number; seenAt: number } | null;
}

/** A volunteer's phone may be out of sight for as long. */
const AWAY_MS = 20 * 60_000;

/** What is allowed, said once more and without the server's code: the walk compares every answer with it. */
export const may = {
  patient: ({ signedIn, agreed }: Rights): boolean => signedIn.patient && agreed.patient,
  relative: ({ now, signedIn, agreed, consent }: Rights, scope?: string): boolean =>
    signedIn.relative &&
    agreed.relative &&
    consent !== null &&
    now < consent.until &&
    (scope === undefined || consent.scopes.includes(scope)),
  helper: ({ now, signedIn, role, help }: Rights, purpose?: string): boolean =>
    signedIn.helper &&
    role.helper &&
    help !== null &&
    now < Math.min(help.until, help.seenAt + AWAY_MS) &&
    (purpose === undefined || help.purposes.includes(purpose)),
  nurse: ({ signedIn, role }: Rights): boolean => signedIn.nurse && role.nurse,
};
