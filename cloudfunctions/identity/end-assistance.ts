import type { identity } from '@core/contract/identity';
import { endAssistance as decideEnd, type AssistanceEnd } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { assistances, type AssistanceRecord } from '../_store/assistances';
import { asVolunteer } from './as-volunteer';
import { changeAssistance } from './change-assistance';

/** Either side ends it with one tap, and so does the window that opened it. */
export const endAssistance: UseCase<typeof identity.procedures.endAssistance> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const found = await assistances.findById(input.assistanceId);
  const acting = found && sideOf(found, account._id) === 'volunteer' ? asVolunteer(found, context) : context;
  const changed = await changeAssistance({ procedure: 'endAssistance', input }, acting, (record) => {
    const by = sideOf(record, account._id);
    if (by === null) return refuse('NOT_FOUND', null);
    const next = decideEnd(record, by, context.now);
    return next === record ? { same: record } : { next };
  });
  return changed.ok ? accept(null) : changed;
};

function sideOf(record: AssistanceRecord, accountId: string): AssistanceEnd | null {
  if (record.holderAccountId === accountId) return 'patient';
  if (record.volunteerAccountId === accountId) return 'volunteer';
  return record.windowAccountId === accountId ? 'window' : null;
}
