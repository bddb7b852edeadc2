import type { identity } from '@core/contract/identity';
import { startAssistance } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { mandateRules } from '../_store/mandate-rules';
import { agreedAccount } from './agreed-account';
import { changeAssistance } from './change-assistance';
import { decidesUntil } from './decides-until';
import { helpView } from './help-view';
import { finishTakenHelp } from './leave-help';
import { assistedPerson } from './new-assistance';

/** The patient's yes on the own phone, to purposes and time: from now on the volunteer may act. */
export const consentToAssistance: UseCase<typeof identity.procedures.consentToAssistance> = async (
  input,
  context,
) => {
  const agreed = await agreedAccount(context);
  if (!agreed.ok) return agreed;
  const { account, rulePack } = agreed.value;
  const { childBelowYears } = rulePack;
  const now = context.now;
  const { assistance: offer } = await mandateRules.current(context.now);
  const changed = await changeAssistance({ procedure: 'consentToAssistance', input }, context, (record) => {
    if (record.holderAccountId !== account._id) return refuse('NOT_FOUND', null);
    // A card may have been bound since the volunteer asked.
    const isOpen = record.patientId === null;
    const person = isOpen ? assistedPerson(account, record._id, { childBelowYears, now }) : record;
    const card = account.bindings.find(({ patientId }) => patientId === person.patientId);
    const latest = card && decidesUntil(account, card, childBelowYears);
    // … or taken off, or the child has grown up.
    if (person.patientId !== null && (latest === undefined || latest <= now)) {
      return refuse('ASSISTANCE_OVER', null);
    }
    const started = startAssistance(record, input, { offer, now, ...(latest ? { latest } : {}) });
    if (!started.ok) return started;
    const { patientId, patientName } = person;
    return { next: { ...started.value, patientId, patientName, consentedBy: 'phone' as const } };
  });
  if (!changed.ok) return changed;
  // Whoever was on the way has come.
  await finishTakenHelp(account._id, changed.document.volunteerAccountId, context);
  return accept(await helpView(context));
};
