import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime, startOfDay } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import { NO_TASK, type Task } from '@core/domain/visit/task';
import type { GateForm, GateStatus, VisitView } from '@core/contract/visit-views';
import { declarationOf, gateView } from '../../../miniprogram/packages/visit/pages/gate/gate.view';
import { areaOfCode, checkInView } from '../../../miniprogram/packages/visit/pages/check-in/check-in.view';
import { deskView, soughtAtDesk } from '../../../miniprogram/packages/staff/pages/nurse/nurse.view';
import { queueView } from '../../../miniprogram/packages/visit/pages/queue/queue.view';
import { tasksView } from '../../../miniprogram/packages/visit/pages/tasks/tasks.view';
import { gateWords, tenthsOf } from '../../../miniprogram/services/visit/gate-words';
import { numberWord, waitWords } from '../../../miniprogram/services/visit/queue-words';
import { withPlaces } from '../../../miniprogram/services/visit/task-places';
import { firstTask, taskWords } from '../../../miniprogram/services/visit/task-words';

const NOW = Date.parse('2026-03-10T08:40:00+08:00');
const TODAY = calendarDay('2026-03-10');

describe('what is typed as a temperature', () => {
  test.each([
    ['36.5', 365],
    [' 37 ', 370],
    ['36.5℃', 365],
    ['36.5度', 365],
    ['36。6', 366],
    ['３６．６℃', 366],
    ['36，6', 366],
    ['365', 365],
    ['', null],
    ['三十七', null],
    ['36.55', null],
    ['-36', null],
  ])('%s', (typed, tenths) => {
    expect(tenthsOf(typed)).toBe(tenths);
  });
});

const form: GateForm = {
  version: '1',
  feverTenths: 373,
  lowestTenths: 340,
  highestTenths: 430,
  questions: [
    { questionId: 'a', text: '喘吗？', note: null, leadsTo: 'emergency', flagDays: 0, onlyFor: null },
    {
      questionId: 'p',
      text: '怀孕吗？',
      note: null,
      leadsTo: 'green-channel',
      flagDays: 0,
      onlyFor: { gender: 'female', minAgeYears: 14 },
    },
  ],
};
const man = { gender: 'male', ageYears: 40 } as Parameters<typeof gateView>[1];

describe('the questions at the gate', () => {
  test('are those for the person; what is missing is marked after the first try', () => {
    const empty = { temperature: '', answers: {} };
    expect(gateView(form, man, empty, false)).toMatchObject({ left: 1, temperatureError: '' });
    expect(gateView(form, null, empty, false).left).toBe(2);
    const told = gateView(form, man, empty, true);
    expect(told.temperatureError).toContain('请填体温');
    expect(told.questions.map(({ missing }) => missing)).toEqual([true]);
    expect(declarationOf(form, man, empty)).toBeNull();
    expect(declarationOf(form, man, { temperature: '50', answers: { a: 'no' } })).toBeNull();
    expect(declarationOf(form, man, { temperature: '36.5', answers: { a: 'yes' } })).toEqual({
      version: '1',
      temperatureTenths: 365,
      answers: [{ questionId: 'a', yes: true }],
    });
  });

  test('lead to words that say where to go and until when', () => {
    const where = { name: '发热门诊', place: '东侧', placeId: 'fever', phone: null };
    const until = Date.parse('2026-03-14T00:00:00+08:00');
    const status: GateStatus = {
      patientId: 'p',
      maskedName: '',
      day: TODAY,
      outcome: 'fever-clinic',
      declaredAt: NOW,
      declaredBy: 'self',
      pass: null,
      flag: { outcome: 'fever-clinic', until, where },
      where,
    };
    const words = gateWords(status, NOW);
    expect(words.title).toBe('请先去发热门诊');
    expect(words.next).toContain('3月13日');
    expect(gateWords({ ...status, outcome: null, flag: null, where: null }, NOW).state).toBe('还没填');
  });
});

const task = (change: Partial<Task>): Task => ({
  ...NO_TASK,
  taskId: 't',
  kind: 'check-in',
  state: 'now',
  subject: '全科诊室',
  ...change,
});

