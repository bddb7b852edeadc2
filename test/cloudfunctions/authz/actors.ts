import {
  SCOPES,
  STAFF_ROLES,
  VOLUNTEER_SCOPES,
  type Scope,
  type StaffRole,
  type VolunteerScope,
} from '@core/contract/access';

/** Whose object it is: that of the patient everybody asks about, or of somebody else. */
export type Whose = 'own' | 'other';

export interface RoleFact {
  readonly role: StaffRole;
  /** Which of the two doctors; null for other roles. */
  readonly doctor: 'hers' | 'another' | null;
  readonly state: 'in-force' | 'revoked' | 'expired' | 'of-another-account';
}

/** Everything about a caller that could let them in. */
export interface Actor {
  readonly name: string;
  readonly card?: Whose;
  /** A child's card of the patient everybody asks about: young enough for a guardian, or not any more. */
  readonly guards?: 'young' | 'grown';
  readonly consent?: {
    readonly scopes: readonly Scope[];
    readonly state: 'in-force' | 'not-yet' | 'expired' | 'revoked';
  };
  readonly assistance?: {
    readonly whose: Whose;
    readonly purposes: readonly VolunteerScope[];
    readonly state: 'running' | 'asked' | 'expired' | 'left' | 'ended' | 'of-another-volunteer';
  };
  readonly roles: readonly RoleFact[];
  readonly signedOut?: true;
}

const role = (
  name: StaffRole,
  state: RoleFact['state'] = 'in-force',
  doctor: RoleFact['doctor'] = null,
): RoleFact => ({
  role: name,
  doctor: doctor ?? (name === 'doctor' ? 'hers' : null),
  state,
});

const relatives: Actor[] = [
  ...(['in-force', 'not-yet', 'expired', 'revoked'] as const).map((state): Actor => ({
    name: `relative, consent ${state}`,
    consent: { scopes: SCOPES, state },
    roles: [],
  })),
  ...SCOPES.map((scope): Actor => ({
    name: `relative for ${scope} only`,
    consent: { scopes: [scope], state: 'in-force' },
    roles: [],
  })),
];

const helping = (
  state: NonNullable<Actor['assistance']>['state'],
  change: Partial<NonNullable<Actor['assistance']>> = {},
): NonNullable<Actor['assistance']> => ({ whose: 'own', purposes: VOLUNTEER_SCOPES, state, ...change });

const volunteers: Actor[] = [
  ...(['running', 'asked', 'expired', 'left', 'ended', 'of-another-volunteer'] as const).map(
    (state): Actor => ({
      name: `volunteer, assistance ${state}`,
      assistance: helping(state),
      roles: [role('volunteer')],
    }),
  ),
  ...VOLUNTEER_SCOPES.map((scope): Actor => ({
    name: `volunteer for ${scope} only`,
    assistance: helping('running', { purposes: [scope] }),
    roles: [role('volunteer')],
  })),
  {
    name: 'volunteer of somebody else',
    assistance: helping('running', { whose: 'other' }),
    roles: [role('volunteer')],
  },
  {
    name: 'volunteer whose role was taken back',
    assistance: helping('running'),
    roles: [role('volunteer', 'revoked')],
  },
  { name: 'volunteer without an assistance', roles: [role('volunteer')] },
];

const staff: Actor[] = STAFF_ROLES.flatMap((name) =>
  (['in-force', 'revoked', 'expired', 'of-another-account'] as const).map((state): Actor => ({
    name: `${name}, role ${state}`,
    roles: [role(name, state)],
  })),
);

/** Everybody who might try. */
export const ACTORS: readonly Actor[] = [
  { name: 'stranger', roles: [] },
  { name: 'patient', card: 'own', roles: [] },
  { name: 'another patient', card: 'other', roles: [] },
  { name: 'guardian of a child', guards: 'young', roles: [] },
  { name: 'guardian of a child who has grown up', guards: 'grown', roles: [] },
  ...relatives,
  ...volunteers,
  ...staff,
  { name: 'another doctor', roles: [role('doctor', 'in-force', 'another')] },
  { name: 'nurse who signed out', roles: [role('nurse')], signedOut: true },
  { name: 'patient who is a nurse too', card: 'own', roles: [role('nurse')] },
];
