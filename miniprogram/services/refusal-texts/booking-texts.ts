import type { BookingRefusals, Clause } from '@core/contract/booking';
import { spokenDay, spokenInstant } from '../dates';
import type { RefusalText, TextsFor } from './refusal-text';

const elsewhere = { label: '选别的时间', kind: 'back' } as const;
const quoted = (clause: Clause): string => `医院规定：${clause.text}`;
const others = (found: readonly unknown[]): string =>
  found.length > 0 ? '下面这些时间还有号。' : '可以换一天，或换一位医生。';

const taken = (title: string, clause: Clause, appointmentId: string | null): RefusalText => ({
  title,
  reason: quoted(clause),
  next: '可以先取消原来的预约，或选别的时间。',
  action: appointmentId === null ? elsewhere : { label: '看原来的预约', kind: 'appointment' },
});

type OwnRefusals = Omit<
  BookingRefusals,
  'SIGNED_OUT' | 'CONSENT_MISSING' | 'REFUND_REFUSED' | 'FLAGGED' | 'SESSION_OVER' | 'PATIENT_UNKNOWN'
>;

/** From a clinic to a held seat, and back. */
export const bookingTexts: TextsFor<OwnRefusals> = {
  SLOT_FULL: ({ alternatives }) => ({
    title: '这个时间刚刚约满了',
    reason: '没有占您的号，也没有收钱。',
    next: others(alternatives),
    action: elsewhere,
  }),
  SESSION_STOPPED: ({ alternatives }) => ({
    title: '这位医生这半天停诊了',
    reason: '没有占您的号，也没有收钱。',
    next: others(alternatives),
    action: elsewhere,
  }),
  NOT_YET_ON_SALE: ({ clause, opensAt }) => ({
    title: '这一天的号还没放出来',
    reason: quoted(clause),
    next: `${spokenInstant(opensAt, Date.now())} 开始可以约。`,
    action: elsewhere,
  }),
  SALE_CLOSED: ({ clause, alternatives }) => ({
    title: '这个时间不能再约了',
    reason: quoted(clause),
    next: others(alternatives),
    action: elsewhere,
  }),
  TOO_MANY_HOLDS: ({ clause, maximum }) => ({
    title: `已有 ${maximum} 个号等您付费`,
    reason: quoted(clause),
    next: '请先付费，或取消其中一个。',
    action: { label: '去看等付费的号', kind: 'appointment' },
  }),
  COOLING_DOWN: ({ clause, until }) => ({
    title: '暂时不能挂号',
    reason: quoted(clause),
    next: `${spokenInstant(until, Date.now())} 以后可以再约；着急请到窗口挂号。`,
    action: { label: '打电话问医院', kind: 'call' },
  }),
  ALREADY_BOOKED_WITH_DOCTOR: ({ clause, appointmentId }) =>
    taken('这位就诊人当天已约过这位医生', clause, appointmentId),
  OVERLAPS: ({ clause, appointmentId }) => taken('和另一个预约时间重了', clause, appointmentId),
  LIMIT_REACHED: ({ clause, maximum }) => ({
    title: `预约已到上限（${maximum} 个）`,
    reason: quoted(clause),
    next: '看完或取消一个以后，可以再约。',
    action: { label: '看我的预约', kind: 'visits' },
  }),
  AGE_NOT_ACCEPTED: ({ clause }) => ({
    title: '年龄不符合这个门诊',
    reason: quoted(clause),
    next: '可以换一位就诊人，或选别的门诊。',
    action: { label: '选别的门诊', kind: 'departments' },
  }),
  SEX_NOT_ACCEPTED: ({ clause }) => ({
    title: '这个门诊不看这位就诊人',
    reason: quoted(clause),
    next: '可以换一位就诊人，或选别的门诊。',
    action: { label: '选别的门诊', kind: 'departments' },
  }),
  CANCEL_REFUSED: ({ decision, clause }) => ({
    title: decision.outcome === 'window' ? '要到窗口取消' : '不能取消了',
    reason: quoted(clause),
    next: decision.until
      ? `请在${spokenDay(decision.until, Date.now())}下班前带证件到窗口办理。`
      : '有疑问请打医院电话。',
    action: { label: '打电话问医院', kind: 'call' },
  }),
  DECISION_CHANGED: () => ({
    title: '退费规则有变化',
    reason: '您看的时候和点的时候，适用的规则不同了，所以没有取消。',
    next: '请再看一遍规则再决定。',
    action: { label: '再看一遍', kind: 'retry' },
  }),
  ALREADY_ENDED: () => ({
    title: '这个预约已经结束',
    reason: '它先前已被取消，或已过了付费时间。',
    next: '请看看它现在的状态。',
    action: { label: '看我的预约', kind: 'visits' },
  }),
  ADD_ON_LIMIT: ({ clause, maximum }) => ({
    title: `这半天已经加满 ${maximum} 个号`,
    reason: quoted(clause),
    next: '请病人约别的时间，或到窗口问有没有退号。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
  NOT_ON_PHONE: () => ({
    title: '这位病人还没有在手机上绑卡',
    reason: '没有绑卡就收不到通知，也不能在手机上付费。',
    next: '请病人在手机上绑定就诊人，或到窗口加号。',
    action: { label: '知道了', kind: 'dismiss' },
  }),
};
