import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime, instantAt, MINUTE_MS } from '@core/domain/calendar-day';
import {
  coolDownUntil,
  mayBook,
  saleEndsAt,
  stillLive,
  type BookingLimits,
  type BookingRequest,
  type LiveVisit,
} from '@core/domain/booking/may-book';

const DAY = calendarDay('2026-03-10');
const START = instantAt(DAY, clockTime('09:00'));
const CUT_OFF = START - 30 * MINUTE_MS;
const NOW = START - 24 * 60 * MINUTE_MS;

const limits: BookingLimits = {
  sameDayCutoffMinutes: 30,
  maxUnpaidHolds: 2,
  lapsesBeforeCoolDown: 3,
  lapseWindowMinutes: 60,
  coolDownMinutes: 30,
  limits: { perDepartmentDay: 1, perDay: 2, total: 3 },
};

const visit = {
  patientId: 'p1',
  practitionerId: 'd1',
  day: DAY,
  start: clockTime('09:00'),
  end: clockTime('09:30'),
};

const request: BookingRequest = {
  visit,
  departmentId: 'dep1',
  person: { birthDate: calendarDay('2012-03-10'), gender: 'female' },
  condition: null,
  session: { status: 'open', opensAt: NOW },
  live: [],
  lapses: [],
};

/** Another living appointment of the same patient that bars nothing by itself. */
const other = (id: string, more: Partial<LiveVisit> = {}): LiveVisit => ({
  appointmentId: id,
  departmentId: `dep-${id}`,
  patientId: 'p1',
  practitionerId: `d-${id}`,
  day: calendarDay('2026-03-11'),
  start: clockTime('14:00'),
  end: clockTime('14:30'),
  holdExpiresAt: null,
  ...more,
});

const decide = (more: Partial<BookingRequest>, now = NOW) => mayBook({ ...request, ...more }, limits, now);
const condition = { minAgeYears: null, maxAgeYears: null, gender: null };

describe('booking is open', () => {
  test('to anyone from the instant of release until the cut-off', () => {
    expect(decide({})).toEqual({ ok: true, value: null });
    expect(decide({}, CUT_OFF - 1).ok).toBe(true);
  });

  test('not one millisecond before the release', () => {
    expect(decide({}, NOW - 1)).toEqual({ ok: false, error: 'NOT_YET_ON_SALE', detail: { opensAt: NOW } });
  });

  test('not from the millisecond of the cut-off', () => {
    expect(decide({}, CUT_OFF)).toMatchObject({ error: 'SALE_CLOSED' });
    expect(saleEndsAt(DAY, clockTime('09:00'), 0)).toBe(START);
  });

  test('not in a stopped session, whatever else there is to say', () => {
    expect(decide({ session: { status: 'stopped', opensAt: NOW + 1 } })).toMatchObject({
      error: 'SESSION_STOPPED',
    });
  });
});

describe('who may come', () => {
  test.each([
    [{ minAgeYears: 14 }, true],
    [{ minAgeYears: 15 }, false],
    [{ maxAgeYears: 14 }, true],
    [{ maxAgeYears: 13 }, false],
    [{ minAgeYears: 14, maxAgeYears: 14 }, true],
  ])('is counted in full years on the day of the visit: fourteen that day, %j', (bounds, ok) => {
    const answer = decide({ condition: { ...condition, ...bounds } });
    expect(answer).toMatchObject(ok ? { ok } : { error: 'AGE_NOT_ACCEPTED' });
  });

  test('may depend on the sex', () => {
    expect(decide({ condition: { ...condition, gender: 'female' } }).ok).toBe(true);
    expect(decide({ condition: { ...condition, gender: 'male' } })).toMatchObject({
      error: 'SEX_NOT_ACCEPTED',
    });
  });

  test('is told the age before the sex', () => {
    expect(decide({ condition: { minAgeYears: 99, maxAgeYears: null, gender: 'male' } })).toMatchObject({
      error: 'AGE_NOT_ACCEPTED',
    });
  });
});

describe('unpaid holds', () => {
  const held = (id: string, until: number) =>
    other(id, { holdExpiresAt: until, day: calendarDay('2026-04-01') });

  test('are at most as many as the hospital allows, whoever they are for', () => {
    const live = [held('a', NOW + 1), held('b', NOW + 1)].map((one) => ({ ...one, patientId: 'p2' }));
    expect(decide({ live })).toEqual({
      ok: false,
      error: 'TOO_MANY_HOLDS',
      detail: { appointmentId: 'a', maximum: 2 },
    });
  });

  test('no longer count in the millisecond in which they end', () => {
    expect(decide({ live: [held('a', NOW), held('b', NOW + 1)] }).ok).toBe(true);
  });
});

