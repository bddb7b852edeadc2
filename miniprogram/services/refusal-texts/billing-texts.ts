import type { BillingRefusals } from '@core/contract/billing';
import type { TextsFor } from './refusal-text';

/** Money. */
export const billingTexts: TextsFor<Omit<BillingRefusals, 'SIGNED_OUT'>> = {
  HOLD_ENDED: () => ({
    title: '留号时间已过',
    reason: '号已经放回去了。没有收您的钱；万一已付，会自动原路退回。',
    next: '还需要的话，请重新约一个。',
    action: { label: '重新约号', kind: 'departments' },
  }),
  ALREADY_PAID: () => ({
    title: '已经付过了',
    reason: '这个预约的钱已收到，没有再收一次。',
    next: '可以直接看预约。',
    action: { label: '看预约', kind: 'appointment' },
  }),
  NOTHING_TO_PAY: () => ({
    title: '不需要付费',
    reason: '这个预约没有要付的钱。',
    next: '可以直接看预约。',
    action: { label: '看预约', kind: 'appointment' },
  }),
  PAYMENT_UNAVAILABLE: () => ({
    title: '微信支付暂时用不了',
    reason: '没有收您的钱，号还给您留着。',
    next: '请在留号时间内再试一次。',
    action: { label: '再试一次', kind: 'retry' },
  }),
};
