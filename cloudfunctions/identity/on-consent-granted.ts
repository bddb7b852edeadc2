import type { Events } from '@core/contract/events';
import { consentState } from '@core/domain/identity/consent';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts, bindingPlace, boundPerson, type Account, type Binding } from '../_store/accounts';
import { catalogue, type RulePack } from '../_store/catalog';
import { consents, type FamilyConsent } from '../_store/consents';
import { seal } from '../_store/sealed-field';
import { decidesUntil } from './decides-until';
import { endConsent } from './end-consent';
import { withFlag } from './known-flags';

/**
 * Puts the patient's card on the relative's phone. Where there is no room for it any more, or no patient left who could have
 * agreed, the consent ends: nothing may be allowed that nobody sees. Repeating it changes nothing.
 */
export async function onConsentGranted(
  { consentId }: Events['consent-granted'],
  context: WorkContext,
): Promise<void> {
  const consent = await consents.findById(consentId);
  if (!consent || consentState(consent, context.now) !== 'in-force') return;
  const { rulePack } = await catalogue.current(context.now);
  const entered = await untilSaved(() => enter(consent, rulePack, context));
  if (!entered) await endConsent(consentId, 'system', context);
}

async function enter(
  consent: FamilyConsent,
  { maxPatientsPerAccount: maximum, childBelowYears }: RulePack,
  context: WorkContext,
): Promise<boolean | typeof CHANGED> {
  const [granter, relative] = await Promise.all([
    accounts.findById(consent.granterAccountId),
    accounts.findById(consent.relativeAccountId),
  ]);
  const source = granter?.bindings.find(({ patientId }) => patientId === consent.patientId);
  if (!granter || !source || !relative) return false;
  const before = relative.bindings.find(({ patientId }) => patientId === consent.patientId);
  if (before && before.relationship !== 'child') return true;
  if (before && decidesUntil(relative, before, childBelowYears) > context.now) return true;
  // The card of a child who has grown up gives way to what the grown-up allows now.
  const others = relative.bindings.filter((binding) => binding !== before);
  if (others.length >= maximum) return false;
  const { flagged } = granter;
  const flag = flagged.find(({ patientId }) => patientId === consent.patientId) ?? null;
  const next: Account = {
    ...relative,
    bindings: [...others, relativeBinding({ granter, source, relative }, context.now)],
    defaultPatientId: relative.defaultPatientId ?? consent.patientId,
    flagged: withFlag(relative.flagged, consent.patientId, flag),
    audit: [
      ...relative.audit,
      { ...audited(context, 'identity.bindRelative'), patientId: consent.patientId, mandateId: consent._id },
    ],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
  return (await accounts.replace(next)) ? true : CHANGED;
}

interface Between {
  readonly granter: Account;
  readonly source: Binding;
  readonly relative: Account;
}

function relativeBinding({ granter, source, relative }: Between, boundAt: number): Binding {
  const { patientId, defaultNumber } = source;
  const person = JSON.stringify(boundPerson(granter._id, source));
  return {
    patientId,
    relationship: 'relative',
    boundAt,
    person: seal(person, bindingPlace(relative._id, patientId)),
    defaultNumber,
  };
}
