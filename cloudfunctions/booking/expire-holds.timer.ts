import { timer } from '../_kernel/deployable';
import { describeFault, log } from '../_kernel/log';
import { appointments } from '../_store/appointments';
import { finishStops } from './finish-stops';
import { freeOrphanedSeats } from './free-orphaned-seats';
import { lapseHold } from './lapse-hold';

const AT_ONCE = 100;

/**
 * Each minute: unpaid holds whose time is up begin to end, stops of sessions go on where they broke off, and seats of
 * bookings that broke off half-way are freed.
 */
export const main = timer('booking.expire-holds', async (_event, context) => {
  const { traceId } = context;
  for (const { _id } of await appointments.findExpiredHolds(context.now, AT_ONCE)) {
    try {
      await lapseHold(_id, context);
    } catch (thrown) {
      // One hold that cannot be ended must not keep the others alive.
      log({ level: 'error', what: 'unended hold', traceId, fault: describeFault(thrown) });
    }
  }
  await finishStops(context);
  await freeOrphanedSeats(context.now);
});
