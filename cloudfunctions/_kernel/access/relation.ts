import type { Scope, VolunteerScope } from '@core/contract/access';
import { dayOf } from '@core/domain/calendar-day';
import { assistanceAllows } from '@core/domain/identity/assistance';
import { consentAllows } from '@core/domain/identity/consent';
import { guardianshipHolds } from '@core/domain/identity/guardianship';
import { boundPerson, type Account, type Binding } from '../../_store/accounts';
import { assistances, type AssistanceRecord } from '../../_store/assistances';
import { catalogue } from '../../_store/catalog';
import { consents } from '../../_store/consents';
import { grantOf, rolesInForce } from './roles';

const bindingOf = ({ bindings }: Account, patientId: string): Binding | undefined =>
  bindings.find((binding) => binding.patientId === patientId);

/** One's own card, or that of a child who is young enough to be in one's care. */
export async function isOwn(account: Account, patientId: string, now: number): Promise<boolean> {
  const binding = bindingOf(account, patientId);
  if (binding?.relationship !== 'child') return binding?.relationship === 'self';
  const { rulePack } = await catalogue.current(now);
  const { birthDate } = boundPerson(account._id, binding);
  return guardianshipHolds(birthDate, dayOf(now), rulePack.childBelowYears);
}

/** The consent by which a relative may do this for the patient; null where there is none in force. */
export async function relativeConsent(
  account: Account,
  { patientId, scope }: { readonly patientId: string; readonly scope: Scope },
  now: number,
): Promise<string | null> {
  if (bindingOf(account, patientId)?.relationship !== 'relative') return null;
  const consent = await consents.findFor(patientId, account._id);
  return consentAllows(consent, scope, now) && consent ? consent._id : null;
}

/** The assistance that a volunteer is or was busy with, whatever its state; null where the hospital took the role back. */
export async function ownAssistance(account: Account, now: number): Promise<AssistanceRecord | null> {
  if (account.assistanceId === null) return null;
  const assistance = await assistances.findById(account.assistanceId);
  if (assistance?.volunteerAccountId !== account._id) return null;
  return grantOf(await rolesInForce(account, now), 'volunteer') ? assistance : null;
}

/** The running assistance by which a volunteer may do this for the patient; null where there is none. */
export async function assistedBy(
  account: Account,
  { patientId, scope }: { readonly patientId: string; readonly scope: VolunteerScope },
  now: number,
): Promise<{ readonly mandateId: string; readonly holderId: string } | null> {
  const assistance = await ownAssistance(account, now);
  if (assistance?.patientId !== patientId || !assistanceAllows(assistance, scope, now)) return null;
  return { mandateId: assistance._id, holderId: assistance.holderAccountId };
}
