import { accept, refuse, type Result } from '@core/domain/result';
import { MINUTE_MS } from '@core/domain/calendar-day';
import type { CallContext } from '../_kernel/call-context';
import type { Account } from '../_store/accounts';
import { attempts } from '../_store/attempts';
import { blindIndex } from '../_store/blind-index';
import type { Catalogue } from '../_store/catalog';
import { patientIdOf } from '../_store/new-patient';
import { patients, type PatientRecord } from '../_store/patients';
import { open } from '../_store/sealed-field';
import { phonePlace } from './me-view';
import type { PersonToBind } from './person-to-bind';
import { registerPerson } from './register-person';

interface Search {
  readonly person: PersonToBind;
  readonly visitedBefore: boolean;
  readonly account: Account;
  readonly hospital: Catalogue;
}

interface SearchRefusals {
  SEE_WINDOW: { readonly place: string; readonly hours: string };
  TOO_MANY_ATTEMPTS: { readonly retryAt: number };
}

/**
 * Finds the person in the register or enters them. Every search is counted before the register is asked, per caller and
 * per identity number, and taken back where it was rightful: what remains counted are guesses. Whether a person is
 * unknown, or known under another name or phone, the answer is one and the same.
 */
export async function findOrRegister(
  search: Search,
  context: CallContext,
): Promise<Result<PatientRecord, SearchRefusals>> {
  const subjects = [`account:${search.account._id}`, `identity:${search.person.normalized}`];
  const counted = await count(subjects, search.hospital, context.now);
  if (counted) return refuse('TOO_MANY_ATTEMPTS', counted);

  const record = await lookUp(search, context);
  if (!record) {
    const { windowPlace: place, windowHours: hours } = search.hospital.organization;
    return refuse('SEE_WINDOW', { place, hours });
  }
  await Promise.all(subjects.map((subject) => attempts.giveBack(subject)));
  return accept(record);
}

async function count([caller = '', person = '']: readonly string[], { rulePack }: Catalogue, now: number) {
  const perAccount = {
    maximum: rulePack.bindAttemptsPerAccount,
    windowMs: rulePack.bindAttemptWindowMinutes * MINUTE_MS,
  };
  const perIdentity = {
    maximum: rulePack.bindAttemptsPerIdentity,
    windowMs: rulePack.bindAttemptWindowMinutesPerIdentity * MINUTE_MS,
  };
  return (await attempts.take(caller, perAccount, now)) ?? (await attempts.take(person, perIdentity, now));
}

async function lookUp(
  { person, visitedBefore, account }: Search,
  context: CallContext,
): Promise<PatientRecord | null> {
  const known = await patients.findById(patientIdOf(person.normalized));
  if (known) return isOnFile(known, person, account) ? known : null;
  if (visitedBefore || !account.phone) return null;
  const entered = await registerPerson(person, open(account.phone, phonePlace(account._id)), context);
  return isOnFile(entered, person, account) ? entered : null;
}

/** The verified phone is the one on file, and the name is the same. */
const isOnFile = (record: PatientRecord, person: PersonToBind, account: Account): boolean =>
  record.phoneIndex === account.phoneIndex && record.nameIndex === blindIndex('name', person.name);
