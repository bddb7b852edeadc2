import { describe, expect, test } from '@jest/globals';
import type { AffectedVisit, OrderLineView, OrderView, ServiceItem } from '@core/contract/clinic-views';
import type { DoctorTime } from '@core/contract/booking';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';
import { doctorCode, timesByDay } from '../../../miniprogram/packages/booking/pages/doctor/doctor.view';
import { missingOf } from '../../../miniprogram/packages/clinic/pages/admission/admission.view';
import {
  basketWith,
  itemRows,
  orderButton,
} from '../../../miniprogram/packages/clinic/pages/order/order.view';
import { addedLine } from '../../../miniprogram/packages/clinic/pages/sessions/sessions.view';
import { orderRow } from '../../../miniprogram/packages/clinic/order-words';
import { affectedRow, affectedSum } from '../../../miniprogram/packages/clinic/stop-words';
import { targetOf } from '../../../miniprogram/services/scan';

const NOW = Date.parse('2026-03-10T09:20:00+08:00');

const line = (more: Partial<OrderLineView>): OrderLineView => ({
  lineId: 'l1',
  itemId: 'lab-blood',
  name: '血常规',
  category: 'laboratory',
  desk: 'laboratory',
  feeFen: fen(2000),
  quantity: 1,
  placeId: 'lab',
  preparation: null,
  state: 'ordered',
  paid: false,
  cancelReason: null,
  notDoneReason: null,
  undoUntil: null,
  ...more,
});

const order = (lines: readonly OrderLineView[]): OrderView => ({
  orderId: 'o',
  billId: 'b',
  appointmentId: 'a',
  patientId: 'p',
  maskedPatientName: '王*',
  practitionerName: '田禾',
  clinicName: '全科诊室',
  day: calendarDay('2026-03-10'),
  placedAt: NOW,
  lines,
});

describe('a line of an order', () => {
  test.each<[Partial<OrderLineView>, string, boolean]>([
    [{}, '等付费', true],
    [{ paid: true }, '已付费，等着做', true],
    [{ paid: true, feeFen: fen(0) }, '不收费', true],
    [{ paid: true, state: 'executed' }, '已完成', false],
    [{ state: 'cancelled', cancelReason: '开错了' }, '已取消', false],
    [{ paid: true, state: 'cancelled', cancelReason: '开错了' }, '已取消，等执行科室确认', false],
    [{ paid: true, state: 'not-done', notDoneReason: '没来' }, '科室说没有做', true],
    [{ paid: true, state: 'not-done', cancelReason: '不做了' }, '没有做，可以退费', false],
    [{ paid: true, state: 'refunded' }, '已退费', false],
  ])('%j is said as %s', (more, state, cancellable) => {
    expect(orderRow(order([line(more)])).lines[0]).toMatchObject({ state, cancellable });
  });

  test('is added up as long as it waits for its payment', () => {
    const row = orderRow(order([line({}), line({ lineId: 'l2', quantity: 3 }), line({ paid: true })]));
    expect(row).toMatchObject({ unpaid: true, total: '¥80.00' });
    expect(orderRow(order([line({ state: 'cancelled' })])).unpaid).toBe(false);
  });
});

describe('the basket of an order', () => {
  const item: ServiceItem = {
    itemId: 'rx',
    name: '钙片',
    category: 'drug',
    desk: 'pharmacy',
    feeFen: fen(4500),
    unit: '盒',
    placeId: 'pharmacy',
    preparation: null,
  };

  test('grows and shrinks by one, and forgets what is down to nothing', () => {
    const one = basketWith([], item, 1);
    const two = basketWith(one, item, 1);
    expect(two).toEqual([{ item, quantity: 2 }]);
    expect(basketWith(one, item, -1)).toEqual([]);
    expect(basketWith([], item, -1)).toEqual([]);
    expect(basketWith([{ item, quantity: 99 }], item, 1)).toEqual([{ item, quantity: 99 }]);
  });

  test('says on its button what it does and costs', () => {
    expect(orderButton([])).toBe('先选要开的');
    expect(orderButton([{ item, quantity: 2 }])).toBe('开 1 项，一共 ¥90.00');
    expect(itemRows([item], [{ item, quantity: 2 }])[0]).toMatchObject({
      chosen: true,
      line: '药品 · ¥45.00/盒',
    });
  });
});

