import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts } from '../_store/accounts';

/** A cool-down looks back on far fewer. */
const KEPT_LAPSES = 20;

interface Ended {
  readonly accountId: string;
  readonly appointmentId: string;
  /** When its hold ran out unpaid, else null. */
  readonly lapsedAt: number | null;
}

/** Takes an ended appointment out of its account, and notes a lapse once. Doing it twice does no harm. */
export function forgetLiveAppointment({ accountId, appointmentId, lapsedAt }: Ended): Promise<void> {
  return untilSaved(async () => {
    const account = await accounts.findById(accountId);
    if (!account?.live.some((entry) => entry.appointmentId === appointmentId)) return;
    const lapses = lapsedAt === null ? account.lapses : [...account.lapses, lapsedAt].slice(-KEPT_LAPSES);
    const live = account.live.filter((entry) => entry.appointmentId !== appointmentId);
    return (await accounts.replaceFields(account, { live, lapses })) ? undefined : CHANGED;
  });
}
