import type { identity, BoundPatient } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { consented } from '../_kernel/consented';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import type { Account } from '../_store/accounts';
import { catalogue } from '../_store/catalog';
import { patientIdOf } from '../_store/new-patient';
import { patients, type PatientRecord } from '../_store/patients';
import { bindingBar } from './binding-bar';
import { changeAccount } from './change-account';
import { findOrRegister } from './find-or-register';
import { historicalNumber, patientCard } from './me-view';
import { withBinding } from './new-binding';
import { personToBind, type PersonToBind } from './person-to-bind';

/** Binds oneself or a young child. Who is known already is only shown to the phone that is on file for them. */
export const bindPatient: UseCase<typeof identity.procedures.bindPatient> = async (input, context) => {
  const [account, hospital] = await Promise.all([signedInAccount(context), catalogue.current(context.now)]);
  if (!account) return refuse('SIGNED_OUT', null);
  // Before anybody is searched for or entered: a repeated tap must neither count as a guess nor leave a trace.
  const replay = replayOf(account.requests, input.requestId, bodyIndexOf('bindPatient', input));
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  if (!consented(account, hospital.rulePack.consent)) return refuse('CONSENT_MISSING', null);
  if (!account.phone || !account.phoneIndex) return refuse('PHONE_MISSING', null);
  const person = personToBind(input, hospital.rulePack, context.now);
  if (!person.ok) return person;
  if (replay === 'same') return boundBefore(account, person.value, context);

  const bar = bindingBar(account, person.value, hospital.rulePack);
  if (bar) return bar;
  const found = await findOrRegister(
    { person: person.value, visitedBefore: input.visitedBefore, account, hospital },
    context,
  );
  if (!found.ok) return found;

  const changed = await changeAccount({ procedure: 'bindPatient', input }, context, (latest) => {
    const refused = bindingBar(latest, person.value, hospital.rulePack);
    if (refused) return refused;
    const about = { patientId: found.value._id, role: 'patient', mandateId: null } as const;
    return { change: withBinding(latest, person.value, found.value, context.now), about };
  });
  return changed.ok ? accept(await boundPatient(changed.account, found.value, context)) : changed;
};

/** The same tap once more. The card may have been taken off since: then there is none to show. */
async function boundBefore(account: Account, person: PersonToBind, context: CallContext) {
  const record = await patients.findById(patientIdOf(person.normalized));
  const isBound = account.bindings.some(({ patientId }) => patientId === record?._id);
  return record && isBound ? accept(await boundPatient(account, record, context)) : refuse('NOT_FOUND', null);
}

async function boundPatient(
  account: Account,
  record: PatientRecord,
  context: CallContext,
): Promise<BoundPatient> {
  const binding = account.bindings.find((bound) => bound.patientId === record._id);
  if (!binding) throw new Error('A binding that was saved is missing');
  const patient = await patientCard(account, binding, context.now);
  if (record.outpatientNumbers.length < 2) return { state: 'bound', patient };
  const numbers = record.outpatientNumbers.map((number) => historicalNumber(record._id, number));
  return { state: 'choose-number', patient, numbers };
}
