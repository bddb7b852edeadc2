import type { StopView } from '@core/contract/clinic-views';
import { decideStop, type StopBars, type StopCommand } from '@core/domain/clinic/stop';
import { refuse, type Result } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, message, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { sessions } from '../_store/sessions';
import { stops, type StopRecord } from '../_store/stops';
import { shownStop } from './shown-stop';

interface Settling {
  readonly procedure: 'decideStop' | 'withdrawStop';
  readonly command: StopCommand;
  readonly input: { readonly requestId: string; readonly stopId: string };
  readonly note: string | null;
  readonly mayTouch: (record: StopRecord) => boolean;
}

interface SettleBars extends StopBars {
  NOT_FOUND: null;
  REQUEST_ID_REUSED: null;
}

/** The end of a request's waiting. An approval is told to booking, which stops the session and ends what it hits. */
export function settleStop(settling: Settling, context: CallContext): Promise<Result<StopView, SettleBars>> {
  const { procedure, command, input, mayTouch } = settling;
  const bodyIndex = bodyIndexOf(procedure, input);
  return untilSaved(async () => {
    const record = await stops.findById(input.stopId);
    if (!record || !mayTouch(record)) return refuse('NOT_FOUND', null);
    const replay = replayOf(record.requests, input.requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return shownStop(record, context);
    const session = await sessions.findById(record.sessionId);
    if (!session) return refuse('NOT_FOUND', null);
    const decided = decideStop(record.state, command, { session, now: context.now });
    if (!decided.ok) return decided;

    const messages =
      command === 'approve'
        ? [message(context, 'session-stop-approved', { stopId: record._id, sessionId: record.sessionId })]
        : [];
    const next: StopRecord = {
      ...record,
      state: decided.value,
      note: settling.note,
      decidedAt: context.now,
      openKey: command === 'approve' ? record.openKey : record._id,
      requests: remember(record.requests, { requestId: input.requestId, bodyIndex, at: context.now }),
      audit: [...record.audit, audited(context, `clinic.${procedure}`, decided.value)],
      outbox: [...record.outbox, ...messages],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    if (!(await stops.replace(next))) return CHANGED;
    context.posted({ collection: 'stops', documentId: record._id, messages });
    return shownStop(next, context);
  });
}
