import type { BillingRefusals } from '@core/contract/billing';
import { dayOf } from '@core/domain/calendar-day';
import { formatFen } from '@core/domain/money';
import { spokenDay, spokenInstant } from '../dates';
import { OUTCOME } from './flag-outcome';
import { refundBarText } from './refund-bar-text';
import type { TextsFor } from './refusal-text';

const scanAgain = { label: '重新扫码', kind: 'back' } as const;

type OwnRefusals = Omit<BillingRefusals, 'SIGNED_OUT' | 'TOO_MANY_ATTEMPTS' | 'DECISION_CHANGED'>;

/** Money. */
export const billingTexts: TextsFor<OwnRefusals> = {
  HOLD_ENDED: () => ({
    title: '留号时间已过',
    reason: '号已经放回去了。没有收您的钱；万一已付，会自动原路退回。',
    next: '还需要的话，请重新约一个。',
    action: { label: '重新挂号', kind: 'departments' },
  }),
  ALREADY_PAID: () => ({
    title: '已经付过了',
    reason: '这笔钱已收到，没有再收一次。',
    next: '可以回去看看现在的状态。',
    action: { label: '看预约', kind: 'appointment' },
  }),
  NOTHING_TO_PAY: () => ({
    title: '不需要付费',
    reason: '这里没有要付的钱，可能是免费的，或者医生刚刚取消了。没有收您的钱。',
    next: '不用付，接着看病就好；有疑问请问医生或窗口。',
    action: { label: '回首页', kind: 'home' },
  }),
  FEE_BARRED: ({ clause, outcome, until, where }) => ({
    title: `先别付，请先去${OUTCOME[outcome]}`,
    reason: `没有收您的钱，这个号到时间会自己放回去。医院规定：${clause.text}`,
    next: `${where.place}。觉得不对，请找护士复核；过了${spokenDay(dayOf(until - 1), Date.now())}，可以再挂普通门诊。`,
    action: { label: '看现在该做什么', kind: 'tasks' },
  }),
  PAYMENT_UNAVAILABLE: () => ({
    title: '微信支付暂时用不了',
    reason: '没有收您的钱，要付的都还给您留着。',
    next: '请过一会儿再试一次；着急可以到窗口付。',
    action: { label: '再试一次', kind: 'retry' },
  }),
  CASH_NOT_NOW: () => ({
    title: '先不要收现金',
    reason: '有手机打开过这一笔的付款，微信还没说清楚有没有付，现在收可能收两次。没有记账。',
    next: '请等一分钟再收一次；病人刚在手机上付了的，刷新就看得到。',
    action: { label: '再看一遍', kind: 'retry' },
  }),
  BILL_CODE_EXPIRED: () => ({
    title: '这个付款码过期了',
    reason: '付款码有时间限制，过了时间就不能再用。没有收您的钱。',
    next: '请医生或窗口再打开一次付款码，重新扫一下。',
    action: scanAgain,
  }),
  BILL_CODE_ALTERED: () => ({
    title: '这个付款码不对',
    reason: '码不完整，或者被改动过，为了您的钱安全不能付。没有收您的钱。',
    next: '请只扫诊室屏幕或窗口给您看的码，再扫一次。',
    action: scanAgain,
  }),
  BILL_CODE_FOREIGN: () => ({
    title: '这不是我们医院的付款码',
    reason: '它是别的医院的码，在这里不能付。没有收您的钱。',
    next: '请用那家医院自己的小程序扫，或扫本院诊室的码。',
    action: scanAgain,
  }),
  BILL_LAPSED: ({ clause, until }) => ({
    title: '这张缴费单过期了',
    reason: `能付的最后一天是 ${spokenDay(until, Date.now())}。没有收您的钱。医院规定：${clause.text}`,
    next: '还需要做的，请找医生重新开；不清楚，请问人工窗口。',
    action: { label: '打电话问医院', kind: 'call' },
  }),
  BILL_ALREADY_PAID: ({ paidAt }) => ({
    title: '这张单子已经付过了',
    reason: `${spokenInstant(paidAt, Date.now())} 已经收到钱，没有再收一次。`,
    next: '不用再付，直接去做检查或取药就好。',
    action: { label: '回首页', kind: 'home' },
  }),
  NUMBER_UNKNOWN: () => ({
    title: '没有这个门诊号',
    reason: '登记库里没有查到这个号码。',
    next: '请对照就诊卡再输一遍，或请病人在手机上打开就诊卡。',
    action: { label: '再输一遍', kind: 'dismiss' },
  }),
  AMOUNT_CHANGED: ({ amountFen }) => ({
    title: '金额变了',
    reason: `现在应收 ${formatFen(amountFen)}，和刚才给病人看的不一样，所以没有收。`,
    next: '请把新的金额告诉病人，再收一次。',
    action: { label: '看新的金额', kind: 'retry' },
  }),
  REFUND_REFUSED: refundBarText,
  REFUND_GOES_ON: () => ({
    title: '这笔不用手工办结',
    reason: '微信正在退，或者已经退到了，再退就退了两次。',
    next: '请看看现在的状态；还在退的，过一会儿会自己变。',
    action: { label: '再看一遍', kind: 'retry' },
  }),
  NOTHING_TO_INVOICE: () => ({
    title: '没有可以开票的钱',
    reason: '这一笔还没有付，或者已经全部退回。',
    next: '请核对一下付款状态。',
    action: { label: '再看一遍', kind: 'retry' },
  }),
  INVOICE_REFUSED: () => ({
    title: '发票现在不能这样办',
    reason: '发票的状态刚刚变了，可能别的窗口已经办过。',
    next: '请看看现在的状态再办。',
    action: { label: '再看一遍', kind: 'retry' },
  }),
};
