import { timer } from '../_kernel/deployable';
import { publishSessions } from './publish-sessions';

/** Every hour, and at start: sessions up to the booking horizon. Publishing twice adds nothing. */
export const main = timer('booking.publish-sessions', (_event, context) => publishSessions(context.now));