describe('tasks in words', () => {
  test('have one button where something can be done now', () => {
    expect(taskWords(task({}), NOW).button?.label).toBe('扫码报到');
    expect(taskWords(task({ state: 'later' }), NOW).button).toBeNull();
    // Too early to check in: from when, and the way there.
    const early = taskWords(task({ state: 'later', from: Date.parse('2026-03-10T12:00:00+08:00') }), NOW);
    expect(early).toMatchObject({ note: '今天 12:00 起可以报到，不用太早来。', button: { action: 'way' } });
    // What cannot be done any more leads to what can: the rule of the refund.
    for (const kind of ['barred', 'missed'] as const) {
      expect(taskWords(task({ kind, state: 'later' }), NOW).button?.action).toBe('appointment');
    }
    expect(taskWords(task({ state: 'done' }), NOW)).toMatchObject({ button: null, stateWord: '做好了' });
    const bill = task({ kind: 'pay-bill', costFen: fen(1_234_567) });
    expect(taskWords(bill, NOW)).toMatchObject({ cost: '¥12,345.67', title: '付检查和药的费用' });
    // A last day is said, not counted down.
    const until = startOfDay(calendarDay('2026-03-14'));
    expect(taskWords(task({ kind: 'pay-bill', until }), NOW)).toMatchObject({ until: 0 });
    expect(taskWords(task({ kind: 'pay-bill', until }), NOW).note).toMatch(/^最晚 3月13日 周五付。/);
    const lapsed = taskWords(task({ kind: 'bill-lapsed', state: 'later' }), NOW);
    expect(lapsed).toMatchObject({ stateWord: '过期了', button: { action: 'bill' } });
    expect(lapsed.note).toContain('请找医生重新开');
  });

  test('show the first thing that can be done now', () => {
    const tasks = [
      task({ taskId: '1', state: 'later' }),
      task({ taskId: '2' }),
      task({ taskId: '3', state: 'done' }),
    ];
    expect(firstTask(tasks)?.taskId).toBe('2');
    expect(firstTask([])).toBeNull();
    const view = tasksView([task({ taskId: '2' }), task({ taskId: '1', state: 'later' })], NOW);
    expect([view.first?.taskId, view.rest.length, view.done.length]).toEqual(['2', 1, 0]);
  });

  test('name the place of what a doctor ordered, by the plan on the phone', () => {
    const plan = {
      floors: [{ floorId: 'yj-2f', buildingId: 'yj', name: '医技楼 2 楼', level: 2 }],
      places: [
        {
          placeId: 'yj-2f-blood',
          floorId: 'yj-2f',
          nodeId: 'n',
          x: 0,
          y: 0,
          kind: 'laboratory' as const,
          area: '',
          name: '抽血处',
          words: [],
          landmark: false,
        },
      ],
    };
    const ordered = task({ kind: 'do-item', place: null, placeId: 'yj-2f-blood' });
    expect(withPlaces([ordered], plan)[0]?.place).toBe('医技楼 2 楼 抽血处');
    expect(withPlaces([ordered], null)).toEqual([ordered]);
    const said = task({ place: '护士站', placeId: 'yj-2f-blood' });
    expect(withPlaces([said], plan)).toEqual([said]);
  });

  test('say where to check in', () => {
    const time = { day: TODAY, start: clockTime('09:00'), end: clockTime('09:30') };
    expect(checkInView([task({ place: '护士站', placeId: 'desk', time })])).toMatchObject({
      place: '护士站',
      time: '上午 9:00–9:30',
      gateFirst: false,
    });
    expect(checkInView([]).place).toBe('');
    expect(areaOfCode('AREA:mz-2f-a')).toBe('mz-2f-a');
    expect(areaOfCode('BILL:123')).toBeNull();
  });
});

const visit: VisitView = {
  appointmentId: 'a',
  standing: 'booked',
  patientId: 'p',
  maskedName: '试*人',
  clinicName: '全科诊室',
  practitionerName: '田禾',
  practitionerTitle: '主治医师',
  day: TODAY,
  start: clockTime('09:00'),
  end: clockTime('09:30'),
  queueNumber: 7,
  place: '1 楼 1 诊室',
  area: null,
  state: 'arrived',
  priority: 'none',
  late: false,
  serving: 502,
  ahead: {
    people: 3,
    because: [
      { why: 'green-channel', people: 1 },
      { why: 'earlier-half-hour', people: 2 },
    ],
  },
  yetToCome: 0,
  wait: { state: 'interval', lowMinutes: 10, highMinutes: 25, basis: 'this-session' },
  again: null,
  transferredFrom: null,
  checkpoints: [],
};

