import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, clockTime } from '../../../../core/domain/calendar-day';
import { fen } from '../../../../core/domain/money';
import { listTasks } from '../../../../core/domain/visit/list-tasks';
import type { TaskAppointment, TaskLine, TaskSources } from '../../../../core/domain/visit/task';

const NOW = Date.parse('2026-03-10T08:40:00+08:00');
const TODAY = calendarDay('2026-03-10');
const declared = { declared: true, sentTo: null };
const nowhere = { place: null, placeId: null };

const appointment = (change: Partial<TaskAppointment>): TaskAppointment => ({
  appointmentId: 'a1',
  status: 'booked',
  clinicName: '全科诊室',
  day: TODAY,
  start: clockTime('09:00'),
  end: clockTime('09:30'),
  feeFen: fen(600),
  holdExpiresAt: null,
  preparation: '带病历',
  room: { place: '1 楼 1 诊室', placeId: null },
  desk: { place: '1 楼东侧护士站', placeId: 'east-desk' },
  barred: false,
  checkIn: { opensAt: NOW - 60_000, closesAt: NOW + 60_000 },
  visit: null,
  ...change,
});
const line = (change: Partial<TaskLine>): TaskLine => ({
  ...nowhere,
  orderId: 'o1',
  lineId: '1',
  appointmentId: 'a1',
  name: '血常规',
  category: 'laboratory',
  preparation: null,
  state: 'ordered',
  paid: false,
  payUntil: calendarDay('2026-03-13'),
  placedAt: NOW,
  ...change,
});
const bill = {
  billId: 'b1',
  appointmentId: 'a1',
  state: 'open',
  payUntil: calendarDay('2026-03-13'),
  totalFen: fen(2000),
  at: NOW,
} as const;
const report = { reportId: 'r1', name: '血常规', unread: true, at: NOW };

const sources = (change: Partial<TaskSources>): TaskSources => ({
  gate: { declared: false, sentTo: null },
  appointments: [],
  lines: [],
  bills: [],
  reports: [],
  ...change,
});
const told = (change: Partial<TaskSources>): readonly string[] =>
  listTasks(sources(change), NOW).map(({ kind, state }) => `${kind} ${state}`);

