import type { HistoricalNumber, Me, PatientCard } from '@core/contract/identity';
import { maskName, maskOutpatientNumber, maskPhone } from '@core/domain/identity/mask';
import { ageOn, dayOf } from '@core/domain/calendar-day';
import { cardCapacity } from '../_kernel/access/card-capacity';
import { rolesInForce } from '../_kernel/access/roles';
import type { CallContext } from '../_kernel/call-context';
import { consented } from '../_kernel/consented';
import { boundPerson, type Account, type Binding } from '../_store/accounts';
import { blindIndex } from '../_store/blind-index';
import type { RulePack } from '../_store/catalog';
import { patients, type OutpatientNumber } from '../_store/patients';
import { open } from '../_store/sealed-field';
import { actingFor } from './acting-for';
import { cardStanding } from './card-standing';

/**
 * The caller as their own phone shows them; each card in it is looked at. Without sign-in or consent nothing personal is in
 * it.
 */
export async function meView(account: Account, rulePack: RulePack, context: CallContext): Promise<Me> {
  const me = await shownMe(account, rulePack, context.now);
  for (const { patientId } of me.patients) context.viewed(patientId, cardCapacity(account, patientId));
  const helped = me.acting?.patient;
  if (helped) context.viewed(helped.patientId, { role: 'volunteer', mandateId: me.acting.assistanceId });
  return me;
}

async function shownMe(account: Account, rulePack: RulePack, now: number): Promise<Me> {
  const agreed = account.signedIn && consented(account, rulePack.consent);
  const roles = await rolesInForce(account, now);
  const current = account.consents.filter((consent) => consent.withdrawnAt === null).at(-1);
  return {
    signedIn: account.signedIn,
    consentWanted: consented(account, rulePack.consent) ? null : rulePack.consent,
    consentGivenAt: agreed ? (current?.givenAt ?? null) : null,
    maskedPhone: agreed && account.phone ? maskPhone(open(account.phone, phonePlace(account._id))) : null,
    patients: agreed
      ? await Promise.all(account.bindings.map((binding) => patientCard(account, binding, now)))
      : [],
    roles: roles.map(({ role, practitionerId, label }) => ({
      role,
      practitionerId,
      label,
    })),
    acting: await actingFor(account, roles, now),
    childBelowYears: rulePack.childBelowYears,
  };
}

export const phonePlace = (accountId: string) => ({ documentId: accountId, field: 'phone' });

/**
 * A bound person's card, with all the numbers the hospital knows them by; of a card that is over, none but the masked one.
 */
export async function patientCard(account: Account, binding: Binding, now: number): Promise<PatientCard> {
  const { patientId, relationship, defaultNumber } = binding;
  const person = boundPerson(account._id, binding);
  const [record, standing] = await Promise.all([
    patients.findById(patientId),
    cardStanding(account._id, binding, now),
  ]);
  const numbers = standing.mayAct ? (record?.outpatientNumbers ?? []) : [];
  const others = numbers.filter(({ number }) => number !== defaultNumber);
  return {
    patientId,
    maskedName: maskName(person.name),
    maskedIdentityNumber: person.maskedIdentityNumber,
    relationship,
    ...standing,
    gender: person.gender,
    ageYears: ageOn(person.birthDate, dayOf(now)),
    isDefault: account.defaultPatientId === patientId,
    outpatientNumber: standing.mayAct ? defaultNumber : maskOutpatientNumber(defaultNumber),
    otherNumbers: others.map((number) => historicalNumber(patientId, number)),
  };
}

export const historicalNumber = (
  patientId: string,
  { number, lastVisit }: OutpatientNumber,
): HistoricalNumber => ({
  reference: numberReference(patientId, number),
  maskedNumber: maskOutpatientNumber(number),
  lastVisit,
});

export const numberReference = (patientId: string, number: string): string =>
  blindIndex('number', `${patientId}\n${number}`);
