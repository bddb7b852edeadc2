import type { PatientCard } from '@core/contract/identity';
import { dayOf } from '@core/domain/calendar-day';
import { consentState } from '@core/domain/identity/consent';
import { guardianshipHolds } from '@core/domain/identity/guardianship';
import { boundPerson, type Binding } from '../_store/accounts';
import { catalogue } from '../_store/catalog';
import { consents } from '../_store/consents';

/** Whether a card can be used now, and by what. The kernel decides each call anew; this is for the screen. */
export async function cardStanding(
  accountId: string,
  binding: Binding,
  now: number,
): Promise<Pick<PatientCard, 'mayAct' | 'consent'>> {
  if (binding.relationship === 'self') return { mayAct: true, consent: null };
  if (binding.relationship === 'child') {
    const { rulePack } = await catalogue.current(now);
    const { birthDate } = boundPerson(accountId, binding);
    return { mayAct: guardianshipHolds(birthDate, dayOf(now), rulePack.childBelowYears), consent: null };
  }
  const consent = await consents.findFor(binding.patientId, accountId);
  if (!consent) return { mayAct: false, consent: null };
  const { _id: consentId, scopes, until } = consent;
  return { mayAct: consentState(consent, now) === 'in-force', consent: { consentId, scopes, until } };
}
