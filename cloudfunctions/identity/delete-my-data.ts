import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { audited, type CallContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { accounts, type Account } from '../_store/accounts';
import { admissions } from '../_store/admissions';
import { appointments } from '../_store/appointments';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { encounters } from '../_store/encounters';
import { messages } from '../_store/messages';
import { orders } from '../_store/orders';
import { takeAudit } from '../_store/outbox';
import { payments } from '../_store/payments';
import { subscriptions } from '../_store/subscriptions';
import { endMandatesOfAccount } from './end-mandates';
import { liveBar } from './live-bar';

/**
 * Deletes what this service keeps about a WeChat user. What the law keeps — visits and money — stays with the hospital,
 * cut off from the WeChat user. Running it again finds nothing and answers the same.
 */
export const deleteMyData: UseCase<typeof identity.procedures.deleteMyData> = async (_input, context) => {
  const { rulePack } = await catalogue.current(context.now);
  return untilSaved(async () => {
    const account = await accounts.findById(context.caller.accountId);
    if (account) {
      if (!account.signedIn) return refuse('SIGNED_OUT', null);
      const bar = liveBar(account, null, context.now) ?? (await refundBar(account));
      if (bar) return bar;
      await endMandatesOfAccount(account, context);
      if (!(await remove(account, context))) return CHANGED;
    }
    return accept({ kept: rulePack.retention });
  });
};

/**
 * First the account is emptied, so that no booking under way can come through any more; then its records are cut off; it
 * goes last: broken off before, the next try does the rest. False where it changed meanwhile.
 */
async function remove(account: Account, context: CallContext): Promise<boolean> {
  const { _id } = account;
  const audit = [...account.audit, audited(context, 'identity.deleteMyData')];
  const emptied = {
    phone: null,
    phoneIndex: null,
    consents: [],
    bindings: [],
    defaultPatientId: null,
    audit,
  };
  if (!(await accounts.replaceFields(account, emptied))) return false;
  await takeAudit({ collection: 'accounts', documentId: _id, messages: [], audit, patientId: null });
  for (const appointmentId of await appointments.findIdsOfAccount(_id)) {
    await payments.detach(appointmentId);
    await appointments.detach(appointmentId);
  }
  await detachMoney(_id);
  for (const orderId of await orders.findIdsOfAccount(_id)) await orders.detach(orderId);
  for (const admissionId of await admissions.findIdsOfAccount(_id)) await admissions.detach(admissionId);
  for (const visitId of await encounters.findIdsOfAccount(_id)) await encounters.detach(visitId);
  for (const messageId of await messages.findIdsOfAccount(_id)) await messages.remove(messageId);
  await subscriptions.remove(_id);
  return accounts.remove({ _id, revision: account.revision + 1 });
}

/** Bills on the account's books, and whatever it paid, for whomever. */
async function detachMoney(accountId: string): Promise<void> {
  for (const billId of await bills.findIdsOfAccount(accountId)) await bills.detach(billId);
  for (const { _id, billId } of await payments.findOfPayer(accountId)) {
    await payments.detach(_id);
    if (billId !== undefined) await bills.detachPayer(billId, accountId);
  }
}

/** Money on its way back still needs to be seen by its owner. */
async function refundBar(account: Account) {
  const found = await appointments.findByAccount(account._id);
  const open = found.filter(({ refund }) => refund !== null && refund.state !== 'done');
  return open.length > 0 ? refuse('LIVE_APPOINTMENTS', { count: open.length }) : null;
}
