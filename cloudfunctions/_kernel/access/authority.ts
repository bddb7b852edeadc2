import type { Role } from '@core/contract/access';

/** In what capacity a call is answered: the audit keeps it beside what was done. */
export interface Authority {
  readonly role: Role | 'anyone';
  /** Whose data it is about; null where no single person's. */
  readonly patientId: string | null;
  /** On whose books it goes: the caller's own account, or the patient's where somebody acts for them. */
  readonly holderId: string;
  /** The consent or assistance that allows it. */
  readonly mandateId: string | null;
  /** Which doctor the caller is. */
  readonly practitionerId: string | null;
}

/** Somebody who does no more than every visitor may. */
export const visitor = (accountId: string): Authority => ({
  role: 'anyone',
  patientId: null,
  holderId: accountId,
  mandateId: null,
  practitionerId: null,
});
