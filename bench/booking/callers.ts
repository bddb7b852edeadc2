import {
  bindingPlace,
  newAccount,
  type Account,
  type BoundPerson,
} from '../../cloudfunctions/_store/accounts';
import { blindIndex } from '../../cloudfunctions/_store/blind-index';
import { patientIdOf } from '../../cloudfunctions/_store/new-patient';
import { seal } from '../../cloudfunctions/_store/sealed-field';
import { addDays, calendarDay } from '../../core/domain/calendar-day';
import { checkCharacterOf } from '../../core/domain/identity/identity-number';
import { maskIdentityNumber } from '../../core/domain/identity/mask';

/** A WeChat user of the bench: invented, agreed, with a verified phone and their own card bound. */
export interface Caller {
  readonly openid: string;
  readonly accountId: string;
  readonly patientId: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly account: Account;
}

interface Consent {
  readonly id: string;
  readonly version: string;
}

/** Region codes 99xxxx were never assigned, numbers beginning with 1990000 are no phones. */
const REGION = '990099';
const PHONE_PREFIX = '1990000';
const PER_DAY = 999;

/** The same callers for every side; needs the keys of the functions in the environment. */
export function inventCallers(count: number, consent: Consent, now: number): Caller[] {
  return Array.from({ length: count }, (_, index) => inventCaller(index, consent, now));
}

function inventCaller(index: number, consent: Consent, now: number): Caller {
  const openid = `oBench_${String(index).padStart(20, '0')}`;
  const accountId = blindIndex('account', openid);
  const birthDate = addDays(calendarDay('1980-01-01'), Math.floor(index / PER_DAY));
  const serial = String(1 + (index % PER_DAY)).padStart(3, '0');
  const first17 = `${REGION}${birthDate.replaceAll('-', '')}${serial}`;
  const identityNumber = first17 + checkCharacterOf(first17);
  const phone = `${PHONE_PREFIX}${String(index % 10_000).padStart(4, '0')}`;
  const patientId = patientIdOf(identityNumber);
  const person: BoundPerson = {
    name: '试验人',
    maskedIdentityNumber: maskIdentityNumber(identityNumber),
    birthDate,
    gender: Number(serial) % 2 === 1 ? 'male' : 'female',
  };
  const account: Account = {
    ...newAccount(accountId),
    revision: 3,
    phone: seal(phone, { documentId: accountId, field: 'phone' }),
    phoneIndex: blindIndex('phone', phone),
    consents: [{ documentId: consent.id, version: consent.version, givenAt: now, withdrawnAt: null }],
    bindings: [
      {
        patientId,
        relationship: 'self',
        boundAt: now,
        person: seal(JSON.stringify(person), bindingPlace(accountId, patientId)),
        defaultNumber: `YX${String(index).padStart(8, '0')}`,
      },
    ],
    defaultPatientId: patientId,
  };
  return { openid, accountId, patientId, name: person.name, identityNumber, phone, account };
}
