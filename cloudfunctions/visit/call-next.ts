import type { visit } from '@core/contract/visit';
import type { InputOf } from '@core/contract/procedure';
import { refuse } from '@core/domain/result';
import { decideCall } from '@core/domain/visit/call';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { encounters } from '../_store/encounters';
import { visitRules, type VisitRules } from '../_store/visit-rules';
import { callOne } from './call-one';
import { orderedSession } from './session-queue';
import { queueOf } from './take-step';

type Procedure = typeof visit.procedures.callNext;

/**
 * Calls the first who waits, or a certain one with the reason for it. Two phones of one doctor choose the same person, and
 * that visit's document lets only one of them call.
 */
export const callNext: UseCase<Procedure> = async (input, context) => {
  const rules = await visitRules(context.now);
  const before = await encounters.findByRequest(input.sessionId, input.requestId);
  if (before) {
    const replay = replayOf(before.requests, input.requestId, bodyIndexOf('callNext', input));
    return replay === 'reused' ? refuse('REQUEST_ID_REUSED', null) : queueOf(input.sessionId, context);
  }
  const bar = await untilSaved(() => callOnce(input, rules, context));
  return bar ?? queueOf(input.sessionId, context);
};

/** Null once somebody is called. */
async function callOnce(input: InputOf<Procedure>, rules: VisitRules, context: CallContext) {
  const { everybody, queue } = await orderedSession(input.sessionId, rules);
  const others = everybody.map(({ _id: encounterId, state }) => ({ encounterId, state }));
  const wish = { encounterId: input.appointmentId, reason: input.reason };
  const decided = decideCall(queue, others, wish);
  if (!decided.ok) {
    switch (decided.error) {
      case 'CALL_OPEN':
        return refuse('CALL_OPEN', { appointmentId: decided.detail.encounterId });
      case 'SKIP_NEEDS_REASON':
        return refuse('SKIP_NEEDS_REASON', null);
      case 'NOT_WAITING':
        return refuse('NOBODY_WAITS', null);
      case 'NOBODY_WAITS':
        return decided;
    }
  }
  const { encounterId, skipped } = decided.value;
  const reason = skipped > 0 ? input.reason : null;
  const called = await callOne({ encounterId, reason, input }, rules, context);
  return called === 'called' ? null : CHANGED;
}
