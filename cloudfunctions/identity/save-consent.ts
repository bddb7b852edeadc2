import type { Scope } from '@core/contract/access';
import type { Consent } from '@core/domain/identity/consent';
import { maskName } from '@core/domain/identity/mask';
import { audited, COURIER_DELAY_MS, message, type CallContext } from '../_kernel/call-context';
import { remember } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { boundPerson, type Account } from '../_store/accounts';
import { consentIdOf, consents, type FamilyConsent } from '../_store/consents';
import { seal } from '../_store/sealed-field';
import { insertedFirst } from '../_store/inserted-first';
import type { AskingRelative } from './asking-relative';

interface Grant {
  readonly patientId: string;
  readonly granter: Account;
  readonly relative: AskingRelative;
  readonly terms: Consent<Scope>;
  readonly request: { readonly requestId: string; readonly bodyIndex: string };
}

/** Stores the consent in the place of an earlier one between the two, with the event that puts the card on the phone. */
export function saveConsent(grant: Grant, context: CallContext): Promise<FamilyConsent> {
  const _id = consentIdOf(grant.patientId, grant.relative.account._id);
  return untilSaved(async () => {
    const before = await consents.findById(_id);
    const messages = [message(context, 'consent-granted', { consentId: _id })];
    const next: FamilyConsent = {
      ...terms(grant, _id),
      _id,
      revision: before?.revision ?? 0,
      requests: remember(before?.requests ?? [], { ...grant.request, at: context.now }),
      audit: [...(before?.audit ?? []), audited(context, 'identity.grantConsent')],
      outbox: [...(before?.outbox ?? []), ...messages],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    if (!(before ? await consents.replace(next) : await insert(next))) return CHANGED;
    context.posted({ collection: 'consents', documentId: _id, messages });
    return next;
  });
}

function terms({ patientId, granter, relative, terms: consent }: Grant, documentId: string) {
  const binding = granter.bindings.find((one) => one.patientId === patientId);
  if (!binding) throw new Error('The card that the kernel let in is missing');
  const { name } = boundPerson(granter._id, binding);
  return {
    ...consent,
    patientId,
    granterAccountId: granter._id,
    relativeAccountId: relative.account._id,
    patientName: seal(maskName(name), { documentId, field: 'patientName' }),
    relativeName: seal(relative.maskedName, { documentId, field: 'relativeName' }),
    revokedBy: null,
  };
}

const insert = (consent: FamilyConsent): Promise<boolean> => insertedFirst(consents.insert(consent));
