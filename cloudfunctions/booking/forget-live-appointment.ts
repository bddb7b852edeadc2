import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts } from '../_store/accounts';

/** A cool-down looks back on far fewer. */
const KEPT_LAPSES = 20;

interface Ended {
  readonly accountId: string;
  readonly appointmentId: string;
  /** When its hold ran out unpaid, else null. */
  readonly lapsedAt: number | null;
  /** Only an entry as old as this: one that a retry has just made anew stays. Absent where the appointment has ended. */
  readonly enteredBefore?: number;
}

/** Takes an ended appointment out of its account, and notes a lapse once. Doing it twice does no harm. */
export function forgetLiveAppointment(ended: Ended): Promise<void> {
  const { accountId, appointmentId, lapsedAt, enteredBefore = Infinity } = ended;
  return untilSaved(async () => {
    const account = await accounts.findById(accountId);
    const entered = account?.live.find((entry) => entry.appointmentId === appointmentId);
    if (!account || !entered || entered.enteredAt > enteredBefore) return;
    const lapses = lapsedAt === null ? account.lapses : [...account.lapses, lapsedAt].slice(-KEPT_LAPSES);
    const live = account.live.filter((entry) => entry.appointmentId !== appointmentId);
    return (await accounts.replaceFields(account, { live, lapses })) ? undefined : CHANGED;
  });
}
