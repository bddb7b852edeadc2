import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts, newAccount, type Account } from '../_store/accounts';
import { blindIndex } from '../_store/blind-index';
import { catalogue } from '../_store/catalog';
import { patientIdOf } from '../_store/new-patient';
import { patients, type PatientRecord } from '../_store/patients';
import { seal } from '../_store/sealed-field';
import { insertedFirst } from '../_store/inserted-first';
import { windowAccountIdOf } from '../_store/window-account';
import { phonePlace } from './me-view';
import { withBinding } from './new-binding';
import type { PersonToBind } from './person-to-bind';
import { registerPerson } from './register-person';

interface Shown {
  readonly person: PersonToBind;
  readonly phone: string;
}

/** Finds the person whose card was shown, or enters them, with the account on which a volunteer acts for them. */
export async function windowHolder({ person, phone }: Shown, context: CallContext) {
  const known = await patients.findById(patientIdOf(person.normalized));
  const record = known ?? (await registerPerson(person, phone, context));
  const phoneIndex = blindIndex('phone', phone);
  if (record.nameIndex !== blindIndex('name', person.name) || record.phoneIndex !== phoneIndex) {
    return refuse('PERSON_MISMATCH', null);
  }
  return accept(await holderOf(record, { person, phone }, context));
}

async function holderOf(
  record: PatientRecord,
  { person, phone }: Shown,
  context: CallContext,
): Promise<Account> {
  const { rulePack } = await catalogue.current(context.now);
  const _id = windowAccountIdOf(record._id);
  const { id: documentId, version } = rulePack.consent;
  return untilSaved(async () => {
    const found = await accounts.findById(_id);
    const isAgreed = found?.consents.some((one) => one.documentId === documentId && one.version === version);
    if (found && isAgreed) return found;
    const account = found ?? newAccount(_id);
    const agreed = { documentId, version, givenAt: context.now, withdrawnAt: null };
    const next: Account = {
      ...account,
      phone: seal(phone, phonePlace(_id)),
      phoneIndex: blindIndex('phone', phone),
      consents: [...account.consents, agreed],
      ...withBinding(account, person, record, context.now),
      audit: [...account.audit, { ...audited(context, 'identity.openWindowAccount'), patientId: record._id }],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    if (found) return (await accounts.replace(next)) ? next : CHANGED;
    return (await insert(next)) ? next : CHANGED;
  });
}

const insert = (account: Account): Promise<boolean> => insertedFirst(accounts.insert(account));
