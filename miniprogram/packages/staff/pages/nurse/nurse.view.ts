import type { AreaQueue, FlaggedPerson, PersonAtDesk, QueuedPerson } from '@core/contract/visit-views';
import { timeOf } from '@core/domain/calendar-day';
import { shortTime, spokenRange } from '../../../../services/dates';
import { gateWords, lastDay, OUTCOME_WORD, type GateWords } from '../../../../services/visit/gate-words';
import { numberWord } from '../../../../services/visit/queue-words';

/** One appointment of somebody at the desk. */
export interface DeskVisit {
  readonly appointmentId: string;
  readonly line: string;
  readonly time: string;
  readonly number: string;
  readonly state: string;
  /** Received in another area; empty where it is this one. */
  readonly elsewhere: string;
  readonly mayCheckIn: boolean;
  /** Was seen and is back with results. */
  readonly mayReturn: boolean;
}

export interface DeskView {
  readonly patientId: string;
  readonly name: string;
  readonly line: string;
  readonly gate: GateWords;
  readonly declaredAt: string;
  readonly flagged: boolean;
  readonly declared: boolean;
  readonly visits: readonly DeskVisit[];
}

const GENDER = { male: '男', female: '女' } as const;
const STATE = {
  arrived: '在等',
  called: '已叫号',
  passed: '过号',
  held: '预检拦下',
  'in-room': '在诊室',
  finished: '看完了',
} as const;

const CHECKED_IN_AGAIN: readonly (keyof typeof STATE)[] = ['passed', 'held', 'arrived'];

/** Somebody before the nurse. */
export function deskView(person: PersonAtDesk, areaId: string, now: number): DeskView {
  const { gate } = person;
  return {
    patientId: gate.patientId,
    name: gate.maskedName,
    line: `${GENDER[person.gender]} · ${person.ageYears} 岁`,
    gate: gateWords(gate, now),
    declaredAt:
      gate.declaredAt === null
        ? ''
        : `今天 ${shortTime(timeOf(gate.declaredAt))} ${gate.declaredBy === 'nurse' ? '护士填的' : '本人填的'}`,
    flagged: gate.where !== null,
    declared: gate.outcome !== null,
    visits: person.appointments.map((one) => ({
      appointmentId: one.appointmentId,
      line: `${one.clinicName} · ${one.practitionerName}`,
      time: spokenRange(one.start, one.end),
      number: numberWord(one.queueNumber),
      state: one.state === null ? '没报到' : STATE[one.state],
      elsewhere: one.areaId === areaId ? '' : `在${one.areaName ?? '别处'}报到`,
      mayCheckIn: one.areaId === areaId && (one.state === null || CHECKED_IN_AGAIN.includes(one.state)),
      mayReturn: one.areaId === areaId && one.state === 'finished',
    })),
  };
}

/** Longer is no pass of ours; with its prefix and in groups one has 24 characters. */
const LONGEST_PASS = 40;

export interface SoughtAtDesk {
  /** A number of the area's queue; null where it is a pass. */
  readonly queueNumber: number | null;
  readonly code: string;
}

/** What was typed or scanned at the desk: a number on a ticket, of any width, else a pass. */
export function soughtAtDesk(text: string): SoughtAtDesk {
  const code = text.normalize('NFKC').trim().slice(0, LONGEST_PASS);
  const isNumber = /^\d{1,3}$/.test(code) && Number(code) > 0;
  return { queueNumber: isNumber ? Number(code) : null, code };
}

type DeskAppointment = PersonAtDesk['appointments'][number];

/** The people at the desk after one of their appointments has changed. */
export const withState = (
  people: readonly PersonAtDesk[],
  appointmentId: string,
  change: Partial<DeskAppointment>,
): readonly PersonAtDesk[] =>
  people.map((person) => ({
    ...person,
    appointments: person.appointments.map((one) =>
      one.appointmentId === appointmentId ? { ...one, ...change } : one,
    ),
  }));

export interface WaitingRow {
  readonly appointmentId: string;
  readonly number: string;
  readonly name: string;
  readonly tag: string;
  readonly note: string;
}

export interface QueueGroup {
  readonly sessionId: string;
  readonly title: string;
  readonly place: string;
  readonly called: string;
  readonly waiting: readonly WaitingRow[];
  readonly passed: readonly WaitingRow[];
  readonly held: readonly WaitingRow[];
  readonly finished: number;
}

const PRIORITY = { emergency: '急诊', 'green-channel': '绿色通道', courtesy: '优先', none: '' } as const;
const AGAIN = { passed: '过号回来', returned: '看结果回来', transferred: '转来' } as const;

const rowOf = (one: QueuedPerson): WaitingRow => ({
  appointmentId: one.appointmentId,
  number: numberWord(one.queueNumber),
  name: one.maskedName,
  tag: PRIORITY[one.priority],
  note: [spokenRange(one.start, one.end), one.late ? '迟到' : '', one.again === null ? '' : AGAIN[one.again]]
    .filter((part) => part !== '')
    .join(' · '),
});

/** Who waits in the area, doctor by doctor. */
export const queueGroups = ({ sessions }: AreaQueue): readonly QueueGroup[] =>
  sessions.map((session) => ({
    sessionId: session.sessionId,
    title: `${session.practitionerName} · ${session.clinicName}`,
    place: session.place,
    called: [...session.called, ...session.inRoom]
      .map(({ queueNumber }) => numberWord(queueNumber))
      .join('、'),
    waiting: session.waiting.map(rowOf),
    passed: session.passed.map(rowOf),
    held: session.held.map(rowOf),
    finished: session.finished.length,
  }));

export interface FlaggedRow {
  readonly patientId: string;
  readonly name: string;
  readonly outcome: string;
  readonly until: string;
}

export const flaggedRows = (people: readonly FlaggedPerson[], now: number): readonly FlaggedRow[] =>
  people.map(({ patientId, maskedName, outcome, until }) => ({
    patientId,
    name: maskedName,
    outcome: OUTCOME_WORD[outcome],
    until: `到${lastDay(until, now)}为止`,
  }));

export const CLEAR_REASONS = [
  { value: '复测体温正常', title: '复测体温正常' },
  { value: '填错了，已当面核对', title: '填错了，已当面核对' },
  { value: '已在发热门诊看过，排除传染病', title: '已在发热门诊看过，排除传染病' },
];

export const PRIORITIES = [
  { value: 'as-booked', title: '按规定排', note: '老人、绿色通道会自动优先' },
  { value: 'courtesy', title: '行动不便，同一时段优先' },
  { value: 'emergency', title: '病情急，排到最前面' },
];
