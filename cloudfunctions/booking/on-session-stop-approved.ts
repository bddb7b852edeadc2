import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { sessions } from '../_store/sessions';
import { carryOutStop } from './carry-out-stop';

/** A whole session of most hospitals, in less than half of the time that a tap may take; the timer goes on with others. */
const AT_ONCE = 30;

/** Off sale first, so that nobody else gets a seat; then everyone who has one is looked after. Repeating it does no harm. */
export async function onSessionStopApproved(
  { sessionId }: Events['session-stop-approved'],
  context: WorkContext,
): Promise<void> {
  await sessions.stop(sessionId, context.now);
  const session = await sessions.findById(sessionId);
  if (session?.status === 'stopped') await carryOutStop(session, AT_ONCE, context);
}
