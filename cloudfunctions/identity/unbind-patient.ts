import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { cardCapacity } from '../_kernel/access/card-capacity';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { changeAccount } from './change-account';
import { endMandatesOfCard } from './end-mandates';
import { withFlag } from './known-flags';
import { liveBar } from './live-bar';
import { meView } from './me-view';

/**
 * Takes a person's card off this WeChat. The hospital's register keeps the person. What relatives were allowed by the card
 * ends first: broken off after that, the card is still there and can be taken off again.
 */
export const unbindPatient: UseCase<typeof identity.procedures.unbindPatient> = async (input, context) => {
  const changed = await changeAccount({ procedure: 'unbindPatient', input }, context, async (account) => {
    if (!account.signedIn) return refuse('SIGNED_OUT', null);
    const bindings = account.bindings.filter(({ patientId }) => patientId !== input.patientId);
    if (bindings.length === account.bindings.length) return refuse('NOT_FOUND', null);
    const bar = liveBar(account, input.patientId, context.now);
    if (bar) return bar;
    await endMandatesOfCard(account, input.patientId, context);
    const wasDefault = account.defaultPatientId === input.patientId;
    return {
      about: { patientId: input.patientId, ...cardCapacity(account, input.patientId) },
      change: {
        bindings,
        flagged: withFlag(account.flagged, input.patientId, null),
        ...(wasDefault ? { defaultPatientId: bindings[0]?.patientId ?? null } : {}),
      },
    };
  });
  if (!changed.ok) return changed;
  const { rulePack } = await catalogue.current(context.now);
  return accept(await meView(changed.account, rulePack, context));
};
