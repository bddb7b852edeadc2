import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { sessions } from '../_store/sessions';
import { carryOutStop } from './carry-out-stop';

/** A full session of most hospitals, and there is still time to tell the first; the timer goes on with what is left. */
const ENDS_MS = 5_000;

/** Off sale first, so that nobody else gets a seat; then everyone who has one is looked after. Repeating it does no harm. */
export async function onSessionStopApproved(
  { sessionId }: Events['session-stop-approved'],
  context: WorkContext,
): Promise<void> {
  await sessions.stop(sessionId, context.now);
  const session = await sessions.findById(sessionId);
  if (session?.status === 'stopped') await carryOutStop(session, context.now + ENDS_MS, context);
}