describe('the pause after lapsed holds', () => {
  const ago = (...minutes: number[]) => minutes.map((one) => NOW - one * MINUTE_MS);

  test('begins with the third lapse within the window and ends to the millisecond', () => {
    expect(decide({ lapses: ago(20, 10) }).ok).toBe(true);
    const until = NOW - 10 * MINUTE_MS + 30 * MINUTE_MS;
    expect(decide({ lapses: ago(30, 20, 10) })).toEqual({
      ok: false,
      error: 'COOLING_DOWN',
      detail: { until },
    });
    const lapses = ago(40, 35, 30);
    expect(decide({ lapses }).ok).toBe(true);
    expect(decide({ lapses: lapses.map((at) => at + 1) })).toMatchObject({ error: 'COOLING_DOWN' });
  });

  test('does not count a lapse that has left the window', () => {
    expect(coolDownUntil(ago(60, 20, 10), limits, NOW)).toBeNull();
    expect(coolDownUntil([NOW - 60 * MINUTE_MS + 1, ...ago(20, 10)], limits, NOW)).not.toBeNull();
  });

  test('runs from the latest lapse, in whatever order they were noted', () => {
    expect(coolDownUntil(ago(10, 30, 20), limits, NOW)).toBe(NOW + 20 * MINUTE_MS);
  });
});

describe('one patient', () => {
  test('has one appointment with a doctor on a day', () => {
    const live = [other('a', { practitionerId: 'd1', day: DAY, departmentId: 'dep1' })];
    expect(decide({ live })).toEqual({
      ok: false,
      error: 'ALREADY_BOOKED_WITH_DOCTOR',
      detail: { appointmentId: 'a' },
    });
    expect(decide({ live: [other('a', { practitionerId: 'd1' })] }).ok).toBe(true);
  });

  test.each([
    ['08:30', '09:00', true],
    ['08:30', '09:30', false],
    ['09:00', '09:30', false],
    ['09:29', '10:00', false],
    ['09:30', '10:00', true],
  ])('is in one place at a time: %s–%s beside 09:00–09:30', (start, end, ok) => {
    const live = [other('a', { day: DAY, start: clockTime(start), end: clockTime(end) })];
    expect(decide({ live })).toMatchObject(
      ok ? { ok } : { error: 'OVERLAPS', detail: { appointmentId: 'a' } },
    );
  });

  test('does not stand in the way of another patient of the same account', () => {
    const live = [
      other('a', { patientId: 'p2', practitionerId: 'd1', day: DAY, start: visit.start, end: visit.end }),
    ];
    expect(decide({ live }).ok).toBe(true);
  });
});

describe('the limits of one patient', () => {
  const onDay = (id: string, start: string, more: Partial<LiveVisit> = {}) =>
    other(id, { day: DAY, start: clockTime(start), end: clockTime('17:00'), ...more });

  test('hold for a department on a day', () => {
    expect(decide({ live: [onDay('a', '14:00', { departmentId: 'dep1' })] })).toMatchObject({
      error: 'LIMIT_REACHED',
      detail: { scope: 'department-day', maximum: 1 },
    });
  });

  test('hold for a day', () => {
    const live = [onDay('a', '14:00'), onDay('b', '15:00')];
    expect(decide({ live })).toMatchObject({ detail: { scope: 'day', maximum: 2 } });
    expect(decide({ live: live.slice(1) }).ok).toBe(true);
  });

  test('hold altogether', () => {
    const live = ['a', 'b', 'c'].map((id) => other(id));
    expect(decide({ live })).toMatchObject({ detail: { scope: 'total', maximum: 3 } });
    expect(decide({ live: live.slice(1) }).ok).toBe(true);
  });
});

test('visits of past days bar nothing, those of today still do', () => {
  const live = [other('a', { day: calendarDay('2026-03-09') }), other('b', { day: DAY })];
  expect(
    stillLive(live, instantAt(DAY, clockTime('00:00'))).map(({ appointmentId }) => appointmentId),
  ).toEqual(['b']);
  expect(stillLive(live, instantAt(DAY, clockTime('00:00')) - 1)).toHaveLength(2);
});
