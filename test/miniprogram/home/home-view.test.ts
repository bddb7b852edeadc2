import { describe, expect, test } from '@jest/globals';
import { VOLUNTEER_SCOPES } from '@core/contract/access';
import type { AppointmentView } from '@core/contract/booking';
import type { Me } from '@core/contract/identity';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import { NO_TASK, type Task } from '@core/domain/visit/task';
import { expectedToday, familyRows } from '../../../miniprogram/pages/home/family.view';
import { whoView } from '../../../miniprogram/pages/home/home.view';
import { furtherTasks, isMoving, nextView } from '../../../miniprogram/pages/home/next.view';
import { elderlyServices, helpingServices, services } from '../../../miniprogram/pages/home/services';
import { mayDo } from '../../../miniprogram/services/appointment/may-do';
import { childCard, ownCard, settledMe, strangerMe } from '../people';

const now = Date.parse('2026-03-09T10:00:00+08:00');

const booked: AppointmentView = {
  appointmentId: 'a1',
  status: 'booked',
  endedBy: null,
  patientId: 'patient-1',
  maskedPatientName: '海*明',
  practitionerId: 'dr-1',
  practitionerName: '林一木',
  practitionerTitle: '主任医师',
  clinicId: 'c1',
  clinicName: '心内科',
  place: '3 楼 A 区',
  day: calendarDay('2026-03-10'),
  start: clockTime('09:00'),
  end: clockTime('09:30'),
  queueNumber: 7,
  feeFen: fen(2500),
  expiresAt: null,
  payment: 'paid',
  refund: null,
  movedFrom: null,
  attendance: null,
  preparation: null,
  cancellation: null,
  createdAt: now,
};
const unpaid: AppointmentView = {
  ...booked,
  appointmentId: 'a2',
  status: 'pending',
  payment: 'waiting',
  day: calendarDay('2026-03-12'),
  expiresAt: now + 600_000,
};

const acting: NonNullable<Me['acting']> = {
  assistanceId: 's1',
  patient: { ...ownCard, patientId: 'patient-9', maskedName: '钟*人', relationship: 'assisted' },
  purposes: ['book', 'way'],
  expiresAt: now + 1_800_000,
};

describe('the home page of a volunteer who helps somebody', () => {
  test('says who is helped, what for and until when, in place of any card', () => {
    expect(whoView({ ...settledMe, acting })).toEqual({
      helping: { assistanceId: 's1', whom: '钟*人', until: '到 10:30', may: '挂号、找路' },
      card: null,
      others: 0,
      invitation: null,
    });
  });

  test('offers what the patient agreed to: no money, no reports, nothing of the own', () => {
    const ids = helpingServices(acting.purposes).map(({ id }) => id);
    expect(ids).toEqual(['departments', 'guide', 'volunteer', 'call']);
    const most = helpingServices(VOLUNTEER_SCOPES).map(({ id }) => id);
    for (const never of ['bills', 'reports', 'messages', 'help'] as const) expect(most).not.toContain(never);
  });

  test('does not lead to paying what was booked for the patient', () => {
    const mayOf = (patientId: string) => mayDo({ ...settledMe, acting }, patientId);
    expect(nextView([], [unpaid], now, mayOf)).toMatchObject({
      state: '等患者付费',
      button: '看预约',
      pays: false,
      preparation: '请患者自己付、家人付，或到窗口付。',
    });
  });
});

describe('who the home page is about', () => {
  test('someone signed out is invited, even where a card is bound', () => {
    expect(whoView(strangerMe).invitation?.button).toBe('登录并绑定');
    expect(whoView({ ...settledMe, signedIn: false }).card).toBeNull();
  });

  test('the usual card is shown, and how many others there are', () => {
    const view = whoView({ ...settledMe, patients: [{ ...childCard, isDefault: false }, ownCard] });
    expect(view.card).toMatchObject({
      maskedName: '海*明',
      initial: '海',
      line: '本人 · 男 · 36 岁',
      tag: '常用',
    });
    expect(view.others).toBe(1);
  });

  test('the age of children is the one that the server names', () => {
    expect(whoView({ ...settledMe, patients: [], childBelowYears: 16 }).invitation?.text).toContain('16 岁');
  });
});

