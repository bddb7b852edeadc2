import type { AppointmentView, RefundDecision } from '@core/contract/booking';
import { addDays, type CalendarDay } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN, type Fen } from '@core/domain/money';
import { monthDay, spokenDay } from '../dates';
import { REFUND_ARRIVAL } from './refund-arrival';

/** A decision about money as the patient reads it before deciding. */
export interface CancellationWords {
  readonly title: string;
  readonly lines: readonly string[];
  /** The rule that decided, for whoever asks staff about it. */
  readonly rule: string;
  /** The consequence, on the button; null where the phone cannot do it. */
  readonly button: string | null;
}

/** What the words need of an appointment. */
export type CancellationSubject = Pick<AppointmentView, 'day' | 'feeFen' | 'payment'>;

interface Saying {
  readonly decision: RefundDecision;
  readonly subject: CancellationSubject;
  /** Where people help, e.g. 门诊楼 1 楼收费窗口. */
  readonly window: string;
  readonly now: number;
}

type Words = Omit<CancellationWords, 'rule'>;

const WINDOW_PAPERS = '还没看病的话，请带发票到窗口退；没有发票，窗口可以补打。';

const beforeDay = (day: CalendarDay | null, now: number): string =>
  day === null ? '' : `最晚 ${spokenDay(day, now)}下班前。`;

const atWindow = (title: string, { decision, window, now }: Saying): Words => ({
  title,
  lines: [
    `${formatFen(decision.amountFen)} 要到${window}退。`,
    WINDOW_PAPERS,
    beforeDay(decision.until, now),
  ],
  button: null,
});

const byItself = (title: string, why: string, { decision }: Saying): Words => ({
  title,
  lines: [why, `${formatFen(decision.amountFen)} 自动退回原来付款的账户，不用申请。`, `${REFUND_ARRIVAL}。`],
  button: null,
});

const SAYINGS: { readonly [Rule in RefundDecision['rule']]: (saying: Saying) => Words } = {
  UNPAID: ({ subject }) => ({
    title: '不要这个号了？',
    lines: [
      subject.feeFen === ZERO_FEN ? '这个号是免费的，取消不收钱。' : '还没有付钱，取消不收钱。',
      '号会马上放回去，留给别人。',
    ],
    button: '取消预约，不收钱',
  }),
  A1: ({ decision, now }) => ({
    title: '取消预约，钱全部退给您',
    lines: [
      decision.until === null
        ? '现在取消，全部退。'
        : `${spokenDay(decision.until, now)} 24:00 前取消，全部退。`,
      `退 ${formatFen(decision.amountFen)} 到原来付款的账户。${REFUND_ARRIVAL}。`,
      '号会放回去，再想要得重新约。',
    ],
    button: `取消预约，退 ${formatFen(decision.amountFen)}`,
  }),
  A2: (saying) => atWindow('今天就诊，手机上不能退', saying),
  A3: (saying) => atWindow('就诊那天已过，手机上不能退', saying),
  A4: ({ subject, window }) =>
    subject.payment === 'paid'
      ? {
          title: '已经过了能退钱的日子',
          lines: ['这笔挂号费不能再退了。', `有疑问可以问${window}，或打医院电话。`],
          button: null,
        }
      : { title: '不能再取消了', lines: ['就诊时间已经到了。', '来不了也不用另外付钱。'], button: null },
  A5: () => ({
    title: '已经看过病了，挂号费不退',
    lines: ['医生已经看过您，这笔挂号费不能退。', '检查或药没有做、没有取的，可以问医生。'],
    button: null,
  }),
  A6: (saying) => atWindow('打印过发票，手机上不能退', saying),
  A7: (saying) => atWindow('在窗口付的现金，手机上不能退', saying),
  A8: (saying) => byItself('多收的钱会退给您', '同一笔钱收了两次。', saying),
  A9: (saying) => byItself('医院停诊，钱全部退给您', '是医院的原因，您不用申请。', saying),
  A10: (saying) => atWindow('检查和药品要到窗口退', saying),
  A11: () => ({
    title: '钱已经全部退过了',
    lines: ['退的钱不会超过付的钱，同一笔不会退第二次。'],
    button: null,
  }),
  A12: (saying) => byItself('没有约上，钱全部退给您', '钱到账的时候，号已经放回去了。', saying),
  B1: ({ window }) => ({
    title: '约了没有来，挂号费不退',
    lines: ['就诊那天已经开始或过去，这笔挂号费不能退。', `有疑问可以问${window}，或打医院电话。`],
    button: null,
  }),
};

const ruleWords = (rule: RefundDecision['rule']): string =>
  rule === 'UNPAID' ? '依据：没付过钱，不用退费' : `依据：退费规则 ${rule}`;

/** A refund decision in plain words; the rule's id stays visible. */
export function cancellationWords(saying: Saying): CancellationWords {
  const { title, lines, button } = SAYINGS[saying.decision.rule](saying);
  return {
    title,
    lines: lines.filter((line) => line !== ''),
    button,
    rule: ruleWords(saying.decision.rule),
  };
}

/** The refund rule in two lines, as known before booking: from the dates alone. */
export function refundRuleLines(day: CalendarDay, fee: Fen, today: CalendarDay): readonly string[] {
  if (fee === ZERO_FEN) return ['这个号免费，不用付钱', '来不了请早点取消，让给别人'];
  const later = '没看病的，请带发票到窗口退';
  if (day <= today) return ['今天就诊，付了以后手机上不能退', later];
  return [
    `${monthDay(addDays(day, -1))} 24:00 前取消，全部退回`,
    `${monthDay(day)}当天手机上不能退；${later}`,
  ];
}
