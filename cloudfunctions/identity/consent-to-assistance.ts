import type { identity } from '@core/contract/identity';
import { startAssistance } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { agreedAccount } from './agreed-account';
import { changeAssistance } from './change-assistance';
import { helpView } from './help-view';
import { assistedPerson } from './new-assistance';

/** The patient's yes on the own phone, to purposes and time: from now on the volunteer may act. */
export const consentToAssistance: UseCase<typeof identity.procedures.consentToAssistance> = async (
  input,
  context,
) => {
  const agreed = await agreedAccount(context);
  if (!agreed.ok) return agreed;
  const { account } = agreed.value;
  const { assistance: offer } = await mandateRules.current(context.now);
  const changed = await changeAssistance({ procedure: 'consentToAssistance', input }, context, (record) => {
    if (record.holderAccountId !== account._id) return refuse('NOT_FOUND', null);
    const started = startAssistance(record, input, { offer, now: context.now });
    if (!started.ok) return started;
    // A card may have been bound since the volunteer asked.
    const person = record.patientId === null ? assistedPerson(account, record._id) : {};
    return { next: { ...started.value, ...person, consentedBy: 'phone' as const } };
  });
  return changed.ok ? accept(await helpView(context)) : changed;
};
