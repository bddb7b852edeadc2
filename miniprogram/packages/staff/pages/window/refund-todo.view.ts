import type { StuckRefund } from '@core/contract/billing';
import { formatFen } from '@core/domain/money';
import { spokenInstant } from '../../../../services/dates';
import type { ActSheet } from './act-sheet';

/** A refund that somebody at the window looks after. */
export interface RefundTodo {
  readonly refundId: string;
  /** Empty where no file is known. */
  readonly patientId: string;
  readonly title: string;
  readonly amount: string;
  readonly why: string;
  readonly owner: string;
  readonly number: string;
  readonly button: string;
}

const WHAT = { registration: '挂号费', bill: '缴费单' } as const;

const whyOf = ({ channel, tries }: StuckRefund): string =>
  channel === 'cash'
    ? '多收的现金还在窗口，没有退给病人。'
    : tries > 0
      ? `微信试了 ${String(tries)} 次都没退出去。`
      : '已经交给微信，一直没有结果。';

export const refundTodo = (stuck: StuckRefund, now: number): RefundTodo => ({
  refundId: stuck.refundId,
  patientId: stuck.patientId ?? '',
  title: `退${WHAT[stuck.kind]}`,
  amount: formatFen(stuck.amountFen),
  why: whyOf(stuck),
  owner: `${spokenInstant(stuck.since, now)} 起，由${stuck.owner ?? '收费处'}跟进`,
  number: `退款编号 ${stuck.refundId}`,
  button: stuck.channel === 'cash' ? '退现金' : '已经退到，办结',
});

/** What is confirmed before a refund is ended by a person's word. */
export function finishSheet({ paymentId, refundId, channel, amountFen }: StuckRefund): ActSheet {
  const amount = formatFen(amountFen);
  const act = { type: 'finish-refund', paymentId, refundId } as const;
  if (channel === 'cash') {
    return {
      title: `退现金 ${amount}`,
      lines: ['这是多收的钱，不用发票。请让病人当面点清。', '办结会记下是您办的。'],
      button: `现金已交给病人，办结 ${amount}`,
      act,
    };
  }
  return {
    title: `办结退款 ${amount}`,
    lines: [
      `请先在微信支付商户平台查退款编号 ${refundId}，看到 ${amount} 已经退到付款的人，才能办结。`,
      '办结以后系统不再重试，会记下是您办的。没有退到的，请不要办结。',
    ],
    button: `已核对，${amount} 退到了`,
    act,
  };
}
