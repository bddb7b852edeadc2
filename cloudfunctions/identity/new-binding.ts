import { maskIdentityNumber } from '@core/domain/identity/mask';
import { bindingPlace, type Account, type Binding, type BoundPerson } from '../_store/accounts';
import type { PatientRecord } from '../_store/patients';
import { seal } from '../_store/sealed-field';
import { withFlag } from './known-flags';
import type { PersonToBind } from './person-to-bind';

/**
 * A person's card in an account, by the number of their last visit; nothing where it is there already. A card that was only
 * a relative's, or a grown child's, gives way to the better right.
 */
export function withBinding(
  account: Account,
  person: PersonToBind,
  record: PatientRecord,
  now: number,
): Partial<Account> {
  const before = account.bindings.find((bound) => bound.patientId === record._id);
  if (before?.relationship === 'self' || before?.relationship === person.relationship) return {};
  const others = account.bindings.filter((bound) => bound !== before);
  return {
    bindings: [...others, newBinding(account._id, person, record, now)],
    defaultPatientId: account.defaultPatientId ?? record._id,
    flagged: withFlag(account.flagged, record._id, record.flagged ?? null),
  };
}

export function newBinding(
  accountId: string,
  person: PersonToBind,
  record: PatientRecord,
  now: number,
): Binding {
  const known: BoundPerson = {
    name: person.name,
    maskedIdentityNumber: maskIdentityNumber(person.normalized),
    birthDate: person.birthDate,
    gender: person.gender,
  };
  const latest = [...record.outpatientNumbers].sort((a, b) =>
    (a.lastVisit ?? '') < (b.lastVisit ?? '') ? 1 : -1,
  );
  return {
    patientId: record._id,
    relationship: person.relationship,
    boundAt: now,
    person: seal(JSON.stringify(known), bindingPlace(accountId, record._id)),
    defaultNumber: latest[0]?.number ?? '',
  };
}
