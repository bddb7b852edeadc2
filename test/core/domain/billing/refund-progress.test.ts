import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '@core/domain/money';
import {
  afterAnswer,
  isOvertaken,
  mayRefund,
  SILENCE_BEFORE_STAFF_MS,
  TRIES_BEFORE_STAFF,
  type RefundStep,
} from '@core/domain/billing/refund-progress';

const NOW = Date.parse('2026-03-10T08:00:00+08:00');
const MINUTE = 60_000;
const requested: RefundStep = { state: 'requested', attempts: 0, nextAttemptAt: NOW, changedAt: NOW };

describe('a refund', () => {
  test('that is accepted is not done yet', () => {
    expect(afterAnswer(requested, 'accepted', NOW)).toEqual({
      state: 'accepted',
      attempts: 0,
      nextAttemptAt: NOW + MINUTE,
      changedAt: NOW,
    });
  });

  test('that is done needs nothing more, whatever is heard later', () => {
    const done = afterAnswer(requested, 'done', NOW);
    expect(done).toEqual({ state: 'done', attempts: 0, nextAttemptAt: null, changedAt: NOW });
    for (const answer of ['accepted', 'failed', 'busy', 'done'] as const)
      expect(afterAnswer(done, answer, NOW + MINUTE)).toBe(done);
  });

  test('stays as it is where no clear answer came', () => {
    const accepted = afterAnswer(requested, 'accepted', NOW);
    expect(afterAnswer(accepted, 'busy', NOW)).toMatchObject({ state: 'accepted', attempts: 0 });
    expect(afterAnswer(requested, 'busy', NOW)).toMatchObject({
      state: 'requested',
      nextAttemptAt: NOW + MINUTE,
    });
  });

  test('asked about by two at once counts one failed try, whoever writes it down first', () => {
    const accepted = afterAnswer(requested, 'accepted', NOW);
    const failed = afterAnswer(accepted, 'failed', NOW + MINUTE);
    expect(isOvertaken(accepted, failed)).toBe(true);
    const again = afterAnswer(failed, 'accepted', NOW + 3 * MINUTE);
    expect(isOvertaken(accepted, again)).toBe(true);
    expect(isOvertaken(accepted, afterAnswer(accepted, 'accepted', NOW + MINUTE))).toBe(false);
  });

  test('that fails waits longer each time, then a person looks after it while it is still tried', () => {
    let step = requested;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= TRIES_BEFORE_STAFF + 1; attempt += 1) {
      step = afterAnswer(step, 'failed', NOW);
      waits.push(((step.nextAttemptAt ?? 0) - NOW) / MINUTE);
      expect(step.state).toBe(attempt < TRIES_BEFORE_STAFF ? 'failed' : 'needs-staff');
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 720, 720]);
    expect(afterAnswer(step, 'done', NOW).state).toBe('done');
  });

  test('of which nothing is heard for days goes to a person, after few questions', () => {
    let step = afterAnswer(requested, 'accepted', NOW);
    let [now, asked] = [NOW, 0];
    while (step.state === 'accepted') {
      now = step.nextAttemptAt ?? Infinity;
      step = afterAnswer(step, 'busy', now);
      asked += 1;
    }
    expect(step).toMatchObject({ state: 'needs-staff', attempts: 0, changedAt: now });
    expect(now - NOW).toBeGreaterThanOrEqual(SILENCE_BEFORE_STAFF_MS);
    expect(now - NOW).toBeLessThan(SILENCE_BEFORE_STAFF_MS + 60 * MINUTE);
    expect(asked).toBeLessThan(140);
    const later = afterAnswer(step, 'busy', now + MINUTE);
    expect(later).toMatchObject({ state: 'needs-staff', nextAttemptAt: now + 721 * MINUTE });
    expect(afterAnswer(later, 'done', now + MINUTE).state).toBe('done');
  });

  test('keeps count of failed tries across tries that were accepted', () => {
    const failed = afterAnswer(requested, 'failed', NOW);
    const again = afterAnswer(failed, 'accepted', NOW);
    expect(afterAnswer(again, 'failed', NOW)).toMatchObject({ state: 'failed', attempts: 2 });
  });

  test('that is not done always has a next look, never in the past', () => {
    const answers = fc.array(fc.constantFrom('accepted' as const, 'failed' as const, 'busy' as const), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(answers, (heard) => {
        const step = heard.reduce((before, answer) => afterAnswer(before, answer, NOW), requested);
        expect(step.nextAttemptAt).toBeGreaterThan(NOW);
      }),
    );
  });
});

describe('refunds of one payment (A11)', () => {
  const parts = (...amounts: number[]) => amounts.map((amount) => ({ amountFen: fen(amount) }));

  test.each([
    [600, [], 600, true],
    [600, [], 601, false],
    [600, [], 0, false],
    [600, [], -1, false],
    [600, [600], 1, false],
    [600, [200, 300], 100, true],
    [600, [200, 300], 101, false],
  ])('of %d fen, after %j, %d more: %p', (paid, before, more, expected) => {
    expect(mayRefund(fen(paid), parts(...before), fen(more))).toBe(expected);
  });

  test('are at most fifty', () => {
    expect(mayRefund(fen(600), parts(...Array<number>(49).fill(1)), fen(1))).toBe(true);
    expect(mayRefund(fen(600), parts(...Array<number>(50).fill(1)), fen(1))).toBe(false);
  });
});
