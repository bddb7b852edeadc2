import { describe, expect, test } from '@jest/globals';
import { checkBooks } from '../../../bench/booking/check-books';
import type { Outcome } from '../../../bench/booking/drive';
import type { Answer, Books } from '../../../bench/booking/side';

const seat = (number: number, holder: string | null) => ({ sessionId: 's1', number, start: '08:30', holder });
const appointment = (appointmentId: string, number: number, patientId = `of ${appointmentId}`) => ({
  ...{ appointmentId, patientId, seat: number },
  sessionId: 's1',
  start: '08:30',
});
const yes = (appointmentId: string, number: number): Answer => ({ ok: true, appointmentId, seat: number });
const FULL: Answer = { ok: false, error: 'SLOT_FULL' };

function outcome(requestId: string, answer: Answer, sentAt = 0): Outcome {
  return {
    attempt: { caller: 0, slot: 0, requestId, repeatOf: null },
    answer,
    sentAt,
    answeredAt: sentAt + 10,
  };
}

const GOOD: Books = {
  seats: [seat(1, 'a'), seat(2, 'b'), seat(3, null)],
  appointments: [appointment('a', 1), appointment('b', 2)],
  left: new Map([['s1', 1]]),
};
const TOLD = [outcome('r1', yes('a', 1)), outcome('r2', yes('b', 2)), outcome('r3', FULL)];

describe('the books after a round', () => {
  test('have no fault where everything agrees', () => {
    expect(checkBooks(GOOD, TOLD)).toEqual([]);
  });

  test('show a seat that was sold twice', () => {
    const books = { ...GOOD, appointments: [appointment('a', 1), appointment('b', 1)] };
    expect(checkBooks(books, TOLD)).toContain('s1 #1 is sold twice');
  });

  test('show a held seat without an appointment', () => {
    const books = { ...GOOD, seats: [seat(1, 'a'), seat(2, 'b'), seat(3, 'c')], left: new Map([['s1', 0]]) };
    expect(checkBooks(books, TOLD)).toEqual(['3 seats are held by 2 appointments']);
  });

  test('show a patient with two appointments', () => {
    const books = { ...GOOD, appointments: [appointment('a', 1, 'p'), appointment('b', 2, 'p')] };
    expect(checkBooks(books, TOLD)).toEqual(['2 appointments of 1 patients']);
  });

  test('show a counter that does not agree with the seats', () => {
    const books = { ...GOOD, left: new Map([['s1', 2]]) };
    expect(checkBooks(books, TOLD)).toEqual(['s1 counts 2 free seats, has 1']);
  });

  test('show a booking that nobody was told of', () => {
    expect(checkBooks(GOOD, TOLD.slice(1))).toEqual([
      'a is not what its caller was told',
      '1 callers were told yes, 2 are in the books',
    ]);
  });

  test('show a repeat that got another answer, and let one pass that overtook its original', () => {
    const other = [...TOLD, outcome('r1', yes('a', 3))];
    expect(checkBooks(GOOD, other)).toContain('r1 got different answers');
    expect(checkBooks(GOOD, [...TOLD, outcome('r1', FULL, 11)])).toEqual(['r1 got different answers']);
    expect(checkBooks(GOOD, [...TOLD, outcome('r1', FULL, 9)])).toEqual([]);
  });

  test('show any refusal but a full half-hour', () => {
    const faults = checkBooks(GOOD, [...TOLD, outcome('r4', { ok: false, error: 'BUSY' })]);
    expect(faults).toEqual(['1 attempts were answered BUSY']);
  });
});
