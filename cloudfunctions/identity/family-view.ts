import type { ConsentView, Family } from '@core/contract/family';
import { consentState } from '@core/domain/identity/consent';
import { cardCapacity } from '../_kernel/access/card-capacity';
import type { CallContext } from '../_kernel/call-context';
import type { Account } from '../_store/accounts';
import type { RulePack } from '../_store/catalog';
import { consents, type FamilyConsent } from '../_store/consents';
import { open } from '../_store/sealed-field';
import { decidesUntil } from './decides-until';

/** Who may act for the caller, and for whom the caller may act. */
export async function familyView(
  account: Account,
  rulePack: RulePack,
  context: CallContext,
): Promise<Family> {
  const { now } = context;
  const decides = account.bindings.filter(
    (binding) => decidesUntil(account, binding, rulePack.childBelowYears) > now,
  );
  const [byMe, received, ...ofMine] = await Promise.all([
    consents.findByGranter(account._id),
    consents.findByRelative(account._id),
    ...decides.map(({ patientId }) => consents.findByPatient(patientId)),
  ]);
  const given = [...new Map([...byMe, ...ofMine.flat()].map((one) => [one._id, one])).values()]
    .filter(({ relativeAccountId }) => relativeAccountId !== account._id)
    .sort((one, other) => other.from - one.from);
  const isBound = ({ patientId }: FamilyConsent) =>
    account.bindings.some((binding) => binding.patientId === patientId);
  // One that is over, and whose card was taken off, is nothing to look at any more.
  const shown = received.filter(isBound);
  for (const { patientId } of given) context.viewed(patientId, { role: 'patient', mandateId: null });
  for (const { patientId } of shown) context.viewed(patientId, cardCapacity(account, patientId));
  return {
    people: account.bindings.length,
    maximum: rulePack.maxPatientsPerAccount,
    given: given.map((consent) => consentView(consent, now)),
    received: shown.map((consent) => consentView(consent, now)),
  };
}

export function consentView(consent: FamilyConsent, now: number): ConsentView {
  const { _id: consentId, patientId, scopes, from, until, revokedBy, patientName, relativeName } = consent;
  return {
    consentId,
    patientId,
    maskedPatientName: open(patientName, { documentId: consentId, field: 'patientName' }),
    maskedRelativeName: open(relativeName, { documentId: consentId, field: 'relativeName' }),
    scopes,
    from,
    until,
    state: consentState(consent, now),
    revokedBy,
  };
}
