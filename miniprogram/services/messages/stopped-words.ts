import type { Alternative } from '@core/contract/booking';
import type { MessageFields } from '@core/contract/message';
import { dayOf } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { spokenDay, spokenRange, spokenTime } from '../dates';
import type { MessageChoice, MessageWords } from './message-words';

type Stopped = MessageFields['session-stopped'];

/** What becomes of the money: it goes back by itself, is fetched where it was paid, or was never taken. */
function moneyWords({ refundFen, cashAt }: Stopped): string {
  if (refundFen === ZERO_FEN) return '没有收您的钱；要是刚刚付了，会全部退回。';
  const amount = formatFen(refundFen);
  return cashAt === null
    ? `${amount} 全部退回原来付款的账户，不用您办。`
    : `您在窗口付的 ${amount} 现金，请带证件到${cashAt}领回。`;
}

const choice = (seat: Alternative, now: number): MessageChoice => ({
  id: `${seat.sessionId} ${seat.start}`,
  title: spokenDay(seat.day, now),
  note: `${spokenRange(seat.start, seat.end)} · ${seat.practitionerName}医生`,
  destination: {
    page: 'slots',
    query: { practitionerId: seat.practitionerId, clinicId: seat.clinicId, day: seat.day },
  },
});

/** A session that does not take place: the money, and where else there is a seat, each a tap away. */
export function stoppedWords(said: Stopped, now: number): MessageWords {
  const { clinicId, clinicName, practitionerName, day, start, alternatives } = said;
  const choices = alternatives
    .filter((seat) => seat.day >= dayOf(now))
    .sort((a, b) => (`${a.day}${a.start}` < `${b.day}${b.start}` ? -1 : 1))
    .map((seat) => choice(seat, now));
  const next =
    choices.length > 0
      ? '下面这些时间还有号，点一下就能约。'
      : '最近没有空号，请过几天再看，或打电话问医院。';
  return {
    title: '医生停诊了',
    body: `${clinicName} ${practitionerName}医生 ${spokenDay(day, now)} ${spokenTime(start)} 停诊，您不用来了。${moneyWords(said)}${next}`,
    button: choices.length > 0 ? '看这个门诊别的时间' : '看这个门诊',
    destination: { page: 'doctors', query: { clinicId } },
    choices,
  };
}
