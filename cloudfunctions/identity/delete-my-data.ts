import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { audited } from '../_kernel/call-context';
import type { UseCase } from '../_kernel/serve';
import { accounts, type Account } from '../_store/accounts';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { takeAudit } from '../_store/outbox';
import { liveBar } from './live-bar';

/**
 * Deletes what this service keeps about a WeChat user. What the law keeps — visits and money — stays with the hospital,
 * cut off from the WeChat user. Running it again finds nothing and answers the same.
 */
export const deleteMyData: UseCase<typeof identity.procedures.deleteMyData> = async (_input, context) => {
  const [account, { rulePack }] = await Promise.all([
    accounts.findById(context.caller.accountId),
    catalogue.current(context.now),
  ]);
  if (account) {
    if (!account.signedIn) return refuse('SIGNED_OUT', null);
    const bar = liveBar(account, null, context.now) ?? (await refundBar(account));
    if (bar) return bar;
    await takeAudit({
      collection: 'accounts',
      documentId: account._id,
      messages: [],
      audit: [...account.audit, audited(context, 'identity.deleteMyData')],
    });
    await appointments.detach(account._id);
    await accounts.remove(account._id);
  }
  return accept({ kept: rulePack.retention });
};

/** Money on its way back still needs to be seen by its owner. */
async function refundBar(account: Account) {
  const found = await appointments.findByAccount(account._id);
  const open = found.filter(({ refund }) => refund !== null && refund.state !== 'done');
  return open.length > 0 ? refuse('LIVE_APPOINTMENTS', { count: open.length }) : null;
}
