import type { DoctorDay, SessionSlots, SlotChoice } from '@core/contract/booking';
import type { ClockTime } from '@core/domain/calendar-day';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { shortTime, spokenDay } from '../../../../services/dates';

/** A half-hour to tap. */
export interface SlotTile {
  readonly start: ClockTime;
  readonly time: string;
  readonly seats: string;
  readonly free: boolean;
  readonly label: string;
}

/** A morning or an afternoon. */
export interface SessionBlock {
  readonly sessionId: string;
  readonly name: string;
  readonly place: string;
  readonly fee: string;
  /** Why nothing here can be booked; empty where something can. */
  readonly closed: string;
  readonly tiles: readonly SlotTile[];
}

export interface SlotsView {
  readonly name: string;
  readonly initial: string;
  readonly title: string;
  readonly goodAt: string;
  readonly clinic: string;
  readonly day: string;
  readonly sessions: readonly SessionBlock[];
}

const HALF_DAYS = { am: '上午', pm: '下午' } as const;

const CLOSED: Readonly<Record<SessionSlots['state'], string>> = {
  open: '',
  full: '这半天约满了。窗口的号是分开的，可能还有。',
  closed: '这半天已停止网上预约，可以到窗口问问。',
  stopped: '医生这半天停诊。',
};

const SEATS: Readonly<Record<SlotChoice['state'], (left: number) => string>> = {
  free: (left) => `剩 ${left} 个`,
  full: () => '约满',
  past: () => '已过',
};

function tile(slot: SlotChoice, session: SessionSlots): SlotTile {
  const stopped = session.state === 'stopped';
  const time = `${shortTime(slot.start)}–${shortTime(slot.end)}`;
  const seats = stopped ? '停诊' : SEATS[slot.state](slot.left);
  return {
    start: slot.start,
    time,
    seats,
    free: slot.state === 'free' && !stopped && session.state !== 'closed',
    label: `${HALF_DAYS[session.halfDay]} ${time}，${seats}`,
  };
}

const block = (session: SessionSlots): SessionBlock => ({
  sessionId: session.sessionId,
  name: HALF_DAYS[session.halfDay],
  place: session.place,
  fee: session.feeFen === ZERO_FEN ? '免费' : formatFen(session.feeFen),
  closed: CLOSED[session.state],
  tiles: session.slots.map((slot) => tile(slot, session)),
});

export const slotsView = (doctorDay: DoctorDay, now: number): SlotsView => ({
  name: doctorDay.name,
  initial: doctorDay.initial,
  title: doctorDay.title,
  goodAt: doctorDay.goodAt,
  clinic: doctorDay.clinicName,
  day: spokenDay(doctorDay.day, now),
  sessions: doctorDay.sessions.map(block),
});
