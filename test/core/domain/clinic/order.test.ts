import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cancelLine,
  executeLine,
  isReleasedForRefund,
  isToBePaid,
  payLine,
  putAsideLine,
  refundLine,
  undoLine,
  type LineBars,
  type LineFacts,
} from '@core/domain/clinic/order';
import { accept, type Result } from '@core/domain/result';
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

type Taken = Result<LineFacts, LineBars>;
const COMMANDS = {
  pay: (line: LineFacts): Taken => accept(payLine(line)),
  refund: (line: LineFacts): Taken => accept(refundLine(line)),
  cancel: (line: LineFacts, now: number): Taken => cancelLine(line, now),
  'not-done': (line: LineFacts, now: number): Taken => putAsideLine(line, now),
  execute: (line: LineFacts, now: number): Taken => executeLine(line, now),
  undo: (line: LineFacts, now: number): Taken => undoLine(line, now),
};
type LineCommand = keyof typeof COMMANDS;

const changeLine = (line: LineFacts, command: LineCommand, now: number): Taken =>
  COMMANDS[command](line, now);

/** The line after some steps; a refused step changes nothing. */
const after = (steps: readonly LineCommand[], line = fresh): LineFacts =>
  steps.reduce((before, step) => {
    const next = changeLine(before, step, NOW);
    return next.ok ? next.value : before;
  }, line);

const refusal = (line: LineFacts, command: LineCommand, now = NOW): string => {
  const answer = changeLine(line, command, now);
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

  test('that was marked as done by mistake is to be done as before, for ten minutes', () => {
    const done = after(['pay', 'execute']);
    expect(after(['undo'], done)).toEqual(after(['pay']));
    const [late, tooLate] = [NOW + 10 * 60_000 - 1, NOW + 10 * 60_000];
    expect(refusal(done, 'undo', late)).toBe('ok');
    expect(refusal(done, 'undo', tooLate)).toBe('UNDO_TOO_LATE');
    // Nobody waits for another's mistake: what is not marked as done stays as it is.
    for (const steps of [[], ['pay'], ['pay', 'cancel', 'not-done', 'refund']] as const)
      expect(after(['undo'], after(steps))).toEqual(after(steps));
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