describe("the nurse's desk", () => {
  const gate: GateStatus = {
    patientId: 'p',
    maskedName: '试*人',
    day: TODAY,
    outcome: 'pass',
    declaredAt: NOW,
    declaredBy: 'self',
    pass: null,
    flag: null,
    where: null,
  };
  const buttons = (state: VisitView['state'], areaId = 'east') => {
    const one = {
      appointmentId: 'a',
      clinicName: '全科诊室',
      practitionerName: '田禾',
      areaId: 'east',
      areaName: '东侧候诊区',
      start: clockTime('09:00'),
      end: clockTime('09:30'),
      queueNumber: 7,
      state,
    };
    const person = { gate, gender: 'male' as const, ageYears: 40, appointments: [one] };
    const [shown] = deskView(person, areaId, NOW).visits;
    return [shown?.mayCheckIn, shown?.mayReturn];
  };

  test('queues who has come, who was passed or held, and who is back with results, in her own area', () => {
    for (const state of [null, 'passed', 'held', 'arrived'] as const)
      expect(buttons(state)).toEqual([true, false]);
    expect(buttons('finished')).toEqual([false, true]);
    expect(buttons('called')).toEqual([false, false]);
    expect(buttons('finished', 'west')).toEqual([false, false]);
  });
});

describe('the queue in words', () => {
  test('says how many are ahead and why, and who is served', () => {
    const view = queueView(visit);
    expect(view.title).toBe('前面还有 3 位');
    expect(view.ahead?.lines.map(({ text }) => text)).toEqual(['1 位绿色通道', '2 位约的时间比您早']);
    expect(view.serving).toBe('转2');
    expect(view.wait).toBe('大约再等 10–25 分钟');
  });

  test('says what to do in every state', () => {
    const titles = (['called', 'passed', 'held', 'in-room', 'finished', null] as const).map(
      (state) => queueView({ ...visit, state, ahead: null, wait: null }).title,
    );
    expect(new Set(titles).size).toBe(6);
    expect(queueView({ ...visit, ahead: { people: 0, because: [] } }).title).toBe('下一个就是您');
    expect(queueView({ ...visit, late: true }).notice).toContain('约的时间已经过了');
  });

  test('asks nobody to check in or to wait for what has ended', () => {
    for (const standing of ['unpaid', 'stopped', 'ended', 'past'] as const) {
      const view = queueView({ ...visit, standing, ahead: null, wait: null, state: null });
      expect(view.button?.action).toBe('appointment');
      expect(view.waits).toBe(false);
      expect(view.still).toBe(standing !== 'unpaid');
    }
  });

  test('is honest where nobody can say', () => {
    expect(queueView({ ...visit, yetToCome: 2 }).coming).toContain('2 位约的时间比您早');
    expect(waitWords({ state: 'unknown', because: 'paused' }).note).toContain('有一阵没叫号');
    expect(waitWords({ state: 'unknown', because: 'not-begun' }).text).toBe('现在说不准要等多久');
    expect(waitWords({ state: 'interval', lowMinutes: 0, highMinutes: 5, basis: 'usual' }).text).toBe(
      '大约 5 分钟以内',
    );
    expect(waitWords(null).text).toBe('');
    expect(numberWord(12)).toBe('12');
  });
});

test('at the desk a number of any width is a number, and whatever else was read a pass', () => {
  expect(soughtAtDesk(' 12 ').queueNumber).toBe(12);
  expect(soughtAtDesk('１２').queueNumber).toBe(12);
  expect(soughtAtDesk('0').queueNumber).toBeNull();
  expect(soughtAtDesk('PASS:ABCD EFGH').code).toBe('PASS:ABCD EFGH');
  expect(soughtAtDesk('x'.repeat(2000)).code).toHaveLength(40);
});