describe('a volunteer who helps somebody without a card', () => {
  const cardless = {
    assistanceId: 'x',
    patient: null,
    purposes: ['book', 'bind'] as const,
    expiresAt: now + 1,
  };

  test('is led to binding the card of that person, where that was agreed to', () => {
    expect(whoView({ ...settledMe, acting: cardless }).invitation?.to).toBe('bindAssisted');
    expect(whoView({ ...settledMe, acting: { ...cardless, purposes: ['way'] } }).invitation?.to).toBe(
      'volunteer',
    );
    expect(whoView({ ...settledMe, patients: [] }).invitation?.to).toBe('consent');
  });
});

describe('the rest of the family', () => {
  const today = calendarDay('2026-03-10');
  const called: Task = {
    ...NO_TASK,
    taskId: 'called',
    kind: 'go-to-room',
    state: 'now',
    subject: '心内科',
    place: '门诊楼 2 楼 207 诊室',
    appointmentId: 'a1',
  };

  test('is asked after where somebody is expected today, and nobody else', () => {
    const childs = { ...booked, patientId: childCard.patientId };
    expect(expectedToday([childCard], [childs], today)).toEqual([childCard]);
    expect(expectedToday([childCard], [booked], today)).toEqual([]);
    expect(expectedToday([childCard], [childs], calendarDay('2026-03-09'))).toEqual([]);
    expect(expectedToday([childCard], [{ ...childs, status: 'cancelled' }], today)).toEqual([]);
  });

  test('is told of by name, task and place', () => {
    const [row] = familyRows([{ card: childCard, tasks: [called] }], now);
    expect(row).toMatchObject({
      patientId: childCard.patientId,
      moving: true,
      place: '门诊楼 2 楼 207 诊室',
    });
    expect(row?.title).toMatch(/^海\*：/);
    expect(familyRows([{ card: childCard, tasks: [] }], now)).toEqual([]);
  });
});

describe('what is next', () => {
  test('an unpaid seat comes before an earlier visit, since it runs out', () => {
    expect(nextView([], [booked, unpaid], now)).toMatchObject({
      appointmentId: 'a2',
      state: '等您付费',
      button: '去付费',
      queueNumber: null,
      expiresAt: now + 600_000,
    });
  });

  test('a lapsed hold is not offered for payment', () => {
    expect(nextView([], [{ ...unpaid, expiresAt: now }, booked], now)?.appointmentId).toBe('a1');
  });

  test('a payment under way is not asked for again', () => {
    expect(nextView([], [{ ...unpaid, payment: 'confirming' }], now)).toMatchObject({
      state: '正在确认付款',
      expiresAt: 0,
    });
  });

  test('of the visits to come the nearest is shown, with its place in the queue', () => {
    const later = { ...booked, appointmentId: 'a3', day: calendarDay('2026-03-11') };
    expect(nextView([], [later, booked], now)).toMatchObject({
      appointmentId: 'a1',
      when: { day: '明天 3月10日 周二', range: '上午 9:00–9:30' },
      queueNumber: 7,
    });
  });

  test('what is over or cancelled is not next', () => {
    const over = { ...booked, day: calendarDay('2026-03-08') };
    expect(nextView([], [over, { ...booked, status: 'cancelled' }], now)).toBeNull();
  });

  const task = (kind: Task['kind'], state: Task['state'] = 'now'): Task => ({
    ...NO_TASK,
    taskId: kind,
    kind,
    state,
    subject: '心内科',
    appointmentId: 'a1',
  });

  test('what the hospital asks for now comes before any visit to come', () => {
    const next = nextView([task('wait-for-call')], [unpaid], now);
    expect(next).toMatchObject({ title: '等叫号', appointmentId: null, button: '看前面几个人' });
    expect(isMoving(next)).toBe(true);
  });

  test('a visit of another day is told with its doctor and place', () => {
    const next = nextView([task('come-on-day', 'later')], [booked], now);
    expect(next).toMatchObject({ task: null, appointmentId: 'a1', button: '看预约' });
    expect(isMoving(next)).toBe(false);
    expect(isMoving(null)).toBe(false);
  });

  test('what is done is not counted as still to do', () => {
    const tasks = [task('declare-at-gate', 'done'), task('check-in'), task('see-doctor', 'later')];
    expect(furtherTasks(tasks)).toBe(1);
    expect(furtherTasks([])).toBe(0);
  });
});

describe('the tiles', () => {
  test('of elderly mode are the six that were asked for', () => {
    expect(elderlyServices.map(({ title }) => title)).toEqual([
      '挂号',
      '缴费',
      '看报告',
      '找路',
      '找人帮忙',
      '打电话',
    ]);
  });

  test('lead each to a place of its own', () => {
    const ids = services.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