describe('words for staff', () => {
  test('say whom a stop hits and what goes back', () => {
    const visit = (paidFen: number): AffectedVisit => ({
      appointmentId: 'a',
      maskedPatientName: '王*',
      start: clockTime('09:00'),
      queueNumber: 1,
      paidFen: fen(paidFen),
      progress: 'waiting',
      unreached: false,
    });
    expect(affectedSum([])).toBe('没有病人受影响。');
    expect(affectedSum([visit(600), visit(1200)])).toBe('2 位病人受影响，一共退 ¥18.00。');
    expect(affectedSum([visit(0)])).toBe('1 位病人受影响，没有付过费。');
    expect(affectedRow({ ...visit(600), progress: 'owed' })).toMatchObject({
      text: '1 号 王* 9:00',
      state: '已通知，现金在窗口领',
      todo: '',
    });
    const unreached = affectedRow({ ...visit(600), progress: 'owed', unreached: true });
    expect(unreached.state).toBe('没通知到，现金在窗口领');
    expect(unreached.todo).toContain('请打电话');
  });

  test('say what the patient does after a seat was added', () => {
    const seat = {
      appointmentId: 'a',
      maskedPatientName: '王*',
      start: clockTime('11:00'),
      end: clockTime('11:30'),
      queueNumber: 31,
      feeFen: fen(600),
      expiresAt: NOW + 3_600_000,
    };
    expect(addedLine(seat, NOW)).toContain('付 ¥6.00，没付就取消');
    expect(addedLine({ ...seat, feeFen: fen(0), expiresAt: null }, NOW)).toBe('已加号：31 号，11:00–11:30。');
  });

  test('ask for what an admission still lacks, one thing at a time', () => {
    const form = { appointmentId: 'a', wardId: 'w', plannedDay: calendarDay('2026-03-12'), reason: '手术' };
    expect(missingOf({ ...form, appointmentId: '', wardId: '' })).toBe('先找病人');
    expect(missingOf({ ...form, wardId: '' })).toBe('先选病区');
    expect(missingOf({ ...form, plannedDay: '' })).toBe('先选哪天住院');
    expect(missingOf({ ...form, reason: '' })).toBe('先写住院原因');
    expect(missingOf(form)).toBe('');
  });
});

describe('a doctor’s own page', () => {
  const time = (day: string, more: Partial<DoctorTime> = {}): DoctorTime => ({
    sessionId: `dr-x_${day}_am`,
    clinicId: 'c',
    clinicName: '妇科专家门诊',
    day: calendarDay(day),
    halfDay: 'am',
    start: clockTime('08:00'),
    end: clockTime('11:30'),
    place: '207 诊室',
    feeFen: fen(2500),
    seatsLeft: 5,
    state: 'open',
    ...more,
  });

  test('shows the coming week, and tells how much more there is', () => {
    const times = [time('2026-03-10'), time('2026-03-16'), time('2026-03-17')];
    expect(timesByDay(times, false, NOW)).toMatchObject({
      hidden: 1,
      days: [{ rows: [{ when: '上午 8:00–11:30' }] }, {}],
    });
    expect(timesByDay(times, true, NOW)).toMatchObject({ hidden: 0, days: [{}, {}, {}] });
  });

  test.each([
    [time('2026-03-10'), '剩 5 个号', true],
    [time('2026-03-10', { state: 'full', seatsLeft: 0 }), '约满', false],
    [time('2026-03-10', { state: 'stopped' }), '停诊', false],
  ])('says how many seats there are, and where to try where there are none (%#)', (one, seats, free) => {
    const row = timesByDay([one], false, NOW).days[0]?.rows[0];
    expect(row).toMatchObject({ seats, free, instead: free ? '' : '看这个门诊的其他医生' });
    expect(row?.label.endsWith('其他医生')).toBe(!free);
  });

  test('is what the doctor’s code leads to, scanned or as the scene of a mini-program code', () => {
    const wanted = { route: 'doctor', query: { practitionerId: 'dr-su-wanning' } };
    expect(targetOf(doctorCode('dr-su-wanning'))).toEqual(wanted);
    expect(targetOf('packages/booking/pages/doctor/index?scene=DOC%3Adr-su-wanning')).toEqual(wanted);
    expect(targetOf('DOC:../../etc')).toBeNull();
  });
});
