import type { FoundPatient, OwnSession } from '@core/contract/clinic-views';
import type { AddOnSeat } from '@core/contract/booking';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { shortRange, spokenDay, spokenInstant } from '../../../../services/dates';

/** One of the doctor's half-days. */
export interface SessionRow {
  readonly sessionId: string;
  /** 今天 3月10日 周二 */
  readonly day: string;
  /** 上午 8:00–11:30 */
  readonly range: string;
  readonly title: string;
  readonly line: string;
  readonly seats: string;
  readonly addOns: string;
  readonly stopped: boolean;
  readonly stopAsked: boolean;
  /** Another seat may still be added. */
  readonly canAdd: boolean;
}

const HALF_DAYS = { am: '上午', pm: '下午' } as const;

export function sessionRow(session: OwnSession, now: number): SessionRow {
  const { sessionId, day, halfDay, start, end, clinicName, place, taken, capacity, addOns, status } = session;
  const stopped = status === 'stopped';
  const spoken = spokenDay(day, now);
  const range = `${HALF_DAYS[halfDay]} ${shortRange(start, end)}`;
  return {
    sessionId,
    day: spoken,
    range,
    title: `${spoken} ${range}`,
    line: `${clinicName} · ${place}`,
    seats: `${String(capacity)} 个号，已约 ${String(taken)} 个`,
    addOns: addOns.granted === 0 ? '' : `另外加了 ${String(addOns.granted)} 个号`,
    stopped,
    stopAsked: session.stopId !== null && !stopped,
    canAdd: !stopped && addOns.granted < addOns.maximum,
  };
}

/** Who stands before the doctor: enough to be sure. */
export const foundLine = ({ maskedName, gender, ageYears }: FoundPatient): string =>
  `${maskedName}，${gender === 'female' ? '女' : '男'}，${String(ageYears)} 岁`;

/** What the doctor tells the patient after the seat was added. */
export function addedLine(seat: AddOnSeat, now: number): string {
  const when = `${String(seat.queueNumber)} 号，${shortRange(seat.start, seat.end)}`;
  if (seat.feeFen === ZERO_FEN || seat.expiresAt === null) return `已加号：${when}。`;
  const until = spokenInstant(seat.expiresAt, now);
  return `已加号：${when}。请病人 ${until} 前在手机上或窗口付 ${formatFen(seat.feeFen)}，没付就取消。`;
}
