import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changeLine,
  isReleasedForRefund,
  isToBePaid,
  type LineCommand,
  type LineFacts,
} from '@core/domain/clinic/order';
import { fen } from '@core/domain/money';

const NOW = 1_000;
const fresh: LineFacts = {
  lineId: 'l1',
  desk: 'laboratory',
  feeFen: fen(2000),
  quantity: 1,
  state: 'ordered',
  paid: false,
  cancelledAt: null,
  notDoneAt: null,
  executedAt: null,
};

/** The line after some steps; a refused step changes nothing. */
const after = (steps: readonly LineCommand[], line = fresh): LineFacts =>
  steps.reduce((before, step) => {
    const next = changeLine(before, step, NOW);
    return next.ok ? next.value : before;
  }, line);

const refusal = (line: LineFacts, command: LineCommand): string => {
  const answer = changeLine(line, command, NOW);
  return answer.ok ? 'ok' : answer.error;
};

describe('a line of an order', () => {
  test.each<[readonly LineCommand[], LineCommand, string]>([
    [[], 'execute', 'LINE_NOT_PAID'],
    [['pay'], 'execute', 'ok'],
    [['pay', 'execute'], 'execute', 'ok'],
    [['pay', 'execute'], 'cancel', 'LINE_EXECUTED'],
    [['pay', 'execute'], 'not-done', 'LINE_EXECUTED'],
    [['pay', 'cancel'], 'execute', 'LINE_CANCELLED'],
    [['pay', 'not-done'], 'execute', 'ok'],
    [['pay', 'not-done', 'cancel'], 'execute', 'LINE_CANCELLED'],
    [['pay', 'cancel', 'not-done', 'refund'], 'execute', 'LINE_CANCELLED'],
    [['pay', 'cancel', 'not-done', 'refund'], 'refund', 'ok'],
    [['cancel'], 'cancel', 'ok'],
  ])('after %j: %s is %s', (steps, command, expected) => {
    expect(refusal(after(steps), command)).toBe(expected);
  });

  test('that costs nothing is done without a payment', () => {
    expect(refusal({ ...fresh, feeFen: fen(0) }, 'execute')).toBe('ok');
  });

  test('belongs on the bill until it is paid, taken back or not done', () => {
    expect(isToBePaid(fresh)).toBe(true);
    for (const step of ['pay', 'cancel', 'not-done'] as const) expect(isToBePaid(after([step]))).toBe(false);
  });

  test('keeps the instant of its first signature', () => {
    const cancelled = after(['cancel']);
    const again = changeLine(cancelled, 'cancel', NOW + 1);
    expect(again.ok && again.value.cancelledAt).toBe(NOW);
  });
});

const commands = fc.array(fc.constantFrom<LineCommand>('pay', 'cancel', 'execute', 'not-done', 'refund'), {
  maxLength: 8,
});

describe('money of a line', () => {
  test('may go back only with both signatures, and never once the line was done', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        const line = after(steps);
        if (!isReleasedForRefund(line)) return;
        expect(steps).toEqual(expect.arrayContaining(['pay', 'cancel', 'not-done']));
        expect(line.executedAt).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('of a line that was done is never released by what comes after', () => {
    fc.assert(
      fc.property(commands, (steps) => {
        const line = after(
          steps.filter((step) => step !== 'refund'),
          after(['pay', 'execute']),
        );
        expect(isReleasedForRefund(line)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
