import type { ActingFor, PatientCard } from '@core/contract/identity';
import { ageOn, dayOf } from '@core/domain/calendar-day';
import { assistanceState } from '@core/domain/identity/assistance';
import { maskName, maskOutpatientNumber } from '@core/domain/identity/mask';
import { grantOf } from '../_kernel/access/roles';
import { accounts, boundPerson, type Account, type Binding } from '../_store/accounts';
import { assistances, type AssistanceRecord } from '../_store/assistances';
import type { RoleGrant } from '../_store/role-grants';

/** The patient whom the caller helps as a volunteer just now, with everything masked; null where there is none. */
export async function actingFor(
  account: Account,
  roles: readonly RoleGrant[],
  now: number,
): Promise<ActingFor | null> {
  if (account.assistanceId === null || !account.signedIn || !grantOf(roles, 'volunteer')) return null;
  const assistance = await assistances.findById(account.assistanceId);
  if (assistance?.volunteerAccountId !== account._id) return null;
  if (assistanceState(assistance, now) !== 'running' || assistance.expiresAt === null) return null;
  const { _id: assistanceId, purposes, expiresAt } = assistance;
  return { assistanceId, purposes, expiresAt, patient: await assistedCard(assistance, now) };
}

async function assistedCard(
  { patientId, holderAccountId, purposes, _id, expiresAt }: AssistanceRecord,
  now: number,
): Promise<PatientCard | null> {
  const holder = patientId === null ? null : await accounts.findById(holderAccountId);
  const binding = holder?.bindings.find((one) => one.patientId === patientId);
  if (!holder || !binding) return null;
  return {
    ...maskedCard(holder._id, binding, now),
    relationship: 'assisted',
    mayAct: true,
    consent: { consentId: _id, scopes: purposes, until: expiresAt ?? now },
    isDefault: true,
  };
}

/** A card for somebody else's eyes: not even the outpatient number in full. */
function maskedCard(accountId: string, binding: Binding, now: number) {
  const person = boundPerson(accountId, binding);
  return {
    patientId: binding.patientId,
    maskedName: maskName(person.name),
    maskedIdentityNumber: person.maskedIdentityNumber,
    gender: person.gender,
    ageYears: ageOn(person.birthDate, dayOf(now)),
    outpatientNumber: maskOutpatientNumber(binding.defaultNumber),
    otherNumbers: [],
  };
}
