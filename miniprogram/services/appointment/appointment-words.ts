import type { AppointmentView } from '@core/contract/booking';
import { dayOf, instantAt, timeOf } from '@core/domain/calendar-day';
import { formatFen } from '@core/domain/money';
import { shortTime, spokenRange } from '../dates';
import type { Tone } from './tone';

/** Where an appointment stands, in words, and what the patient does next. */
export interface AppointmentWords {
  readonly state: string;
  readonly tone: Tone;
  readonly next: string;
}

/** The seat is held for the patient at this instant. */
export const isHeld = (appointment: AppointmentView, now: number): boolean =>
  appointment.status === 'pending' && appointment.expiresAt !== null && appointment.expiresAt > now;

/** WeChat is being asked about a payment: neither paying nor cancelling makes sense until it answers. */
export const isConfirming = (appointment: AppointmentView): boolean =>
  appointment.status === 'pending' &&
  (appointment.payment === 'confirming' || appointment.payment === 'paid');

/** The way to the payment page; empty where there is nothing to pay. */
export function payButton(appointment: AppointmentView, now: number): string {
  if (isConfirming(appointment)) return '看付款结果';
  return isHeld(appointment, now) ? `去付 ${formatFen(appointment.feeFen)}` : '';
}

export const startsAt = (appointment: AppointmentView): number =>
  instantAt(appointment.day, appointment.start);
export const endsAt = (appointment: AppointmentView): number => instantAt(appointment.day, appointment.end);

/** Something moves without the patient: looking again soon is worth it. */
export const isMoving = (appointment: AppointmentView): boolean =>
  appointment.status === 'pending' ||
  appointment.status === 'closing' ||
  ['requested', 'accepted', 'failed'].includes(appointment.refund?.state ?? '');

const LATE_MONEY = '要是已经付了钱，会先补回这个号，补不上就全部退给您。';

function pendingWords(appointment: AppointmentView, now: number, pays: boolean): AppointmentWords {
  if (isConfirming(appointment))
    return { state: '正在确认付款', tone: 'info', next: '正在和微信核对，不用再付一次。' };
  if (appointment.expiresAt === null || appointment.expiresAt <= now)
    return { state: '留号时间到了', tone: 'neutral', next: `号正在放回去。${LATE_MONEY}` };
  const until = shortTime(timeOf(appointment.expiresAt));
  const state = pays ? '等您付费' : '等患者付费';
  return { state, tone: 'warning', next: `请在 ${until} 前付费，过了号就放回去。` };
}

function bookedWords(appointment: AppointmentView, now: number): AppointmentWords {
  if (now >= endsAt(appointment))
    return { state: '就诊时间已过', tone: 'neutral', next: '没看成的话，可以问窗口还能不能看、能不能退。' };
  if (now >= startsAt(appointment))
    return { state: '就诊时间到了', tone: 'brand', next: `请到${appointment.place}候诊，按序号叫号。` };
  const when = dayOf(now) === appointment.day ? '今天' : '';
  return {
    state: '已约好',
    tone: 'success',
    next: `${when}请 ${shortTime(appointment.start)} 前到${appointment.place}。`,
  };
}

const ENDED: Readonly<Record<string, AppointmentWords>> = {
  patient: { state: '已取消', tone: 'neutral', next: '号已放回去。' },
  lapse: { state: '没付费，号已放回', tone: 'neutral', next: `还需要的话请重新约。${LATE_MONEY}` },
  hospital: {
    state: '医生停诊',
    tone: 'warning',
    next: '付过的钱全部退回，不用您办。消息里有最近还能约的时间。',
  },
  'no-seat': { state: '没约上', tone: 'warning', next: '钱到账时号已放回，也没有相近的号，钱全部退给您。' },
};
const CLOSING: Readonly<Record<string, string>> = { lapse: '正在放回', hospital: '医生停诊' };
const ENDED_OTHERWISE: AppointmentWords = { state: '已结束', tone: 'neutral', next: '' };

/** Paid at the window in cash, and ended: what phones give back by themselves has a refund. */
export const isOwedInCash = ({ status, payment, refund }: AppointmentView): boolean =>
  status === 'cancelled' && payment === 'paid' && refund === null;

const endedWords = ({ endedBy }: AppointmentView): AppointmentWords =>
  ENDED[endedBy ?? ''] ?? ENDED_OTHERWISE;

function owedWords(appointment: AppointmentView): AppointmentWords {
  const { state } = endedWords(appointment);
  return { state, tone: 'warning', next: '您当初在窗口付的现金，要到窗口领回。' };
}

/** @param now epoch milliseconds of the server's day, since holds and visits run out. @param pays whether the reader may. */
export function appointmentWords(appointment: AppointmentView, now: number, pays = true): AppointmentWords {
  switch (appointment.status) {
    case 'pending':
      return pendingWords(appointment, now, pays);
    case 'closing':
      return {
        state: CLOSING[appointment.endedBy ?? ''] ?? '正在取消',
        tone: 'info',
        next: '正在确认没有收钱，马上就好，您不用再做什么。',
      };
    case 'booked':
      return bookedWords(appointment, now);
    case 'cancelled':
      return isOwedInCash(appointment) ? owedWords(appointment) : endedWords(appointment);
  }
}

/** A late payment may have found another half-hour than the one chosen. */
export const movedWords = (from: NonNullable<AppointmentView['movedFrom']>): string =>
  `您选的 ${spokenRange(from.start, from.end)} 在付款到账前已放回，按您的同意换到了现在这个时间。`;
