import type { RefundView } from '@core/contract/booking';
import { formatFen } from '@core/domain/money';
import { spokenInstant } from '../dates';
import { REFUND_ARRIVAL } from './refund-arrival';
import type { Tone } from './tone';

/** How far a refund has come. Accepted, done and failed are different things and sound different. */
export interface RefundWords {
  readonly state: string;
  readonly tone: Tone;
  readonly line: string;
}

/** Who looks after a refund where the hospital names nobody. */
const DEFAULT_OWNER = '医院收费处';

export function refundWords(refund: RefundView, now: number): RefundWords {
  const amount = formatFen(refund.amountFen);
  switch (refund.state) {
    case 'requested':
      return { state: '正在退款', tone: 'info', line: `${amount} 正在交给微信退回，您不用再做什么。` };
    case 'accepted':
      return {
        state: '微信已受理退款',
        tone: 'info',
        line: `${amount} 原路退回。${REFUND_ARRIVAL}。`,
      };
    case 'done':
      return {
        state: '钱已退回',
        tone: 'success',
        line: `${amount} 已退到原来付款的账户，${spokenInstant(refund.at, now)}。`,
      };
    case 'failed':
      return {
        state: '退款没成功，正在重试',
        tone: 'warning',
        line: `${amount} 还没退出去，会自动再试，钱不会少，不用重新申请。`,
      };
    case 'needs-staff':
      return {
        state: '退款由专人处理',
        tone: 'warning',
        line: `${amount} 还没确认退到，${refund.owner ?? DEFAULT_OWNER}正在跟进，钱不会少。急的话请打医院电话。`,
      };
  }
}
