import { endAssistance, type AssistanceEnd } from '@core/domain/identity/assistance';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { assistances } from '../_store/assistances';

/** Ends an assistance that runs or was asked for. Repeating it changes nothing. */
export function stopAssistance(assistanceId: string, by: AssistanceEnd, context: WorkContext): Promise<void> {
  return untilSaved(async () => {
    const record = await assistances.findById(assistanceId);
    const ended = record && endAssistance(record, by, context.now);
    if (!ended || ended === record) return;
    const audit = [...record.audit, audited(context, 'identity.endAssistance', by)];
    const next = { ...ended, audit, outboxDueAt: context.now + COURIER_DELAY_MS };
    return (await assistances.replace(next)) ? undefined : CHANGED;
  });
}