describe('what is to be done', () => {
  test.each([
    ['nothing', {}, []],
    [
      'an unpaid seat',
      { appointments: [appointment({ status: 'pending', holdExpiresAt: NOW + 1 })] },
      ['pay-appointment now'],
    ],
    ['a lapsed one', { appointments: [appointment({ status: 'pending', holdExpiresAt: NOW })] }, []],
    ['tomorrow', { appointments: [appointment({ day: calendarDay('2026-03-11') })] }, ['come-on-day later']],
    [
      'before the gate',
      { appointments: [appointment({})] },
      ['declare-at-gate now', 'check-in later', 'see-doctor later'],
    ],
    [
      'behind the gate',
      { gate: declared, appointments: [appointment({})] },
      ['check-in now', 'see-doctor later', 'declare-at-gate done'],
    ],
    [
      'too early to check in: the button would be refused',
      { gate: declared, appointments: [appointment({ checkIn: { opensAt: NOW + 1, closesAt: NOW + 2 } })] },
      ['check-in later', 'see-doctor later', 'declare-at-gate done'],
    ],
    [
      'not come until the session was over',
      { gate: declared, appointments: [appointment({ checkIn: { opensAt: NOW - 2, closesAt: NOW } })] },
      ['missed later'],
    ],
    [
      'held by the gate and cleared since',
      { gate: declared, appointments: [appointment({ visit: 'held' })] },
      ['come-back now', 'declare-at-gate done', 'check-in done'],
    ],
    [
      'called',
      { gate: declared, appointments: [appointment({ visit: 'called' })] },
      ['go-to-room now', 'declare-at-gate done', 'check-in done'],
    ],
    [
      'passed',
      { gate: declared, appointments: [appointment({ visit: 'passed' })] },
      ['come-back now', 'declare-at-gate done', 'check-in done'],
    ],
    [
      'a bill before what it pays for',
      { bills: [bill], lines: [line({})] },
      ['pay-bill now', 'do-item later'],
    ],
    [
      'paid',
      { bills: [{ ...bill, state: 'paid' }], lines: [line({ paid: true })] },
      ['do-item now', 'pay-bill done'],
    ],
    [
      'a bill and its lines on the last day on which it can be paid',
      { bills: [{ ...bill, payUntil: TODAY }], lines: [line({ payUntil: TODAY })] },
      ['pay-bill now', 'do-item later'],
    ],
    [
      'one that lapsed: that it did, and nothing of what it was for but what is paid',
      {
        bills: [{ ...bill, payUntil: calendarDay('2026-03-09') }],
        lines: [
          line({ payUntil: calendarDay('2026-03-09') }),
          line({ lineId: '2', paid: true, payUntil: calendarDay('2026-03-09') }),
        ],
      },
      ['do-item now', 'bill-lapsed later'],
    ],
    [
      'one that lapsed three days ago: still',
      { bills: [{ ...bill, payUntil: calendarDay('2026-03-07') }] },
      ['bill-lapsed later'],
    ],
    ['one that lapsed before', { bills: [{ ...bill, payUntil: calendarDay('2026-03-06') }] }, []],
    ['a drug', { lines: [line({ paid: true, category: 'drug' })] }, ['collect-drug now']],
    [
      'done, cancelled and refunded',
      {
        lines: [
          line({ state: 'executed', paid: true }),
          line({ lineId: '2', state: 'cancelled' }),
          line({ lineId: '3', state: 'refunded' }),
        ],
      },
      ['do-item done'],
    ],
    ['a report nobody opened', { reports: [report] }, ['read-report now']],
    ['one that was read', { reports: [{ ...report, unread: false }] }, []],
  ] as const)('%s', (_name, change, expected) => {
    expect(told(change as Partial<TaskSources>)).toEqual(expected);
  });

  test('whom the gate sent away goes there first, and to no doctor', () => {
    const sentTo = {
      name: '发热诊室',
      place: '院子东侧',
      placeId: 'fever-room',
      outcome: 'fever-clinic',
      until: NOW + 86_400_000,
    } as const;
    const gate = { declared: true, sentTo };
    const barred = appointment({ barred: true });
    const turnedAway = listTasks(sources({ gate, appointments: [barred] }), NOW);
    expect(turnedAway[0]).toMatchObject({ placeId: 'fever-room' });
    expect(turnedAway.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'go-to-fever-clinic now',
      'barred later',
    ]);
    const open = listTasks(sources({ gate, appointments: [appointment({})] }), NOW);
    expect(open.map(({ kind }) => kind)).toContain('check-in');
    const emergency = sources({ gate: { ...gate, sentTo: { ...sentTo, outcome: 'emergency' } } });
    expect(listTasks(emergency, NOW)[0]?.kind).toBe('go-to-emergency');
    // On a later day of the flag it is said before they set out, and only where they would come in vain.
    const nextDay = { declared: false, sentTo };
    expect(told({ gate: nextDay, appointments: [barred] })).toEqual([
      'go-to-fever-clinic now',
      'barred later',
    ]);
    expect(told({ gate: nextDay })).toEqual([]);
    expect(told({ gate: nextDay, appointments: [{ ...barred, visit: 'in-room' }] })[0]).toBe(
      'see-doctor now',
    );
    // Of a later day within the flag: said now, while it can still be given back by phone.
    const tomorrow = { ...barred, day: calendarDay('2026-03-11') };
    expect(told({ gate: nextDay, appointments: [tomorrow] })).toEqual(['barred later']);
    const unpaid = { ...barred, status: 'pending', holdExpiresAt: NOW + 1 } as const;
    expect(told({ gate, appointments: [unpaid] })).toEqual(['go-to-fever-clinic now']);
  });

  test('is the same list, with one task for each thing, however the documents come', () => {
    const lines = fc.uniqueArray(
      fc.record({ lineId: fc.integer({ min: 1, max: 9 }).map(String), paid: fc.boolean() }),
      { selector: ({ lineId }) => lineId },
    );
    fc.assert(
      fc.property(lines, (ordered) => {
        const all = { gate: declared, appointments: [appointment({})], bills: [bill], reports: [report] };
        const one = listTasks(sources({ ...all, lines: ordered.map(line) }), NOW);
        const other = listTasks(sources({ ...all, lines: ordered.map(line).reverse() }), NOW);
        expect(other).toEqual(one);
        expect(new Set(one.map(({ taskId }) => taskId)).size).toBe(one.length);
      }),
      { numRuns: 50 },
    );
  });
});
