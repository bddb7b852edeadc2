import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { FlagOutcome } from '@core/domain/visit/gate-rules';
import { replaceIfUnchanged, updateFieldsIfUnchanged, type Aggregate } from './aggregate';
import { Collection } from './collection';
import { open, type Sealed } from './sealed-field';

export interface ConsentRecord {
  readonly documentId: string;
  readonly version: string;
  readonly givenAt: number;
  readonly withdrawnAt: number | null;
}

/** A person this caller may act for. */
export interface Binding {
  readonly patientId: string;
  /** A relative is an adult who gave a consent: what it allows stands there, not here. */
  readonly relationship: 'self' | 'child' | 'relative';
  readonly boundAt: number;
  /** `BoundPerson` as JSON, sealed at field `binding:<patientId>`: what a booking must know of them in one read. */
  readonly person: Sealed;
  /** The outpatient number used for the next visit. */
  readonly defaultNumber: string;
}

export interface BoundPerson {
  readonly name: string;
  readonly maskedIdentityNumber: string;
  readonly birthDate: CalendarDay;
  readonly gender: 'male' | 'female';
}

/** An appointment that is not over, as small as the booking rules need it. */
export interface LiveAppointment {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly practitionerId: string;
  readonly departmentId: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  /** Until when an unpaid hold counts; null once booked. */
  readonly holdExpiresAt: number | null;
  /** When this entry was made: a retry of a call that broke off makes it anew. */
  readonly enteredAt: number;
}

/** A flag of the gate, as small as booking needs it. */
export interface KnownFlag {
  readonly patientId: string;
  readonly outcome: FlagOutcome;
  readonly until: number;
}

/** What the hospital keeps about one WeChat user. `_id` is the keyed fingerprint of the OPENID. */
export interface Account extends Aggregate {
  readonly signedIn: boolean;
  /** Sealed at field `phone`; verified by WeChat. */
  readonly phone: Sealed | null;
  readonly phoneIndex: string | null;
  readonly consents: readonly ConsentRecord[];
  readonly bindings: readonly Binding[];
  readonly defaultPatientId: string | null;
  /** Role grants whose code this user entered; each says itself whether it is in force. */
  readonly roleGrantIds: readonly string[];
  /** The one patient a volunteer is busy with; whether it still runs stands in the assistance. */
  readonly assistanceId: string | null;
  readonly live: readonly LiveAppointment[];
  /** Patients of this account whom the gate keeps away from ordinary clinics, so that booking need not ask elsewhere. */
  readonly flagged: readonly KnownFlag[];
  /** Instants at which unpaid holds lapsed, newest last. */
  readonly lapses: readonly number[];
}

const accountCollection = new Collection<Account>('accounts');

export const accounts = {
  findById: async (accountId: string): Promise<Account | null> => {
    const found = await accountCollection.findById(accountId);
    // Fields that accounts of earlier versions lack.
    return found && { ...newAccount(accountId), ...found };
  },
  /** @throws DuplicateKeyError where it exists. */
  insert: (account: Account) => accountCollection.insert(account),
  /** False where somebody changed it since it was read. */
  replace: (next: Account) => replaceIfUnchanged(accountCollection, next),
  /** Like `replace`, for some fields only. */
  replaceFields: (read: Account, fields: Partial<Omit<Account, '_id' | 'revision'>>) =>
    updateFieldsIfUnchanged(accountCollection, read, fields),
  /** False where somebody changed it since it was read. */
  remove: ({ _id, revision }: Pick<Account, '_id' | 'revision'>) =>
    accountCollection.removeIf(_id, { revision }),
};

/** A caller who has not done anything yet. WeChat's own sign-in is the sign-in, until the person signs out. */
export const newAccount = (accountId: string): Account => ({
  _id: accountId,
  revision: 0,
  signedIn: true,
  phone: null,
  phoneIndex: null,
  consents: [],
  bindings: [],
  defaultPatientId: null,
  roleGrantIds: [],
  assistanceId: null,
  live: [],
  flagged: [],
  lapses: [],
  requests: [],
  audit: [],
  outbox: [],
  outboxDueAt: null,
});

/** Where a binding's person is sealed. */
export const bindingPlace = (accountId: string, patientId: string) => ({
  documentId: accountId,
  field: `binding:${patientId}`,
});

/** Who a binding is about. @throws Error where it was sealed for another account or with another key. */
export const boundPerson = (accountId: string, { patientId, person }: Binding): BoundPerson =>
  JSON.parse(open(person, bindingPlace(accountId, patientId))) as BoundPerson;
