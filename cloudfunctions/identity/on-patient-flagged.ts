import type { Events } from '@core/contract/events';
import { sentBy } from '@core/domain/visit/gate-flag';
import type { WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts } from '../_store/accounts';
import { holdersOf } from '../_store/bound-accounts';
import { checkpoints } from '../_store/checkpoints';
import { patients } from '../_store/patients';
import { withFlag } from './known-flags';

/**
 * The gate set or cleared a flag: the register knows it for cards that are bound later, and each account that has the card
 * now. What holds is read anew each time, so that late or repeated news does no harm.
 */
export async function onPatientFlagged(
  { patientId }: Events['patient-flagged'],
  context: WorkContext,
): Promise<void> {
  await untilSaved(async () => {
    const [record, flagged] = await Promise.all([
      patients.findById(patientId),
      flagOf(patientId, context.now),
    ]);
    if (!record) return null;
    return (await patients.replace({ ...record, flagged })) ? null : CHANGED;
  });
  for (const accountId of await holdersOf(patientId)) {
    await untilSaved(async () => {
      const [account, flag] = await Promise.all([
        accounts.findById(accountId),
        flagOf(patientId, context.now),
      ]);
      if (!account) return null;
      const flagged = withFlag(account.flagged, patientId, flag);
      return (await accounts.replaceFields(account, { flagged })) ? null : CHANGED;
    });
  }
}

async function flagOf(patientId: string, now: number) {
  const flag = (await checkpoints.findById(patientId))?.flag ?? null;
  const outcome = sentBy(flag, now);
  return flag && outcome ? { outcome, until: flag.until } : null;
}
