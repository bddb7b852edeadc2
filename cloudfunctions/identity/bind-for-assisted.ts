import type { identity } from '@core/contract/identity';
import { assistanceAllows } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { accounts } from '../_store/accounts';
import { assistances } from '../_store/assistances';
import { catalogue } from '../_store/catalog';
import { asVolunteer } from './as-volunteer';
import { assistanceView } from './assistance-view';
import { bindingBar } from './binding-bar';
import { changeAccount } from './change-account';
import { changeAssistance } from './change-assistance';
import { findOrRegister } from './find-or-register';
import { withBinding } from './new-binding';
import { assistedPerson } from './new-assistance';
import { ownPerson } from './person-to-bind';

/**
 * The volunteer types in the patient's card. It is bound in the patient's own account, by the phone that is verified there;
 * the volunteer's account stays out of it.
 */
export const bindForAssisted: UseCase<typeof identity.procedures.bindForAssisted> = async (
  input,
  context,
) => {
  const record = await assistances.findById(input.assistanceId);
  if (record?.volunteerAccountId !== context.caller.accountId) return refuse('NOT_FOUND', null);
  if (!assistanceAllows(record, 'bind', context.now)) return refuse('ASSISTANCE_OVER', null);
  const [holder, hospital] = await Promise.all([
    accounts.findById(record.holderAccountId),
    catalogue.current(context.now),
  ]);
  if (!holder?.signedIn) return refuse('ASSISTANCE_OVER', null);
  const acting = asVolunteer(record, context);
  const isRepeated = holder.requests.some(({ requestId }) => requestId === input.requestId);
  if (!isRepeated) {
    if (record.patientId !== null) return refuse('CARD_BOUND_ALREADY', null);
    if (!holder.phone) return refuse('PHONE_MISSING', null);
  }

  const person = ownPerson(input, context.now);
  if (!person.ok) return person;
  const { visitedBefore } = input;
  const found = await findOrRegister(
    { person: person.value, visitedBefore, account: holder, hospital },
    acting,
  );
  if (!found.ok) return found;
  // From here on it is known whose data it is, and the records say so.
  const known = asVolunteer({ ...record, patientId: found.value._id }, context);
  const bound = await changeAccount({ procedure: 'bindForAssisted', input }, known, (latest) => {
    const bar = bindingBar(latest, person.value, hospital.rulePack);
    if (bar?.error === 'SELF_ALREADY_BOUND') return refuse('CARD_BOUND_ALREADY', null);
    return bar ?? { change: withBinding(latest, person.value, found.value, context.now) };
  });
  if (!bound.ok) return bound;
  const { childBelowYears } = hospital.rulePack;
  const changed = await changeAssistance({ procedure: 'bindForAssisted', input }, known, (latest) => ({
    next: { ...latest, ...assistedPerson(bound.account, latest._id, { childBelowYears, now: context.now }) },
  }));
  return changed.ok ? accept(assistanceView(changed.document, context.now)) : changed;
};
