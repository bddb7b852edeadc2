import { assistanceState } from '@core/domain/identity/assistance';
import { refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts, type Account } from '../_store/accounts';
import { assistances, type AssistanceRecord } from '../_store/assistances';
import { DuplicateKeyError } from '../_store/store-errors';
import { stopAssistance } from './stop-assistance';

/** A volunteer who is busy with somebody else cannot begin with another patient; a mere question can be replaced. */
export async function busyBar(volunteer: Account, assistanceId: string, now: number) {
  if (volunteer.assistanceId === null || volunteer.assistanceId === assistanceId) return null;
  const current = await assistances.findById(volunteer.assistanceId);
  const isBusy = current !== null && assistanceState(current, now) === 'running';
  return isBusy ? refuse('ASSISTING_ALREADY', null) : null;
}

/**
 * Stores an assistance and then points the volunteer's account to it: the pointer decides whom the volunteer may act for, so
 * there is one at most. Broken off in between, it allows nothing; the next try does the rest.
 */
export async function enterAssistance(record: AssistanceRecord, context: WorkContext) {
  try {
    await assistances.insert(record);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
  }
  return untilSaved(async () => {
    const volunteer = await accounts.findById(record.volunteerAccountId);
    if (!volunteer) return refuse('PAIRING_UNKNOWN', null);
    const bar = await busyBar(volunteer, record._id, context.now);
    if (bar) return bar;
    if (volunteer.assistanceId === record._id) return null;
    if (volunteer.assistanceId !== null) await stopAssistance(volunteer.assistanceId, 'replaced', context);
    const pointed: Account = {
      ...volunteer,
      assistanceId: record._id,
      audit: [...volunteer.audit, audited(context, 'identity.beginAssistance')],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    return (await accounts.replace(pointed)) ? null : CHANGED;
  });
}
