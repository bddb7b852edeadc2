import type { billing, StuckRefund } from '@core/contract/billing';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { payments, type PaymentRecord } from '../_store/payments';

const MOST = 50;

/** Refunds that do not get on by themselves. Whose they are is only told by the file that the clerk then opens. */
export const listStuckRefunds: UseCase<typeof billing.procedures.listStuckRefunds> = async () => {
  const found = await payments.findForStaff(MOST);
  const stuck = found.flatMap(stuckRefunds);
  return accept(stuck.sort((one, other) => one.since - other.since));
};

const stuckRefunds = ({ _id, billId, patientId, channel, refunds }: PaymentRecord): StuckRefund[] =>
  refunds
    .filter(({ state }) => state === 'needs-staff')
    .map(({ refundId, amountFen, owner, changedAt, attempts }) => ({
      paymentId: _id,
      refundId,
      kind: billId === undefined ? 'registration' : 'bill',
      patientId: patientId ?? null,
      channel: channel ?? 'wechat',
      amountFen,
      owner,
      since: changedAt,
      tries: attempts,
    }));
